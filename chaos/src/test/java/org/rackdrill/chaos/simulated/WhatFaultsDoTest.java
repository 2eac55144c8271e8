package org.rackdrill.chaos.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rackdrill.chaos.fault.FaultKind;

/** What each fault does to a healthy lab, as {@code what-faults-do.txt} says it. */
final class WhatFaultsDoTest {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofMinutes(15);

    /** Three lines of the file. */
    private record Case(String lab, String fault, String soon, String later) {

        void holds() {
            Scene scene = Scene.in(lab);
            Eyesight eyes = new Eyesight(scene, Shipped.lab(lab));
            assertThat(eyes.bad()).as("what is wrong before").isEmpty();
            scene.breaks(fault);
            scene.waits(SOON);
            assertThat(said(eyes.bad())).as("soon after %s", fault).isEqualTo(soon);
            scene.waits(LATER);
            assertThat(said(eyes.bad()))
                    .as("a quarter of an hour after %s", fault)
                    .isEqualTo(later);
        }

        private static String said(List<String> bad) {
            return bad.isEmpty() ? "nothing" : String.join(", ", bad);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFaultDoesWhatIsWritten() {
        return cases().stream().map(it -> DynamicTest.dynamicTest(it.lab() + ", " + it.fault(), it::holds));
    }

    @Test
    void everyFaultIsWritten() {
        List<String> written =
                cases().stream().map(it -> it.fault().split(":", 2)[0]).toList();
        assertThat(Arrays.stream(FaultKind.values()).map(FaultKind::word))
                .allSatisfy(word -> assertThat(written).contains(word));
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i += 3) {
            String[] what = lines.get(i).split(" > ", 2);
            String soon = lines.get(i + 1).split(" > ", 2)[1];
            String later = lines.get(i + 2).split(" > ", 2)[1];
            cases.add(new Case(what[0], what[1], soon, later.equals("the same") ? soon : later));
        }
        return cases;
    }

    private static List<String> lines() {
        try (InputStream file =
                Objects.requireNonNull(WhatFaultsDoTest.class.getResourceAsStream("/simulated/what-faults-do.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
