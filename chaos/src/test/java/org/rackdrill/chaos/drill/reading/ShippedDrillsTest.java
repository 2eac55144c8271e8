package org.rackdrill.chaos.drill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.fault.FaultKind;

/** The drills that come with the program. */
class ShippedDrillsTest {

    static List<Path> drills() {
        return Drills.shipped();
    }

    @ParameterizedTest
    @MethodSource("drills")
    void eachReadsWithoutAProblemAndSaysWhatItTeaches(Path file) {
        String yaml = Drills.text(file);
        DrillReading reading = Drills.read(yaml);
        assertThat(Drills.problems(reading)).isEmpty();
        assertThat(reading.drill()).isPresent();
        assertThat(yaml).startsWith("# ").contains("# What it teaches: ");
        assertThat(file.getFileName().toString()).endsWith(".drill.yaml");
    }

    @Test
    void togetherTheyUseEveryFaultButAFew() {
        Set<FaultKind> used = drills().stream()
                .map(file -> Drills.drill(Drills.text(file)))
                .map(Drill::timeline)
                .flatMap(List::stream)
                .map(step -> step.act())
                .filter(act -> act instanceof Act.Break<?>)
                .map(act -> ((Act.Break<?>) act).fault().kind())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FaultKind.class)));
        Set<FaultKind> unused = EnumSet.copyOf(Arrays.asList(FaultKind.values()));
        unused.removeAll(used);
        assertThat(unused).containsExactly(FaultKind.NODE_REBOOT);
    }

    @Test
    void thereAreManyOfThem() {
        assertThat(drills()).hasSizeGreaterThan(25);
    }
}
