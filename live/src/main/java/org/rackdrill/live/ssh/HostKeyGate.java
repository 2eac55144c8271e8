package org.rackdrill.live.ssh;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.rackdrill.live.ssh.KnownHosts.Verdict;

/**
 * Decides whether a host is the one that we know, as {@code ssh -o StrictHostKeyChecking=yes} does, in the same order of
 * steps: a certificate first, then the key in it; the name with its port first, then, where that is unknown, without.
 */
final class HostKeyGate implements HostKeyVerifier {
    private static final int SHORTEST_RSA_BITS = 1024;

    private final KnownHosts known;
    private final Login login;
    private final Clock clock;
    private volatile String refusal = "";

    HostKeyGate(KnownHosts known, Login login, Clock clock) {
        this.known = known;
        this.login = login;
        this.clock = clock;
    }

    @Override
    public boolean verify(String hostname, int port, PublicKey key) {
        if (plain(key) instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA_BITS) {
            refusal = "its RSA key is too short to prove anything";
            return false;
        }
        boolean accepted = accepts(login.knownName(), key);
        if (accepted) {
            refusal = "";
        }
        return accepted;
    }

    /** Algorithms are put in order before the connection begins; see {@link Algorithms}. */
    @Override
    public List<String> findExistingAlgorithms(String hostname, int port) {
        return List.of();
    }

    /** Returns why the key was refused, in a clause; empty when it was not. */
    String refusal() {
        return refusal;
    }

    private boolean accepts(String name, PublicKey key) {
        List<KnownLine> lines = known.about(name);
        return key instanceof Certificate<?> signed
                ? acceptsSigned(name, lines, new HostCertificate(signed))
                : acceptsPlain(name, lines, KeyBlob.of(key));
    }

    private boolean acceptsSigned(String name, List<KnownLine> lines, HostCertificate certificate) {
        if (KnownHosts.isRevoked(lines, certificate.authority()) || KnownHosts.isRevoked(lines, certificate.key())) {
            refusal = "its key, or the authority that signed it, is revoked in known_hosts";
            return false;
        }
        Optional<String> flaw = Optional.empty();
        if (KnownHosts.isAuthority(lines, certificate.authority())) {
            flaw = certificate.flaw(login.host(), clock.instant());
            if (flaw.isEmpty()) {
                return true;
            }
        } else if (hasPort(name) && accepts(login.host(), certificate.certificate())) {
            return true;
        }
        if (acceptsPlain(name, lines, certificate.key())) {
            return true;
        }
        flaw.ifPresent(it -> refusal = it);
        return false;
    }

    private boolean acceptsPlain(String name, List<KnownLine> lines, KeyBlob key) {
        Verdict verdict = KnownHosts.judge(lines, key);
        // A key that is known for the host is good on every port of it.
        boolean accepted = verdict == Verdict.KNOWN
                || (verdict == Verdict.NEW
                        && hasPort(name)
                        && acceptsPlain(login.host(), known.about(login.host()), key));
        if (!accepted) {
            refusal = sentence(verdict, key, lines);
        }
        return accepted;
    }

    private boolean hasPort(String name) {
        return !name.equals(login.host());
    }

    private String sentence(Verdict verdict, KeyBlob key, List<KnownLine> lines) {
        return switch (verdict) {
            case REVOKED -> "its key is revoked in known_hosts (" + key + ")";
            case CHANGED ->
                "its key is " + key + ", but " + other(lines)
                        + " is known: it is another machine, was installed anew, or somebody is in between";
            case NEW, KNOWN -> "its key " + key + " is not known; rackdrill trust " + login + " shows how to accept it";
        };
    }

    private static String other(List<KnownLine> lines) {
        return lines.stream()
                .filter(line -> line.marker() == KnownLine.Marker.KEY)
                .findFirst()
                .map(line -> line.key() + " (" + line.file() + ", line " + line.number() + ")")
                .orElse("another");
    }

    private static PublicKey plain(PublicKey key) {
        return key instanceof Certificate<?> certificate ? certificate.getKey() : key;
    }
}
