package org.rackdrill.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.Pool.Layout;
import org.rackdrill.model.lab.RaidzGroup;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Share;

/** Pools as labs describe them, with disks of the catalogue. */
class PoolDevicesTest {

    private static final Catalogue CATALOGUE = Catalogue.load();

    private static final long RECORD = 131_072;

    private static Pool pool(Layout layout, int disks, String model) {
        Catalogue.Entry entry = CATALOGUE.find(model).orElseThrow();
        Part disk = new Part(entry.name(), entry.label(), entry.kind(), entry.traits());
        return new Pool(
                "tank",
                layout,
                Collections.nCopies(disks, disk),
                0,
                Optional.empty(),
                Duration.ZERO,
                false,
                Optional.empty(),
                new org.rackdrill.model.lab.Setting<>(
                        new Share(0.5),
                        "50%",
                        Range.CERTAIN,
                        disk.traits().get(Trait.CAPACITY).origin()),
                Optional.empty(),
                new Bytes(RECORD),
                List.of(),
                List.of());
    }

    private static PoolDevices devices(Layout layout, int disks, String model) {
        return PoolDevices.of(pool(layout, disks, model), 0, RECORD).orElseThrow();
    }

    /** How many requests a second keep the disks busy all the time when few wait, so that no queue helps. */
    private static double saturatesAt(PoolDevices pool, double readShare) {
        Records.Memory none = new Records.Memory(Cache.Policy.LRU, 1, 1e-6);
        Load load = new Load.Open("files", 2, new Records(1_000_000, 0, readShare, 4096, true, none, pool.layout()));
        Observed found = new Traffic(Rig.of(pool.devices(), load)).run(Span.ofSeconds(2000), 1, 0);
        double busy = found.devices().stream()
                .mapToDouble(Observed.OfDevice::utilisation)
                .average()
                .orElseThrow();
        return found.load().perSecond() / busy;
    }

    @TestFactory
    Stream<DynamicTest> aDiskOfTheCatalogueAnswersAsManyASecondAsItSays() {
        return CATALOGUE.entries().stream()
                .filter(it -> it.kind() == PartKind.DISK)
                .filter(it -> it.traits().value(Trait.RANDOM_IOPS).perSecond() < 400)
                .map(it -> DynamicTest.dynamicTest(it.name(), () -> {
                    Rig rig = Rig.of(
                            devices(Layout.STRIPE, 1, it.name()).devices(),
                            new Load.Closed("fio", 1, 0, luck -> plan -> plan.read(0, luck.nextDouble(), 4096)));
                    double found = new Traffic(rig)
                            .run(Span.ofSeconds(1000), 1, 0)
                            .load()
                            .perSecond();
                    assertThat(found)
                            .isCloseTo(it.traits().value(Trait.RANDOM_IOPS).perSecond(), withinPercentage(1));
                }));
    }

    /** The rules of thumb: every disk reads for itself, except in RAID-Z, where all of them read for one record. */
    @ParameterizedTest
    @CsvSource({"STRIPE, 4, 304", "MIRROR, 2, 152", "RAID10, 4, 304", "SHR_1, 4, 304", "SHR_1, 2, 152", "SHR_2, 5, 380"
    })
    void readsAddUp(Layout layout, int disks, double perSecond) {
        assertThat(saturatesAt(devices(layout, disks, "generic-hdd"), 1)).isCloseTo(perSecond, withinPercentage(3));
    }

    @ParameterizedTest
    @CsvSource({"RAIDZ1, 4", "RAIDZ2, 8", "RAIDZ3, 9"})
    void aRaidzReadsLittleMoreThanOneDisk(Layout layout, int disks) {
        int parity = layout.tolerance(disks);

        double found = saturatesAt(devices(layout, disks, "generic-hdd"), 1);

        // The disks that hold the parity of a record rest meanwhile.
        assertThat(found).isBetween(0.9 * 76 * disks / (disks - parity), 1.02 * 76 * disks / (disks - parity));
    }

    /**
     * Both disks read and then write the same place: the later one waits for a whole turn, the other one began to wait
     * earlier.
     */
    @Test
    void aSmallWriteCostsShrTwoReadsAndOneTurnOrTwo() {
        double access = 1000 / 76.0;
        double turn = 60_000 / 7200.0;

        double found = saturatesAt(devices(Layout.SHR_1, 4, "generic-hdd"), 0);

        assertThat(found).isBetween(4 * 1000 / (2 * access + 2 * turn), 4 * 1000 / (2 * access + turn));
        assertThat(found).as("the penalty of four moves the arm twice").isGreaterThan(76);
    }

    @Test
    void eachLayoutHasItsOwn() {
        assertThat(devices(Layout.SHR_2, 6, "generic-hdd").layout()).isEqualTo(new Parity(0, 6, 2, 65_536));
        assertThat(devices(Layout.RAIDZ2, 6, "generic-hdd").layout())
                .isEqualTo(new Raidz(0, new RaidzGroup(6, 2, 4096), RECORD));
        assertThat(devices(Layout.MIRROR, 3, "generic-hdd").layout()).isEqualTo(new Copies(0, 3, 3));
    }

    @Test
    void ofSolidStateDisksTooLittleIsKnownYet() {
        assertThat(PoolDevices.of(pool(Layout.MIRROR, 2, "consumer-nvme-1tb"), 0, RECORD))
                .isEmpty();
    }

    @Test
    void fasterDisksTurnFaster() {
        assertThat(((HardDisk) devices(Layout.STRIPE, 1, "dell-sas-10k-1.2tb")
                                .devices()
                                .get(0))
                        .turnMillis())
                .isCloseTo(60_000 / 10_500.0, within(1e-9));
        assertThat(HardDisk.ofFigures(166, 200e6).turnMillis()).isCloseTo(4, within(1e-9));
    }
}
