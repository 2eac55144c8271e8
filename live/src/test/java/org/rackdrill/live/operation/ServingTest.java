package org.rackdrill.live.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;

/** Whose power is cut before a service with data starts elsewhere. */
class ServingTest {
    private static final String TEXT = """
            rackdrill: 1
            name: Two nodes
            nodes:
              node1: {model: intel-nuc-11, ssh: root@10.0.0.11, power: through node2, pools: {tank: {layout: mirror, disks: 2 x 4 TB hdd}}}
              node2: {model: intel-nuc-11, ssh: root@10.0.0.12, pools: {tank: {layout: mirror, disks: 2 x 4 TB hdd}}}
            services:
              db: {on: node1, data: {at: node1/tank, size: 1 GiB}, unit: db.service, dataset: tank/db}
            copies:
              db:
                - {to: node2/tank, by: syncoid, every: 15 min, dataset: tank/copies/db}
            """;

    @TempDir
    Path folder;

    private final List<Request> asked = new ArrayList<>();

    private String greeting = "";

    /** Node1 keeps us out; node2 has a copy, and hears the greeting of node1. */
    private Operations operations() {
        Lab lab = new LabReader(Catalogue.load())
                .read("lab.yaml", TEXT.getBytes(StandardCharsets.UTF_8))
                .lab()
                .orElseThrow();
        return new Operations(lab, name -> Optional.of(host(name)), new ManifestFolder(folder));
    }

    private static Answer failover(Operations operations) {
        return operations.perform("by-hand", new Operation.Failover(Optional.empty()), new Target.Service("db"));
    }

    private Host host(String name) {
        return new Host() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Reply ask(Request request, Duration within) {
                if (name.equals("node1")) {
                    return Reply.refused("node1, logging in: it takes none of our keys");
                }
                asked.add(request);
                return switch (request.verb()) {
                    case "snapshots" -> Reply.done("tank/copies/db@one\t17\t1700000000\n");
                    case "port" ->
                        Reply.done("open=" + (greeting.isEmpty() ? "no" : "yes") + "\nsaid=" + greeting + "\n");
                    default -> Reply.done("state=running\nprogress=1\n");
                };
            }
        };
    }

    private boolean powerWasCut() {
        return asked.stream().anyMatch(it -> "power-off".equals(it.words().get("do")));
    }

    @Test
    void aNodeThatOnlyKeepsUsOutIsWellAndKeepsItsPower() {
        greeting = "SSH-2.0-OpenSSH_9.2";
        Answer answer = failover(operations());

        assertThat(answer)
                .isEqualTo(
                        Answer.refused(
                                "node1, logging in: it takes none of our keys; but node2 sees that it works, so"
                                        + " its power is not cut: let rackdrill in there, or stop db there by hand and switch it off"));
        assertThat(powerWasCut()).isFalse();
    }

    @Test
    void aNodeThatGreetsNobodyLosesItsPowerBeforeAnythingStarts() {
        failover(operations());

        assertThat(powerWasCut()).isTrue();
        assertThat(asked).noneMatch(it -> "promote".equals(it.words().get("do")));
    }

    @Test
    void aPortThatOpensAndSaysNothingIsNoSignOfLife() {
        greeting = "\u0000";
        failover(operations());

        assertThat(powerWasCut()).isTrue();
    }

    @Test
    void aNodeThatWakesUpAfterItsPowerWasCutDoesNotEndTheFailover() {
        Operations operations = operations();
        failover(operations);
        greeting = "SSH-2.0-OpenSSH_9.2";

        assertThat(failover(operations).kind()).isNotEqualTo(Answer.Kind.REFUSED);
        assertThat(failover(operations()).kind()).isEqualTo(Answer.Kind.REFUSED);
    }
}
