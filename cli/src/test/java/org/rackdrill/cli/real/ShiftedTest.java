package org.rackdrill.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rackdrill.cli.input.ShippedLabs;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Reach;
import org.rackdrill.model.reading.LabReader;

class ShiftedTest {
    private static final Lab SANDBOX = new LabReader(Catalogue.load())
            .read("sandbox.yaml", ShippedLabs.find("sandbox").orElseThrow().bytes())
            .lab()
            .orElseThrow();

    private static List<String> addresses(Lab lab) {
        return lab.reach().values().stream()
                .flatMap(it -> Stream.of(it.ssh(), it.nut(), it.check()))
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void theFirstSandboxIsWhereItsLabSays() {
        assertThat(new Shifted(0).of(SANDBOX)).isEqualTo(SANDBOX);
    }

    @Test
    void everyAddressOfAnotherOneHasItsNumber() {
        assertThat(addresses(SANDBOX)).isNotEmpty().allMatch(it -> it.matches(".*\\b10\\.7[78]\\.0\\.\\d+.*"));

        assertThat(addresses(new Shifted(12).of(SANDBOX)))
                .hasSameSizeAs(addresses(SANDBOX))
                .allMatch(it -> it.matches(".*\\b10\\.7[78]\\.12\\.\\d+.*"));
    }

    @Test
    void whatIsNoAddressStaysAsItIs() {
        Reach reach = new Reach(
                Optional.of("rackdrill@110.77.0.11"),
                Optional.of("through rack"),
                Optional.empty(),
                Optional.of("db.service"),
                Optional.of("10.77.0.1"),
                Optional.of("http://10.77.0.50:10.77"),
                Optional.of("tank/db"));

        Reach shifted = Optional.ofNullable(new Shifted(3)
                        .of(SANDBOX.with(Map.of("x", reach)))
                        .reach()
                        .get("x"))
                .orElseThrow();

        assertThat(shifted)
                .isEqualTo(new Reach(
                        reach.ssh(),
                        reach.power(),
                        reach.nut(),
                        reach.unit(),
                        reach.resource(),
                        Optional.of("http://10.77.3.50:10.77"),
                        reach.dataset()));
    }
}
