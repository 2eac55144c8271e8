package org.rackdrill.chaos.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.chaos.measurement.Benchmark;
import org.rackdrill.chaos.measurement.DiskLoad;
import org.rackdrill.chaos.measurement.DriveDays;
import org.rackdrill.chaos.measurement.DriveHealth;
import org.rackdrill.chaos.measurement.Measurement;
import org.rackdrill.chaos.measurement.PoolErrors;
import org.rackdrill.chaos.measurement.Watched;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.LabText;
import org.rackdrill.model.reading.Reading;
import org.rackdrill.simulator.statistics.EventRate;

/** What other tools have measured, beside a lab. */
class MeasuredLabTest {

    private static final String LAB = """
            rackdrill: 1
            name: Rack
            network:
              router: {model: generic-router}
              wan: {model: generic-wan, uplink-of: router, fails: about every 100 d (50 d - 200 d), lasts: "usually 1 h, sometimes 5 h (x0.5 - x2)"}
            nodes:
              nas:
                pools:
                  tank: {layout: raidz1, disks: 4 x wd-red-pro-8tb}   # bought together
                  fast: {layout: mirror, disks: 2 x 1 TB ssd}
                  old: {layout: mirror, disks: 2 x ST4000DM000}
            services:
              photos: {on: nas, data: {at: nas/tank, size: 1 TB}, load: 1 x file-share}
              notes: {on: nas, crashes: about every 1 y (3 months - 4 y), load: []}
              wiki: {on: nas, crashes: about every 1 y (3 months - 4 y), load: []}
            """;

    private static final Optional<PoolRef> TANK = Optional.of(new PoolRef("nas", "tank"));
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    private final LabReader reader = new LabReader(Catalogue.load());

    private Reading lab() {
        return reader.read("rack.yaml", LAB.getBytes(StandardCharsets.UTF_8));
    }

    private Found learn(Given... given) {
        return MeasuredLab.learn(lab().lab().orElseThrow(), lab().explained(), List.of(given));
    }

    private Moved moved(Given... given) {
        Found found = learn(given);
        assertThat(found.left()).isEmpty();
        assertThat(found.moved()).hasSize(1);
        return found.moved().get(0);
    }

    private String why(Given given) {
        Found found = learn(given);
        assertThat(found.moved()).isEmpty();
        return String.join("; ", found.left().get(given.file()));
    }

    private static Given at(Optional<PoolRef> pool, Measurement measurement) {
        return new Given("it", pool, measurement);
    }

    @Test
    void failuresOfDrivesMakeTheirRateWhatBayesRuleSays() {
        Moved it = moved(at(TANK, new DriveDays("WDC WD8003FFBX", 3650, 1)));

        // The catalogue has afr 0.9% (0.4% - 1.9%).
        EventRate after = EventRate.of(0.009, 0.004, 0.019).seen(1, 10);
        assertThat(it.paths()).containsExactly("nodes.nas.pools.tank.disks.fails");
        assertThat(it.before()).isEqualTo("afr 0.9% (0.4% - 1.9%)");
        assertThat(it.factor().orElseThrow()).isCloseTo(after.quantile(0.5) / 0.009, within(1e-3));
        assertThat(it.now()).startsWith("afr " + Uncertain.digits(100 * after.quantile(0.5)) + "% (");
        assertThat(it.from()).isEqualTo("1 failure in 10 drive-years (it), where 0.09 were to be expected");
    }

    @Test
    void theManualShowsWhatComesOut() throws IOException {
        Moved it = moved(at(TANK, new DriveDays("WDC", 3650, 1)));

        assertThat(Files.readString(Path.of("../docs/calibration.md")))
                .contains("disks.fails  x1.20, from " + it.from().replace("(it)", "(drives.csv)"))
                .contains("    was  " + it.before() + "\n    now  " + it.now() + "\n");
    }

    @Test
    void aModelThatTheFileNamesNeedsNoFolder() {
        Moved it = moved(
                at(Optional.empty(), new DriveDays("ST4000DM000", 36_500, 3)),
                at(Optional.empty(), new DriveDays("ST4000DM000", 36_500, 0)));

        assertThat(it.paths()).containsExactly("nodes.nas.pools.old.disks.fails");
        assertThat(it.from()).startsWith("3 failures in 200 drive-years");
        assertThat(why(at(Optional.empty(), new DriveDays("HGST", 10, 0)))).contains("no disks of the lab are `HGST`");
    }

    private static DriveHealth drive(double years, long reallocated) {
        return new DriveHealth(
                "WDC",
                "1",
                OptionalDouble.of(years * 8760),
                OptionalLong.of(reallocated),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    @Test
    void aDriveWithUnreadablePlacesCountsOnceHoweverManyThereAre() {
        Moved many = moved(at(TANK, drive(5, 400)), at(TANK, drive(5, 0)));
        Moved one = moved(at(TANK, drive(5, 1)), at(TANK, drive(5, 0)));

        assertThat(many).isEqualTo(one);
        assertThat(many.paths()).containsExactly("nodes.nas.pools.tank.disks.latent-errors");
        assertThat(many.from()).startsWith("1 drive with unreadable places in 10 drive-years");
    }

    @Test
    void countersOfAPoolWithoutATimeTellNoRate() {
        PoolErrors errors = new PoolErrors("tank", List.of(new PoolErrors.Disk("sda", 0, 0, 3)));

        assertThat(why(at(TANK, errors))).contains("1 disk of `tank` had errors, and since when is not said");
    }

    private static Benchmark benchmark(String device, String pattern, int depth, boolean direct, double perSecond) {
        return new Benchmark(
                "job",
                device,
                pattern,
                4096,
                depth,
                direct,
                Optional.of(new Benchmark.Side(perSecond, 5000, 1000 / perSecond, Map.of())),
                Optional.empty());
    }

    @Test
    void randomReadsOneByOneTellWhatADiskCanDo() {
        Moved it = moved(at(TANK, benchmark("/dev/sda", "randread", 1, true, 70)));

        assertThat(it.paths()).containsExactly("nodes.nas.pools.tank.disks.iops");
        assertThat(it.before()).isEqualTo("82 IOPS (74 IOPS - 92 IOPS)");
        // Between what was believed and what was measured, nearer to the latter.
        assertThat(82 * it.factor().orElseThrow()).isBetween(70.0, 76.0);
    }

    @Test
    void aDeepQueueTellsWhatASolidStateDiskCanDo() {
        Optional<PoolRef> fast = Optional.of(new PoolRef("nas", "fast"));
        Moved it = moved(at(fast, benchmark("/dev/nvme0n1", "randread", 32, true, 30_000)));

        assertThat(it.paths()).containsExactly("nodes.nas.pools.fast.disks.iops");
        double before = Double.parseDouble(it.before().split(" ")[0].replace("k", "000"));
        assertThat(before * it.factor().orElseThrow()).isBetween(Math.min(before, 28_000), 31_000.0);
        assertThat(it.from()).isEqualTo("5000 random reads 32 at a time, 30000 a second (it)");
        assertThat(why(at(fast, benchmark("/dev/sdb", "randread", 1, true, 8000))))
                .contains("with 32 reads or more under way");
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/sda, randread, 32, true, one by one",
        "/dev/sda, read, 1, true, one by one",
        "/dev/sda, randread, 1, false, memory that answered",
        "/tank/file, randread, 1, true, caches of its own",
        "/dev/sda, randread, 1, true, no arm moves that often",
    })
    void whatABenchmarkCannotTellIsSaid(String device, String pattern, int depth, boolean direct, String why) {
        double perSecond = why.contains("arm") ? 9000 : 70;
        assertThat(why(at(TANK, benchmark(device, pattern, depth, direct, perSecond))))
                .contains(why);
    }

    private static DiskLoad load(String device, boolean pool) {
        return new DiskLoad(
                device, pool, 60, false, 41, 24_576, 120, 12_288, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void whatAPoolDoesIsWhatItsOnlyServiceAsksOfItBehindTheMemory() {
        Moved it = moved(at(Optional.empty(), load("tank", true)));

        assertThat(it.paths()).containsExactly("services.photos.load");
        assertThat(it.before()).isEqualTo("1 x file-share");
        assertThat(it.now())
                .isEqualTo("{at: nas/tank, reads: 41/s, writes: 120/s, size: 15.1 KiB, working-set: 32 TB,"
                        + " hottest-tenth: 10%}");
        assertThat(why(at(Optional.empty(), load("rpool", true)))).contains("which pool of the lab `rpool` is");
        assertThat(why(at(Optional.of(new PoolRef("nas", "fast")), load("fast", true))))
                .contains("no service asks");
        assertThat(why(at(Optional.empty(), load("sda", false)))).contains("a folder NODE/POOL says it");
    }

    @Test
    void theOneDeviceOfARecordStandsForAPoolAndOneOfSeveralDoesNot() {
        assertThat(moved(at(TANK, load("md2", false))).paths()).containsExactly("services.photos.load");
        assertThat(learn(at(TANK, load("sda", false)), at(TANK, load("sdb", false)))
                        .left()
                        .get("it"))
                .singleElement()
                .asString()
                .contains("hold parity");
        assertThat(learn(at(TANK, load("sda", false)), at(TANK, load("md2", false)))
                        .moved())
                .hasSize(1);
    }

    private static Watched watched(String name, long hoursEach, int... atDays) {
        return new Watched(
                name,
                Duration.ofDays(365),
                java.util.Arrays.stream(atDays)
                        .mapToObj(day ->
                                new Watched.Outage(THEN.plus(Duration.ofDays(day)), Duration.ofHours(hoursEach), true))
                        .toList());
    }

    @Test
    void outagesOfItsOwnMoveHowOftenAServiceCrashesAndSharedOnesDoNot() {
        Found found = learn(
                at(Optional.empty(), watched("Notes", 1, 10, 20, 30, 40)),
                at(Optional.empty(), watched("router", 2, 40)));

        Moved it = found.moved().get(0);
        assertThat(it.paths()).containsExactly("services.notes.crashes");
        assertThat(it.from())
                .isEqualTo("3 outages in 1 years, beside 1 that others shared or that were blinks (it),"
                        + " where 1 were to be expected");
        assertThat(it.factor().orElseThrow())
                .isCloseTo(EventRate.of(1, 0.25, 4).seen(3, 1).quantile(0.5), within(1e-2));
    }

    @Test
    void outagesOfAnInternetAccessTellHowOftenAndHowLong() {
        List<Moved> moved =
                learn(at(Optional.empty(), watched("wan", 4, 10, 100, 200))).moved();

        assertThat(moved)
                .extracting(Moved::paths)
                .containsExactly(List.of("network.wan.fails"), List.of("network.wan.lasts"));
        assertThat(moved.get(1).factor().orElseThrow()).isBetween(1.1, 3.0);
        assertThat(moved.get(1).now()).startsWith("usually ").contains(", sometimes ", " (x0.");
        assertThat(why(at(Optional.empty(), watched("nobody", 1)))).contains("nothing in the lab is called `nobody`");
    }

    @Test
    void everythingThatMovedCanBeWrittenIntoTheFileWhereEachCommentStays() {
        Found found = learn(
                at(TANK, new DriveDays("WDC", 3650, 1)),
                at(TANK, drive(5, 1)),
                at(TANK, benchmark("/dev/sda", "randread", 1, true, 70)),
                at(TANK, load("tank", true)),
                at(Optional.empty(), watched("wiki", 1, 10, 20)),
                at(Optional.empty(), watched("wan", 4, 100)));

        LabText.Written written = LabText.with(
                reader,
                "rack.yaml",
                LAB.getBytes(StandardCharsets.UTF_8),
                found.moved().stream().flatMap(it -> it.edits().stream()).toList());

        assertThat(found.moved()).hasSize(7);
        assertThat(written.left()).isEmpty();
        assertThat(written.text()).contains("}   # bought together");
        Reading again = reader.read("rack.yaml", written.text().getBytes(StandardCharsets.UTF_8));
        assertThat(again.lab()).isPresent();
        assertThat(again.problems()).hasSameSizeAs(lab().problems());
    }
}
