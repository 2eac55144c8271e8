package org.rackdrill.live.ssh;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;

/** A key of a host that an authority has signed. */
record HostCertificate(Certificate<?> certificate) {
    private static final int FOR_HOSTS = 2;
    // Those that OpenSSH admits by itself: a signature with SHA-1 can be forged.
    private static final List<String> SIGNATURES = List.of(
            "ssh-ed25519",
            "ecdsa-sha2-nistp256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521",
            "rsa-sha2-512",
            "rsa-sha2-256");

    KeyBlob key() {
        return KeyBlob.of(certificate.getKey());
    }

    KeyBlob authority() {
        return new KeyBlob(certificate.getSignatureKey());
    }

    /** Returns what is wrong with it for a host of that name, in a few words; nothing when it is good. */
    Optional<String> flaw(String host, Instant now) {
        if (certificate.getType() != FOR_HOSTS) {
            return Optional.of("its certificate is not one for hosts");
        }
        long seconds = now.getEpochSecond();
        if (seconds < certificate.getValidAfter().toInstant().getEpochSecond()) {
            return Optional.of("its certificate is not valid yet; compare the clocks");
        }
        if (seconds >= certificate.getValidBefore().toInstant().getEpochSecond()) {
            return Optional.of("its certificate has expired");
        }
        List<String> principals = certificate.getValidPrincipals();
        if (!principals.isEmpty() && !principals.contains(host)) {
            return Optional.of("its certificate is for " + String.join(", ", principals));
        }
        Map<String, String> options = certificate.getCritOptions();
        if (!options.isEmpty()) {
            return Optional.of("its certificate asks for " + String.join(", ", options.keySet()));
        }
        return isSigned() ? Optional.empty() : Optional.of("its certificate is not signed by the one it names");
    }

    private boolean isSigned() {
        try {
            byte[] signature = certificate.getSignature();
            String name = new Buffer.PlainBuffer(signature).readString();
            if (!SIGNATURES.contains(name)) {
                return false;
            }
            Signature check = Factory.Named.Util.create(KeyType.CertUtils.ALL_SIGNATURES, name);
            check.initVerify(new Buffer.PlainBuffer(certificate.getSignatureKey()).readPublicKey());
            // Everything before the signature, which comes last and after its length of four bytes, is signed.
            byte[] all = new Buffer.PlainBuffer().putPublicKey(certificate).getCompactData();
            check.update(all, 0, all.length - signature.length - 4);
            return check.verify(signature);
        } catch (Buffer.BufferException | SSHRuntimeException e) {
            return false;
        }
    }
}
