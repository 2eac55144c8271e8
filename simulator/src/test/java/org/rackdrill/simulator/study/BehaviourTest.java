package org.rackdrill.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.rackdrill.simulator.study.BehaviourTest.Moves.DOWN;
import static org.rackdrill.simulator.study.BehaviourTest.Moves.UP;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.simulator.capacity.ContentionStudy;
import org.rackdrill.simulator.compiled.Behaviour;
import org.rackdrill.simulator.compiled.Contending;

/**
 * No process is decoration: leaving one out, under the same luck, moves a named result of a shipped lab in the direction
 * that it should. The numbers stand in {@code docs/physics.md}.
 */
@Tag("simulates")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehaviourTest {

    private static final Path DOCUMENT = Path.of("../docs/physics.md");

    private static final String WRITE = "physics.write";

    /** Long enough for a second power cut before the battery is charged again. */
    private static final Duration YEARS = Duration.ofDays(3 * 365);

    /** A lab of the tests in which disks are slow; in no other one requests are simulated first. */
    private static final String BUSY = "busy-mirror";

    private static final Contending BUSY_DISKS = new ContentionStudy(Question.DEFAULT_SEED, 2);

    private static final double WEEKS = 8760.0 / 168;

    /** Where a result goes when a process is left out. */
    enum Moves {
        UP,
        DOWN
    }

    private record Row(Behaviour without, String lab, String result, Moves moves) {}

    private static Row row(Behaviour without, String lab, String result, Moves moves) {
        return new Row(without, lab, result, moves);
    }

    private static final List<Row> ROWS = List.of(
            row(Behaviour.MAINS_OUTAGES, "v1", "downtime of nas", DOWN),
            row(Behaviour.MAINS_DIPS, "v0", "downtime of nas", DOWN),
            row(Behaviour.BATTERY_RUNTIME, "v1", "downtime of nas", DOWN),
            row(Behaviour.BATTERY_RECHARGE, "v1", "downtime of nas", DOWN),
            row(Behaviour.UPS_OVERLOAD, "small-ups", "downtime of internet", DOWN),
            row(Behaviour.UPS_FAILURES, "v1", "downtime of nas", DOWN),
            row(Behaviour.UPS_TRANSFER, "standby-ups", "downtime of files", DOWN),
            row(Behaviour.UPS_BYPASS, "v1", "downtime of nas", UP),
            row(Behaviour.BATTERY_AGEING, "v1", "downtime of nas", DOWN),
            row(Behaviour.BATTERY_DEATH, "standby-ups", "downtime of files", DOWN),
            row(Behaviour.SELF_TESTS, "v1", "downtime of nas", UP),
            row(Behaviour.ORDERED_SHUTDOWN, "one-circuit", "downtime of files", UP),
            row(Behaviour.POWER_RACE, "v1", "downtime of nas", DOWN),
            row(Behaviour.BREAKER, "one-circuit", "downtime of files", DOWN),
            row(Behaviour.HARD_STOPS, "v1", "downtime of nas", DOWN),
            row(Behaviour.BOOT_TIMES, "v1", "downtime of nas", DOWN),
            row(Behaviour.POWER_SUPPLIES, "v0", "downtime of jellyfin", DOWN),
            row(Behaviour.BOARDS, "v0", "downtime of jellyfin", DOWN),
            row(Behaviour.BOOT_DISKS, "v0", "downtime of jellyfin", DOWN),
            row(Behaviour.CRASHES, "v1", "downtime of nas", DOWN),
            row(Behaviour.GUEST_CRASHES, "v0", "interventions", DOWN),
            row(Behaviour.DISK_FAILURES, "v0", "10-year loss of immich", DOWN),
            row(Behaviour.LATENT_ERRORS, "v0", "damaged blocks of immich", DOWN),
            row(Behaviour.SCRUBS, "v0", "damaged blocks of immich", UP),
            row(Behaviour.BOX_FAILURES, "v1", "downtime of jellyfin", DOWN),
            row(Behaviour.BOX_UPDATES, "v1", "downtime of internet", DOWN),
            row(Behaviour.WAN_OUTAGES, "v1", "downtime of internet", DOWN),
            row(Behaviour.TUNNELS, "off-site-copy", "downtime of films", DOWN),
            row(Behaviour.QUORUM, "two-nodes", "downtime of dns", DOWN),
            row(Behaviour.FENCING, "two-nodes", "downtime of dns", DOWN),
            row(Behaviour.FAILOVER, "v1", "downtime of jellyfin", UP),
            row(Behaviour.MANUAL_FAILOVER, "v1", "downtime of immich", UP),
            // Every way home is a restart for a container.
            row(Behaviour.FAILBACK, "two-nodes", "downtime of dns", DOWN),
            row(Behaviour.MEMORY_LIMITS, "small-second-node", "downtime of jellyfin", DOWN),
            row(Behaviour.SHIPPING, "v1", "downtime of jellyfin", DOWN),
            row(Behaviour.SLEEP, "v0", "downtime of vaultwarden", DOWN),
            row(Behaviour.ABSENCE, "v1", "downtime of nas", DOWN),
            row(Behaviour.MONITORING, "v1", "downtime of uptime-kuma", DOWN),
            row(Behaviour.NIGHT_WORK, "v1", "downtime of nas", UP),
            row(Behaviour.FALSE_ALARMS, "v1", "nights woken", DOWN),
            row(Behaviour.CHANGES, "my-rack", "downtime of photos", DOWN),
            row(Behaviour.WRONG_DISK, "unlabelled-disks", "downtime of films", DOWN),
            row(Behaviour.UNLOCK, "unlock-prompt", "downtime of photos", DOWN),
            row(Behaviour.MIGRATION_RESTARTS, "v1", "downtime of jellyfin", DOWN),
            row(Behaviour.PATCHING, "v1", "downtime of immich", DOWN),
            row(Behaviour.STORMS, "v1", "downtime of nas", DOWN),
            row(Behaviour.HEATWAVES, "standby-ups", "downtime of internet", DOWN),
            row(Behaviour.SURGES, "v0", "10-year loss of immich", DOWN),
            row(Behaviour.DISASTERS, "v0", "10-year loss of immich", DOWN),
            row(Behaviour.RESTORE_TIMES, "v1", "restore hours of nas", DOWN),
            row(Behaviour.DELETIONS, "v0", "10-year loss of immich", DOWN),
            row(Behaviour.RANSOMWARE, "v1", "10-year loss of immich", DOWN),
            row(Behaviour.THEFT, "one-nas", "10-year loss of photos", DOWN),
            row(Behaviour.LOST_KEYS, "raw-copy", "10-year loss of photos", DOWN),
            row(Behaviour.SILENT_CORRUPTION, "v0", "damaged blocks of immich", DOWN),
            row(Behaviour.CONSISTENCY, "photos-and-database", "copy age of photos", DOWN),
            row(Behaviour.AGEING, "v0", "10-year loss of immich", DOWN),
            row(Behaviour.WEAR_OUT, "v0", "10-year loss of immich", DOWN),
            row(Behaviour.BATCHES, "v1", "damaged blocks of immich", DOWN),
            row(Behaviour.BACKPLANES, "v0", "downtime of nas", DOWN),
            row(Behaviour.REBUILD_STRESS, "v0", "10-year loss of immich", DOWN),
            row(Behaviour.SCRUB_PAUSES, "v1", "damaged blocks of immich", DOWN),
            row(Behaviour.STANDBY, "o26-spare", "downtime of cool", UP),
            row(Behaviour.COMMON_CAUSE, "o27-common-cause", "downtime of cool", DOWN),
            row(Behaviour.FAILOVER_COVERAGE, "v1", "downtime of vaultwarden", DOWN),
            row(Behaviour.SHUTDOWN_COVERAGE, "v1", "downtime of nas", UP),
            row(Behaviour.SYNC_COVERAGE, "v1", "copy age of immich", DOWN),
            row(Behaviour.ALERT_COVERAGE, "v1", "downtime of immich", DOWN),
            row(Behaviour.RESTORE_COVERAGE, "v1", "downtime of immich", DOWN),
            row(Behaviour.DRILLS, "job-runner", "copy age of photos", UP),
            row(Behaviour.AUTOMATION, "job-runner", "copy age of photos", DOWN),
            row(Behaviour.STALE_MOUNTS, "v0", "downtime of jellyfin", DOWN),
            row(Behaviour.FREEZING, "v1-ceph", "downtime of nas", UP),
            row(Behaviour.SLOW_LINKS, "slow-uplink", "copy age of cameras", DOWN),
            row(Behaviour.RESTART_STORMS, "v1", "downtime of nas", DOWN),
            row(Behaviour.COLD_STARTS, "chicken-and-egg", "downtime of dns", DOWN),
            row(Behaviour.CEPH_DISKS, "v1-ceph", "downtime of nas", DOWN),
            row(Behaviour.CONTENTION, BUSY, "downtime of photos", DOWN),
            row(Behaviour.TOO_SLOW, BUSY, "downtime of photos", DOWN));

    private record Measured(double whole, double without) {

        String text(Row row) {
            return String.format(
                    Locale.ROOT,
                    "`%s`, %s: %s%s, %s%s without",
                    row.lab(),
                    row.result(),
                    rounded(whole, 3),
                    unit(row.result()),
                    without > whole ? "+" : "",
                    rounded(without - whole, 2));
        }

        private static String rounded(double number, int digits) {
            return new BigDecimal(number).round(new MathContext(digits)).toPlainString();
        }

        private static String unit(String result) {
            if (result.startsWith("10-year")) {
                return "";
            }
            boolean hours = result.startsWith("restore") || result.startsWith("copy age");
            return result.startsWith("downtime") ? " h a year" : hours ? " h" : " a year";
        }
    }

    private final LabReader reader = new LabReader(Catalogue.load());
    private final Map<String, Results> whole = new HashMap<>();
    private final Map<Behaviour, Measured> measured = new HashMap<>();

    @BeforeAll
    void simulate() throws IOException {
        for (Row row : ROWS) {
            Question question = question(row.lab());
            if (!whole.containsKey(row.lab())) {
                whole.put(row.lab(), Simulation.without(Set.of(), question, Progress.SILENT));
            }
            Results left = Simulation.without(Set.of(row.without()), question, Progress.SILENT);
            measured.put(
                    row.without(), new Measured(result(row, whole.getOrDefault(row.lab(), left)), result(row, left)));
        }
    }

    /** Best guesses, and as few histories as there may be: with the same luck on both sides that is enough. */
    private Question question(String name) throws IOException {
        Path labs = Path.of(name.equals(BUSY) ? "src/test/resources/labs" : "../scenarios/labs");
        byte[] text = Files.readAllBytes(labs.resolve(name + ".yaml"));
        Lab lab = reader.read(name, text).lab().orElseThrow();
        Duration horizon =
                lab.study().horizon().compareTo(YEARS) < 0 ? lab.study().horizon() : YEARS;
        Question question = new Question(lab, name, "", 0.9, 1, Optional.of(horizon), Question.DEFAULT_SEED, 2, "test");
        return name.equals(BUSY) ? question.contending(BUSY_DISKS) : question;
    }

    private static double result(Row row, Results results) {
        String what = row.result();
        String of = what.substring(what.lastIndexOf(' ') + 1);
        if (what.equals("interventions")) {
            return results.toil().interventionsPerWeek() * WEEKS;
        } else if (what.equals("nights woken")) {
            return results.toil().nightsWokenPerYear();
        } else if (what.startsWith("downtime of ")) {
            return service(results, of).downtimeHoursPerYear().mean();
        }
        Results.Data data = results.data().stream()
                .filter(it -> it.name().equals(of))
                .findFirst()
                .orElseThrow();
        return switch (what.substring(0, what.length() - of.length() - 4)) {
            case "10-year loss" -> data.lossProbabilityTenYears().mean();
            case "damaged blocks" -> data.damagedBlocksPerYear().mean();
            case "copy age" ->
                Optional.ofNullable(data.rpoMinutes()).orElseThrow().p99() / 60;
            case "restore hours" ->
                Optional.ofNullable(data.restoreHours()).orElseThrow().p50();
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static Results.Service service(Results results, String name) {
        return results.services().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyProcessHasARow() {
        assertThat(ROWS).extracting(Row::without).containsExactly(Behaviour.values());
    }

    @TestFactory
    Stream<DynamicTest> leavingAProcessOutMovesAResult() {
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> {
                    Measured found =
                            Optional.ofNullable(measured.get(row.without())).orElseThrow();
                    if (row.moves() == UP) {
                        assertThat(found.without()).isGreaterThan(found.whole());
                    } else {
                        assertThat(found.without()).isLessThan(found.whole());
                    }
                }));
    }

    @Test
    void everyHourOfDowntimeHasOneCause() {
        for (Results results : whole.values()) {
            for (Results.Service service : results.services()) {
                double hours = service.causes().stream()
                        .mapToDouble(Results.Cause::hoursPerYear)
                        .sum();
                assertThat(hours)
                        .as(results.lab() + " " + service.name())
                        .isCloseTo(service.downtimeHoursPerYear().mean(), within(1e-6));
            }
        }
    }

    @Test
    void theDocumentShowsTheseNumbers() throws IOException {
        String document = Files.readString(DOCUMENT);
        String fresh = document;
        for (Row row : ROWS) {
            String text = Optional.ofNullable(measured.get(row.without()))
                    .orElseThrow()
                    .text(row);
            fresh = Pattern.compile("^(\\| [^\\n]*`" + row.without() + "`[^\\n]*\\|)[^|\\n]*\\|$", Pattern.MULTILINE)
                    .matcher(fresh)
                    .replaceFirst(found -> found.group(1) + " " + text + " |");
            assertThat(fresh).as(row.toString()).contains(text);
        }
        if (System.getProperty(WRITE) != null) {
            Files.writeString(DOCUMENT, fresh);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/physics.md does not show what comes out now. When that is right, write it anew:\n"
                        + "mvn test -pl model,simulator -Dtest=BehaviourTest -D" + WRITE
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(fresh);
    }
}
