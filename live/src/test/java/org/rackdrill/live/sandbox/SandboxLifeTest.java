package org.rackdrill.live.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A sandbox, from up to down. */
@Tag("root")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class SandboxLifeTest {
    private static final String NAME = "life";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(3);

    private Sandbox sandbox = new Sandbox(NAME, 0, Sandbox.HOME, java.util.Map.of());
    private Hands hands = new Hands(Sandbox.HOME);

    @BeforeAll
    void up() {
        OnThisMachine.sandboxesArePossible();
        sandbox = Raising.raise(NAME, "", OnThisMachine.QUIET);
        hands = new Hands(sandbox.state());
        List<Condition> conditions = Raising.settle(sandbox, OnThisMachine.QUIET);
        assertThat(conditions).as("all nodes after the start").allMatch(Condition::healthy);
    }

    @AfterEach
    void leavesNothingUndone() {
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() -> assertThat(Condition.of(sandbox)).allMatch(Condition::healthy));
        assertThat(sandbox.deviations()).isEmpty();
    }

    @AfterAll
    void down() {
        if (Razing.anything(NAME)) {
            Razing.Difference difference = Razing.raze(NAME, OnThisMachine.QUIET);
            assertThat(difference.ours()).isEmpty();
            assertThat(Razing.anything(NAME)).isFalse();
            assertThat(Sandbox.running(NAME)).isEmpty();
        }
    }

    @Test
    void isKnownByItsNameAndThereIsOnlyOneOfIt() {
        assertThat(Sandbox.running(NAME)).contains(sandbox);
        assertThatThrownBy(() -> Raising.raise(NAME, "", OnThisMachine.QUIET)).hasMessageContaining("is up already");
    }

    @Test
    void takesLoginsWithStrictHostKeysFromTheFirstMoment() {
        sandbox.addresses()
                .forEach((node, address) -> assertThat(ssh(address, "cat /etc/machine-id /etc/hostname"))
                        .isEqualTo(new Call(0, sandbox.machineIds().get(node) + "\n" + node + "\n")));
    }

    @Test
    void loginsMayAskTheHelperAndNothingElse() {
        String address = address("node2");

        assertThat(ssh(address, "echo '{\"verb\":\"armed\"}' | sudo -n /usr/local/libexec/rackdrill-helper")
                        .out())
                .startsWith("done");
        assertThat(ssh(address, "sudo -n /usr/local/libexec/rackdrill-helper --all")
                        .good())
                .isFalse();
        assertThat(ssh(address, "sudo -n true").good()).isFalse();
    }

    @Test
    void aNodeWhosePlugIsPulledIsGoneUntilItIsPutIn() {
        assertThat(hands.must("power", "off", "node3")).isEqualTo("off");
        assertThat(hands.must("power", "off", "node3")).isEqualTo("off");

        assertThat(Condition.ssh(address("node3"))).isFalse();
        assertThat(hands.must("link", "state", "node3")).isEqualTo("down");
        assertThat(hands.must("outlet", "on", "node3")).as("the strip").isEqualTo("on");
        assertThat(hands.must("power", "state", "node3")).isEqualTo("off");

        assertThat(hands.must("power", "on", "node3")).isEqualTo("on");
        Awaitility.await().atMost(SOON).until(() -> Condition.ssh(address("node3")));
    }

    @Test
    void whatIsAddedToANetworkIsGoneAfterALossOfPower() {
        Inside node = new Inside(sandbox.state(), "node4");
        assertThat(node.call(SOON, "ip", "addr", "add", "10.78.99.99/32", "dev", "eth0")
                        .good())
                .isTrue();
        assertThat(node.call(SOON, "nft", "add", "table", "inet", "left").good())
                .isTrue();

        hands.must("power", "reboot", "node4");

        assertThat(node.call(SOON, "ip", "addr", "show", "eth0").out())
                .contains("10.78.")
                .doesNotContain("99.99");
        assertThat(node.call(SOON, "nft", "list", "tables").out()).isEmpty();
    }

    @Test
    void aNodeThatHangsAnswersNothingAndGoesOn() {
        String address = address("node4");
        assertThat(hands.must("freeze", "node4")).isEqualTo("frozen");

        assertThat(hands.must("power", "state", "node4")).isEqualTo("frozen");
        assertThat(Condition.ssh(address)).isFalse();
        assertThat(hands.must("thaw", "node4")).isEqualTo("thawed");
        Awaitility.await().atMost(SOON).until(() -> Condition.ssh(address));
    }

    @Test
    void aNodeThatHangsCanLoseItsPower() {
        hands.must("freeze", "node4");

        assertThat(hands.must("power", "off", "node4")).isEqualTo("off");
        assertThat(hands.must("power", "on", "node4")).isEqualTo("on");
        Awaitility.await().atMost(SOON).until(() -> Condition.ssh(address("node4")));
    }

    @Test
    void aPulledCableCutsOffOneNode() {
        assertThat(hands.must("link", "down", "node4")).isEqualTo("down");
        assertThat(Condition.ssh(address("node4"))).isFalse();
        assertThat(hands.must("link", "up", "node4")).isEqualTo("up");
        Awaitility.await().atMost(SOON).until(() -> Condition.ssh(address("node4")));
    }

    @Test
    void aLineLosesWhatItIsToldTo() {
        hands.must("loss", "node4", "50");
        int there = received("node1", "node4", 200);
        hands.must("clear", "node4");

        assertThat(there)
                .as("of 200, a quarter comes back: 50, and 20 to 85 with p > 0.9999")
                .isBetween(20, 85);
        assertThat(received("node1", "node4", 20)).isEqualTo(20);
    }

    @Test
    void aLineTakesLonger() {
        hands.must("delay", "wan", "60", "5");
        double slow = roundTripMillis("node1", "node4");
        hands.must("clear", "wan", "delay");

        assertThat(slow).isBetween(105.0, 200.0);
        assertThat(roundTripMillis("node1", "node4")).isLessThan(50);
    }

    @Test
    void aLineIsNarrower() {
        hands.must("rate", "node4", "4000");
        long start = System.nanoTime();
        Call call = new Inside(sandbox.state(), "node1")
                .call(LONG, "bash", "-c", "head -c 1000000 /dev/zero | ssh node4 'cat >/dev/null'");
        double seconds = (System.nanoTime() - start) / 1e9;
        hands.must("clear", "node4", "rate");

        assertThat(call.good()).as(call.out()).isTrue();
        assertThat(seconds).as("8 Mbit through 4 Mbit/s").isGreaterThan(1.5);
    }

    @Test
    void theLineBetweenTheSitesCanBeDown() {
        hands.must("wan", "down");
        assertThat(received("node1", "node4", 3)).isZero();
        assertThat(received("node1", "node2", 3)).isEqualTo(3);
        hands.must("wan", "up");
        assertThat(received("node1", "node4", 3)).isEqualTo(3);
    }

    @Test
    void aPartitionIsBetweenTwoSidesAndNowhereElse() {
        hands.must("partition", "node4", "node1,node2");
        assertThat(received("node1", "node4", 3)).isZero();
        assertThat(received("node4", "node2", 3)).isZero();
        assertThat(received("node4", "node3", 3)).isEqualTo(3);
        assertThat(received("node1", "node2", 3)).isEqualTo(3);
        assertThat(hands.must("partition-clear")).isEqualTo("none");
        assertThat(received("node1", "node4", 3)).isEqualTo(3);
    }

    @Test
    void handsRefuseWhatIsNotThere() {
        for (String[] wrong : List.of(
                new String[] {"power", "off", "node9"},
                new String[] {"link", "down", "../x"},
                new String[] {"loss", "node1", "101"},
                new String[] {"delay", "node1", "1;id"},
                new String[] {"partition", "node1", "$(id)"},
                new String[] {"explode"})) {
            assertThat(hands.call(wrong).good()).as(String.join(" ", wrong)).isFalse();
        }
    }

    @Test
    void fourIdleNodesAreSmall() {
        List<String> script = new ArrayList<>(List.of("sh", "-c", """
                for p in $(find /sys/fs/cgroup -path '*rackdrill-%s*' -name cgroup.procs -exec cat {} + | sort -u); do
                    cat /proc/$p/smaps_rollup 2>/dev/null
                done | awk '/^Pss:/ { sum += $2 } END { print int(sum / 1024) }'
                """.formatted(NAME)));

        int mebibytes = Integer.parseInt(Call.must(LONG, script).out().strip());

        assertThat(mebibytes)
                .as("MiB of all four, with what stays with the rack")
                .isBetween(100, 1500);
    }

    private String address(String node) {
        return Objects.requireNonNull(sandbox.addresses().get(node), node);
    }

    private Call ssh(String address, String command) {
        List<String> words = List.of(
                "ssh",
                "-F",
                "none",
                "-o",
                "BatchMode=yes",
                "-o",
                "StrictHostKeyChecking=yes",
                "-o",
                "UserKnownHostsFile=" + sandbox.knownHosts(),
                "-o",
                "GlobalKnownHostsFile=/dev/null",
                "-o",
                "ConnectTimeout=10",
                "-i",
                sandbox.key().toString(),
                "rackdrill@" + address,
                command);
        return Call.of(SOON, words);
    }

    private int received(String from, String to, int count) {
        String out = ping(from, to, count);
        return Integer.parseInt(out.replaceFirst("(?s).*transmitted, ([0-9]+) received.*", "$1"));
    }

    private double roundTripMillis(String from, String to) {
        return Double.parseDouble(ping(from, to, 10).replaceFirst("(?s).*mdev = [0-9.]+/([0-9.]+)/.*", "$1"));
    }

    private String ping(String from, String to, int count) {
        return new Inside(sandbox.state(), from)
                .call(LONG, "ping", "-q", "-c", String.valueOf(count), "-i", "0.02", "-W", "1", to)
                .out();
    }
}
