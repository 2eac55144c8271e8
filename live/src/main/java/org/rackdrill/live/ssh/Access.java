package org.rackdrill.live.ssh;

/**
 * Who we are to hosts, and which hosts we believe.
 *
 * @param credentials what we log in with
 * @param known the keys of hosts that the owner has accepted
 * @param machines which machine stands behind a name
 */
public record Access(Credentials credentials, KnownHosts known, MachineIds machines) {}
