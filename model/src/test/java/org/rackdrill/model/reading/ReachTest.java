package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Reach;

/** A lab file says how its real things are reached, and says it in a way that cannot be misread. */
class ReachTest {

    private final Lab lab = Labs.lab(Labs.resource("format/reachable.yaml"));
    private final Map<String, Reach> reach = lab.reach();

    @Test
    void everyThingIsFoundUnderItsTextAsATarget() {
        assertThat(reach).containsOnlyKeys("node1", "node2", "ups1", "web", "dns", "db", "db at node2/tank");
    }

    @Test
    void aNodeHasALoginAndAWitnessOfItsPower() {
        assertThat(reach("node1").ssh()).contains("rackdrill@10.0.0.11");
        assertThat(reach("node1").power()).contains("node2");
        assertThat(reach("node2").ssh()).contains("root@node2.example:2222 via jump@gate.example,me@[fe80::1]:22");
        assertThat(reach("node2").power()).contains(Reach.RACK);
        assertThat(reach("ups1").nut()).contains("ups1@10.0.0.11:3493");
    }

    @Test
    void aServiceHasAUnitOrAResourceACheckAndADataset() {
        assertThat(reach("web").resource()).contains("web");
        assertThat(reach("web").check()).contains("http://10.0.0.50:8080/health");
        assertThat(reach("db").unit()).contains("postgresql@15-main");
        assertThat(reach("db").check()).contains("postgres://probe@10.0.0.51/app");
        assertThat(reach("db").dataset()).contains("tank/db");
        assertThat(reach("db at node2/tank").dataset()).contains("tank/copies/db");
    }

    @Test
    void itIsExplained() {
        List<String> explained = Labs.read(Labs.resource("format/reachable.yaml")).explained().stream()
                .map(one -> one.path() + " = " + one.value())
                .toList();

        assertThat(explained)
                .contains(
                        "nodes.node1.ssh = rackdrill@10.0.0.11",
                        "nodes.node2.power = through rack",
                        "ups.ups1.nut = ups1@10.0.0.11:3493",
                        "services.web.check = http://10.0.0.50:8080/health",
                        "copies.db[0].dataset = tank/copies/db");
    }

    @Test
    void aLabThatSaysNothingOfItReachesNothing() {
        assertThat(Labs.lab(Labs.resource("format/everything.yaml")).reach()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://u:secret@10.0.0.1/",
                "https://:secret@10.0.0.1/",
                "postgres://app:secret@10.0.0.1/app",
                "tcp://a:b@10.0.0.1:5432"
            })
    void aPasswordIsRefused(String check) {
        assertThat(problems("check: \"" + check + "\"")).singleElement().satisfies(problem -> {
            assertThat(problem.what()).contains("password").doesNotContain("secret");
            assertThat(problem.line()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ssh, root@10.0.0.1:70000, 70000",
        "ssh, root@[::1]:0, 0",
        "ssh, a@b via c@d:99999, 99999",
        "nut, ups1@h:65536, 65536"
    })
    void aPortIsANumberUpTo65535(String key, String value, String port) {
        String ups = key.equals("nut") ? "{" + key + ": \"" + value + "\"}" : "{}";
        String node = key.equals("nut") ? "{}" : "{" + key + ": \"" + value + "\"}";
        String yaml =
                "rackdrill: 1\nups: {ups1: " + ups + "}\nnodes: {nas: " + node + "}\nservices: {web: {on: nas}}\n";

        assertThat(Labs.real(Labs.read(yaml)))
                .extracting(Problem::what)
                .containsExactly("`" + port + "` is not a port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh: -oProxyCommand=reboot@10.0.0.1",
                "ssh: root@-oProxyCommand=reboot",
                "ssh: root@$(reboot)",
                "ssh: 'root@h;reboot'",
                "ssh: 10.0.0.1",
                "ssh: root@h via",
                "ssh: root@h via a@b via c@d",
                "power: rack",
                "power: through"
            })
    void aLoginHoldsNothingThatAProgramCouldTakeForMore(String entry) {
        List<Problem> problems =
                Labs.real(Labs.read("rackdrill: 1\nnodes:\n  nas: {" + entry + "}\nservices: {web: {on: nas}}\n"));

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check: ftp://10.0.0.1",
                "check: http://10.0.0.1/a b",
                "check: 'http://10.0.0.1/$(reboot)'",
                "check: tcp://10.0.0.1",
                "check: postgres://10.0.0.1",
                "unit: ../etc/passwd",
                "unit: -x.service",
                "resource: 'a b'"
            })
    void aServiceHoldsNothingThatAProgramCouldTakeForMore(String entry) {
        assertThat(problems(entry))
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
    }

    private static List<Problem> problems(String entry) {
        return Labs.real(Labs.read("rackdrill: 1\nnodes: {nas: {}}\nservices: {web: {on: nas, " + entry + "}}\n"));
    }

    private Reach reach(String target) {
        return Optional.ofNullable(reach.get(target)).orElse(Reach.NONE);
    }
}
