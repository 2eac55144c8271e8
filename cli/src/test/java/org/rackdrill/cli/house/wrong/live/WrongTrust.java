package org.rackdrill.cli.house.wrong.live;

import net.schmizz.sshj.transport.verification.PromiscuousVerifier;

/** A host that believes whoever answers. */
final class WrongTrust {
    final PromiscuousVerifier everybody = new PromiscuousVerifier();
}
