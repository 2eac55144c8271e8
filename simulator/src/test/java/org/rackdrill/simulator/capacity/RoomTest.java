package org.rackdrill.simulator.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.lab.Traits;
import org.rackdrill.model.quantity.Bytes;

/** What disks hold, by layout. */
class RoomTest {

    private static final long SEED = 20261126;
    private static final double TB = 1e12;
    private static final Pool ONE = pool("stripe", "1 x 4 TB hdd");

    private static Pool pool(String layout, String disks) {
        return LabText.lab("""
                        rackdrill: 1
                        name: Disks
                        nodes: {nas: {model: generic-nas, pools: {vol: {layout: %s, disks: %s}}}}
                        services: {files: {on: nas}}
                        """.formatted(layout, disks))
                .node("nas")
                .orElseThrow()
                .pools()
                .get(0);
    }

    /** Returns a pool of equal disks, without the way through a file. */
    private static Pool equal(String layout, int disks, int terabytes) {
        Part sold = ONE.disks().get(0);
        Map<Trait<?>, Setting<?>> traits = new HashMap<>(sold.traits().settings());
        traits.put(
                Trait.CAPACITY,
                new Setting<>(
                        new Bytes(terabytes * TB),
                        terabytes + " TB",
                        Setting.Range.CERTAIN,
                        sold.traits().get(Trait.CAPACITY).origin()));
        Part disk = new Part(sold.model(), sold.label(), sold.kind(), new Traits(traits));
        return new Pool(
                "vol",
                Pool.Layout.valueOf(layout.toUpperCase(Locale.ROOT).replace('-', '_')),
                Collections.nCopies(disks, disk),
                0,
                Optional.empty(),
                ONE.age(),
                false,
                ONE.scrub(),
                ONE.used(),
                Optional.empty(),
                ONE.recordSize(),
                List.of(),
                List.of());
    }

    /**
     * ZFS keeps a 32nd back, of 4 TB that is 125 GB; of more than 4.4 TB it is 128 GiB, 137.4 GB. A block of 128 KiB takes
     * 44 sectors of 32 in raidz1 of four disks, 45 in raidz2 of eight: 372 and 364 of
     * 512 parts are data.
     */
    @ParameterizedTest
    @CsvSource({
        "stripe,1 x 4 TB hdd,3.875",
        "mirror,2 x 4 TB hdd,3.875",
        "raid10,4 x 4 TB hdd,7.862561",
        "raidz1,4 x 4 TB hdd,11.487561",
        "raidz2,8 x 4 TB hdd,22.612561",
        "shr-1,4 x 8 TB hdd,24",
        "shr-2,5 x 8 TB hdd,24"
    })
    void aLayoutHoldsSoMuch(String layout, String disks, double terabytes) {
        assertThat(Room.usable(pool(layout, disks)) / TB).isCloseTo(terabytes, within(1e-6));
    }

    @Test
    void shrUsesWhatOthersCannot() {
        // 4, 4 and 8 TB: two slices of 4 TB through three and one disk; the last has nowhere to put its parity.
        assertThat(Room.usable(pool("shr-1", "[2 x 4 TB hdd, 1 x 8 TB hdd]"))).isCloseTo(8 * TB, within(1.0));
        // 4, 8 and 8 TB: through three disks 2 x 4, through two 1 x 4.
        assertThat(Room.usable(pool("shr-1", "[1 x 4 TB hdd, 2 x 8 TB hdd]"))).isCloseTo(12 * TB, within(1.0));
    }

    @Test
    void aRaidzGroupCountsEveryDiskAsItsSmallest() {
        double mixed = Room.usable(pool("raidz1", "[1 x 4 TB hdd, 3 x 8 TB hdd]"));
        assertThat(mixed).isEqualTo(Room.usable(pool("raidz1", "4 x 4 TB hdd")));
    }

    @ParameterizedTest
    @CsvSource({"stripe", "raidz1", "raidz2", "raidz3", "shr-1", "shr-2"})
    void moreDisksNeverHoldLess(String layout) {
        double before = 0;
        for (int disks = 4; disks <= 24; disks++) {
            double now = Room.usable(equal(layout, disks, 4));
            assertThat(now)
                    .as("%s of %d disks, after %d", layout, disks, disks - 1)
                    .isGreaterThanOrEqualTo(before * 0.985);
            assertThat(now).isLessThanOrEqualTo(Room.raw(equal(layout, disks, 4)));
            before = now;
        }
    }

    @ParameterizedTest
    @CsvSource({"mirror", "raid10", "raidz2", "shr-1", "shr-2"})
    void largerDisksNeverHoldLess(String layout) {
        double before = 0;
        for (int terabytes = 1; terabytes <= 20; terabytes++) {
            double now = Room.usable(equal(layout, 4, terabytes));
            assertThat(now).isGreaterThan(before);
            before = now;
        }
    }

    @Test
    void cephOfEqualHostsHoldsAThird() {
        assertThat(Room.replicated(List.of(6.0, 6.0, 6.0), 3)).isEqualTo(6);
        assertThat(Room.replicated(List.of(6.0, 6.0, 6.0, 6.0), 3)).isCloseTo(8, within(1e-9));
        assertThat(Room.replicated(List.of(6.0, 6.0), 3)).isZero();
        assertThat(Room.replicated(List.of(1.0, 1.0, 10.0, 10.0), 3)).isEqualTo(2);
    }

    @Test
    void cephFindsWhatTryingEveryAmountFinds() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            List<Double> hosts = new ArrayList<>();
            int count = 1 + random.nextInt(7);
            for (int h = 0; h < count; h++) {
                hosts.add((double) (1 + random.nextInt(40)));
            }
            int size = 1 + random.nextInt(4);
            double most = 0;
            for (double x = 0.05; x <= 290; x += 0.05) {
                double tried = x;
                double held = hosts.stream()
                        .mapToDouble(host -> Math.min(host, tried))
                        .sum();
                most = held >= size * x - 1e-9 ? x : most;
            }
            assertThat(Room.replicated(hosts, size))
                    .as("%s, %d copies", hosts, size)
                    .isCloseTo(most, within(0.051));
        }
    }
}
