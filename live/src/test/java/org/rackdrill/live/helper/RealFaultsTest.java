package org.rackdrill.live.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/** Every fault that a container can carry, for real: broken, seen to be broken, taken back, seen to be as before. */
@Tag("root")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealFaultsTest {
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private Container container;
    private int hits;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        container = new Container("rdh-faults", folder);
        container.installation().install();
        container.run("mkdir", "-p", "/disks", "/etc/site", "/etc/rackdrill");
        container.run("truncate", "-s", "192M", "/disks/d1", "/disks/d2", "/disks/d3");
        container.run("zpool", "create", "tank", "raidz", "/disks/d1", "/disks/d2", "/disks/d3");
        container.run("zfs", "create", "-o", "mountpoint=/srv/db", "tank/db");
        container.run("zfs", "create", "-o", "mountpoint=/srv/copy", "tank/copy");
        container.run("sh", "-c", "for i in 1 2 3 4 5 6 7 8 9; do head -c 3000000 /dev/urandom >/srv/db/file$i; done");
        container.run("zfs", "snapshot", "tank/copy@synced");
        container.run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "/etc/site/key",
                "-out",
                "/etc/site/certificate",
                "-subj",
                "/CN=web.example");
        container.run("systemctl", "start", "nginx");
        container.run("ip", "link", "add", "cable0", "type", "veth", "peer", "name", "cable1");
        container.write("/etc/rackdrill/files", """
                certificate nginx /etc/site/certificate /etc/site/key
                credentials tank/copy /etc/site/key
                """);
        container.run("chmod", "-R", "go-w", "/etc/rackdrill");
        done(Request.of("armed"));
    }

    @AfterAll
    void stop() throws Exception {
        if (container != null) {
            container.close();
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("disk-failure", "pool", "tank", "disk", "2"),
                fault("silent-corruption", "pool", "tank", "disk", "3", "amount", "4000000"),
                fault("pool-full", "pool", "tank", "to", "95"),
                fault("pool-full", "pool", "tank", "to", "100"),
                fault("pool-hung", "pool", "tank"),
                fault("dataset-deleted", "dataset", "tank/db"),
                fault("files-encrypted", "dataset", "tank/db", "files", "60"),
                fault("replica-diverged", "dataset", "tank/copy"),
                fault("process-kill", "unit", "nginx", "stay", "yes"),
                fault("process-kill", "unit", "nginx"),
                fault("service-crash", "unit", "nginx", "stay", "yes"),
                fault("dns-down", "unit", "nginx"),
                fault("certificate-expired", "unit", "nginx"),
                fault("sync-credentials-broken", "dataset", "tank/copy"),
                fault("cpu-pressure", "to", "50"),
                fault("link-down", "interface", "cable0"),
                fault("link-loss", "interface", "cable0", "lost", "30"),
                fault("link-bandwidth", "interface", "cable0", "limit", "2000"),
                fault("partition", "addresses", "10.1.2.3,fe80::1"));
    }

    private static Arguments fault(String word, String... words) {
        return Arguments.of(word, List.of(words));
    }

    @ParameterizedTest(name = "{0} {1}")
    @Order(1)
    @MethodSource("faults")
    void isBrokenAndAsBefore(String fault, List<String> words) throws IOException {
        String before = fingerprint();
        String hit = "r/" + fault + "/" + ++hits;
        done(with("arm", hit, fault, words).with("lease", "120"));
        done(of("inject", hit));
        assertThat(ask(of("prove", hit)).body()).startsWith("false ");

        undone(hit);
        undone(hit);
        done(of("disarm", hit));

        asBefore(before);
    }

    @ParameterizedTest(name = "{0} {1}")
    @Order(2)
    @MethodSource("faults")
    void isTakenBackByItsTimer(String fault, List<String> words) throws IOException {
        String before = fingerprint();
        String hit = "r/" + fault + "/" + ++hits;
        done(with("arm", hit, fault, words).with("lease", "8"));
        done(of("inject", hit));

        await().atMost(WITHIN)
                .until(() -> ask(Request.of("armed"))
                        .body()
                        .lines()
                        .anyMatch(line ->
                                line.startsWith("hit=" + hit + " ") && line.contains(" state=undone proven=1 ")));
        done(of("disarm", hit));
        asBefore(before);
    }

    @ParameterizedTest
    @Order(2)
    @ValueSource(ints = {70, 95, 100})
    void aPoolIsAsFullAsAskedAtOnce(int to) throws IOException {
        String before = fingerprint();
        String hit = "r/room/" + to;
        done(with("arm", hit, "pool-full", List.of("pool", "tank", "to", "" + to))
                .with("lease", "120"));
        done(of("inject", hit));

        double[] room = container
                .run("zfs", "get", "-Hp", "-o", "value", "used,available", "tank")
                .lines()
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(100 * room[0] / (room[0] + room[1])).isCloseTo(to, within(0.5));
        await().atMost(WITHIN)
                .untilAsserted(() -> assertThat(Integer.parseInt(container
                                .run("zpool", "list", "-H", "-o", "capacity", "tank")
                                .replaceAll("\\D", "")))
                        .as("what is really written, beside what so small a pool keeps for itself")
                        .isGreaterThan(to * 3 / 4));
        String writes = "(head -c 60000000 /dev/zero >/srv/db/more) && echo had room; rm -f /srv/db/more";
        assertThat(container.run("sh", "-c", writes)).isEqualTo(to < 80 ? "had room\n" : "");

        undone(hit);
        done(of("disarm", hit));
        asBefore(before);
    }

    @Test
    @Order(2)
    void aLinkThatSomebodyPlantedInACopyIsNotFollowed() throws IOException {
        String before = fingerprint();
        container.write("/etc/site/precious", "precious\n");
        container.run("ln", "-s", "/etc/site/precious", "/srv/copy/.rackdrill-written-here");
        done(with("arm", "r/planted/1", "replica-diverged", List.of("dataset", "tank/copy"))
                .with("lease", "120"));

        Reply reply = ask(of("inject", "r/planted/1"));
        assertThat(reply.kind()).isEqualTo(Reply.Kind.REFUSED);
        assertThat(reply.why()).endsWith("taken back");
        assertThat(container.run("cat", "/etc/site/precious")).isEqualTo("precious\n");

        done(of("disarm", "r/planted/1"));
        container.run("rm", "-f", "/etc/site/precious", "/srv/copy/.rackdrill-written-here");
        asBefore(before);
    }

    @Test
    @Order(3)
    void whatIsArmedIsUndoneAtTheNextStart() throws IOException {
        for (String[] words : List.of(
                new String[] {"r/disk/1", "disk-failure", "pool", "tank", "disk", "1"},
                new String[] {"r/data/1", "dataset-deleted", "dataset", "tank/db"},
                new String[] {"r/key/1", "sync-credentials-broken", "dataset", "tank/copy"})) {
            done(with("arm", words[0], words[1], List.of(words).subList(2, words.length))
                    .with("lease", "3600"));
            done(of("inject", words[0]));
        }
        container.run("sync");
        container.kill();
        container.boot();

        for (String hit : List.of("r/disk/1", "r/data/1", "r/key/1")) {
            await(hit)
                    .atMost(WITHIN)
                    .untilAsserted(
                            () -> assertThat(ask(of("prove", hit)).body()).isEqualTo("true\n"));
            assertThat(ask(of("inject", hit)).kind()).isEqualTo(Reply.Kind.REFUSED);
            done(of("disarm", hit));
        }
    }

    @Test
    @Order(4)
    void isNotRemovedWhileSomethingIsArmedAndLeavesNothingAfterwards() throws Exception {
        done(with("arm", "r/last/1", "pool-hung", List.of("pool", "tank")).with("lease", "600"));
        try {
            container.installation().remove();
            throw new AssertionError("removed");
        } catch (Hands.NotDone e) {
            assertThat(e.why()).contains("not removed while something is armed");
        }
        done(of("undo", "r/last/1"));
        done(of("disarm", "r/last/1"));
        assertThat(container.installation().status().get(0)).contains("helper " + HelperScript.version());

        container.installation().remove();

        assertThat(
                        container.run(
                                "sh",
                                "-c",
                                "ls -d /usr/local/libexec/rackdrill* /etc/systemd/system/rackdrill*"
                                        + " /etc/systemd/system/*/rackdrill* /var/lib/rackdrill /run/systemd/*/rackdrill* 2>/dev/null || true"))
                .isEmpty();
    }

    @Test
    @Order(5)
    void theScriptLaysDownWhatTheInstallationWould() throws Exception {
        container.write("/root/install.sh", InstallationScript.text("root"));
        container.run("sh", "/root/install.sh");

        assertThat(container.installation().install())
                .filteredOn(line -> line.contains(" /"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).endsWith(" is the same already"));
        container.installation().remove();
    }

    private void undone(String hit) {
        done(of("undo", hit));
        await().atMost(WITHIN)
                .untilAsserted(() -> assertThat(ask(of("prove", hit)).body()).isEqualTo("true\n"));
    }

    /** What has just ended is a moment longer in the lists of the system. */
    private void asBefore(String before) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(fingerprint()).isEqualTo(before));
    }

    /** Everything that a fault could leave behind. */
    private String fingerprint() throws IOException {
        return container.run("sh", "-c", """
                zpool status | grep -v -e scan: -e scrub: | sed 's/  *[0-9.]*[KM]* \\(resilvered\\|repaired\\)$//'; zfs list -H -o name,mountpoint -t all; zfs get -H -s local all
                find /srv -printf '%p %s %m %u\\n' | sort; cat /srv/db/* | md5sum
                nft list ruleset; tc qdisc show; ip -br link
                systemctl list-units --all --plain --no-legend 'rackdrill*' nginx.service
                find /etc/site /run/systemd/system /etc/rackdrill /var/lib/rackdrill/armed /var/lib/rackdrill/watch | sort
                md5sum /etc/site/certificate; ps -eo args | grep -c '[r]ackdrill-helper'
                find /run -maxdepth 1 -name 'rackdrill*'
                true""");
    }

    private static Request with(String verb, String hit, String fault, List<String> words) {
        Request request = of(verb, hit).with("fault", fault);
        for (int i = 0; i < words.size(); i += 2) {
            request = request.with(words.get(i), words.get(i + 1));
        }
        return request;
    }

    private static Request of(String verb, String hit) {
        return Bench.of(verb, hit);
    }

    private Reply ask(Request request) {
        return container.ask(request, WITHIN);
    }

    private void done(Request request) {
        Reply reply = ask(request);
        assertThat(reply.done()).as("%s: %s", request.line(), reply.why()).isTrue();
    }
}
