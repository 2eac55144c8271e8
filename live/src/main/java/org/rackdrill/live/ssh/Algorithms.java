package org.rackdrill.live.ssh;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.signature.SignatureRSA;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.DHGexSHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import org.rackdrill.live.ssh.KnownLine.Marker;

/**
 * What we offer a host. Nothing with SHA-1, and no cipher that a man in the middle can shorten unseen where the host is
 * too old to agree on strict key exchange (the Terrapin attack).
 */
final class Algorithms {
    private static final String SIGNED = "-cert-v01@openssh.com";

    private Algorithms() {}

    /** Returns the offer to a host, its key types in the order that OpenSSH would ask for them. */
    static Config offer(List<KnownLine> known) {
        return config(inOrder(known));
    }

    /** Returns the offer to a host of which one type of key is wanted. */
    static Config only(String type) {
        return config(hostKeys().stream()
                .filter(it -> it.getKeyType().toString().equals(type))
                .toList());
    }

    private static Config config(List<KeyAlgorithms.Factory> keys) {
        DefaultConfig config = new DefaultConfig();
        config.setVersion("Rackdrill");
        config.setKeyAlgorithms(List.<Factory.Named<KeyAlgorithm>>copyOf(keys));
        config.setKeyExchangeFactories(List.of(
                new Curve25519SHA256.Factory(),
                new Curve25519SHA256.FactoryLibSsh(),
                new ECDHNistP.Factory256(),
                new ECDHNistP.Factory384(),
                new ECDHNistP.Factory521(),
                new DHGexSHA256.Factory(),
                DHGroups.Group16SHA512(),
                DHGroups.Group18SHA512(),
                DHGroups.Group14SHA256(),
                new ExtInfoClientFactory()));
        config.setCipherFactories(List.of(
                GcmCiphers.AES128GCM(),
                GcmCiphers.AES256GCM(),
                BlockCiphers.AES128CTR(),
                BlockCiphers.AES192CTR(),
                BlockCiphers.AES256CTR()));
        config.setMACFactories(
                List.of(Macs.HMACSHA2256Etm(), Macs.HMACSHA2512Etm(), Macs.HMACSHA2256(), Macs.HMACSHA2512()));
        // We check certificates ourselves, by the rules of OpenSSH.
        config.setVerifyHostKeyCertificates(false);
        return config;
    }

    /** Moves to the front what the host is known by, unless the very first is among it. */
    private static List<KeyAlgorithms.Factory> inOrder(List<KnownLine> known) {
        List<KeyAlgorithms.Factory> all = hostKeys();
        if (isKnown(known, all.get(0))) {
            return all;
        }
        boolean authority = known.stream().anyMatch(line -> line.marker() == Marker.AUTHORITY);
        List<KeyAlgorithms.Factory> first = new ArrayList<>();
        List<KeyAlgorithms.Factory> last = new ArrayList<>();
        for (KeyAlgorithms.Factory it : all) {
            boolean wanted = (authority && it.getName().endsWith(SIGNED)) || isKnown(known, it);
            (wanted ? first : last).add(it);
        }
        first.addAll(last);
        return first;
    }

    private static boolean isKnown(List<KnownLine> known, KeyAlgorithms.Factory algorithm) {
        String type = algorithm.getKeyType().toString().replace(SIGNED, "");
        // OpenSSH looks at the first key of a type only, and does not ask for it when it is revoked.
        return known.stream()
                .filter(line -> line.marker() == Marker.KEY && line.key().type().equals(type))
                .findFirst()
                .filter(line -> !KnownHosts.isRevoked(known, line.key()))
                .isPresent();
    }

    /** The order of OpenSSH 9. */
    private static List<KeyAlgorithms.Factory> hostKeys() {
        return List.of(
                KeyAlgorithms.EdDSA25519CertV01(),
                KeyAlgorithms.ECDSASHANistp256CertV01(),
                KeyAlgorithms.ECDSASHANistp384CertV01(),
                KeyAlgorithms.ECDSASHANistp521CertV01(),
                new KeyAlgorithms.Factory(
                        "rsa-sha2-512-cert-v01@openssh.com", new SignatureRSA.FactoryRSASHA512(), KeyType.RSA_CERT),
                new KeyAlgorithms.Factory(
                        "rsa-sha2-256-cert-v01@openssh.com", new SignatureRSA.FactoryRSASHA256(), KeyType.RSA_CERT),
                KeyAlgorithms.EdDSA25519(),
                KeyAlgorithms.ECDSASHANistp256(),
                KeyAlgorithms.ECDSASHANistp384(),
                KeyAlgorithms.ECDSASHANistp521(),
                KeyAlgorithms.RSASHA512(),
                KeyAlgorithms.RSASHA256());
    }
}
