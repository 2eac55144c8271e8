package org.rackdrill.simulator.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Demand.Feel;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.simulator.capacity.Run.State;
import org.rackdrill.simulator.storage.Layout;
import org.rackdrill.simulator.storage.Load;
import org.rackdrill.simulator.storage.Rig;
import org.rackdrill.simulator.storage.Span;
import org.rackdrill.simulator.storage.Trial;

/**
 * The first lab of the story, whose disks ran at 95 % of what they can do at the 75th percentile, and whose page took two
 * minutes. Only how busy the disks are is fitted, by one number in the lab file.
 */
class TheStoryOfV0Test {

    private static final double GIB = 1L << 30;

    private final Lab v0 = lab("v0");
    private final PoolRef vol1 = new PoolRef("synology", "vol1");
    private final Run run = new Run(v0, 1);
    private final PoolModel today = pool(Change.NOTHING);

    private static Lab lab(String name) {
        try {
            Path file = Path.of("../scenarios/labs/" + name + ".yaml");
            return new LabReader(Catalogue.load())
                    .read(file.toString(), Files.readAllBytes(file))
                    .lab()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private PoolModel pool(Change change) {
        return new PoolModels(v0, new Draw(1, 0)).of(vol1, change).orElseThrow();
    }

    private double pageSeconds(PoolModel pool) {
        Feel feel = v0.service("nas").orElseThrow().demand().feels().get(0);
        Stream page = FeelStudy.page(pool, "nas", feel).orElseThrow();
        double sum = 0;
        for (int hour : new int[] {12, 44, 116}) {
            sum += FeelStudy.seconds(pool, page, run.missMillis(pool, page, hour, State.HEALTHY, 120_000)) / 3;
        }
        return sum;
    }

    @Test
    void theDisksAreAsBusyAsItsOwnerSaw() {
        assertThat(run.week(today, State.HEALTHY, 7, 1).utilisation(0.75)).isBetween(0.93, 0.97);
    }

    @Test
    void thePageTakesTwoMinutesOrNearlySo() {
        assertThat(pageSeconds(today)).isBetween(90.0, 150.0);
    }

    /** Memory writes out every five seconds, and what it writes fills the queues of the disks before who reads comes. */
    @Test
    void withoutWritesItWouldTakeMuchLessThoughTheDisksWereAsBusy() {
        Feel feel = v0.service("nas").orElseThrow().demand().feels().get(0);
        Stream page = FeelStudy.page(today, "nas", feel).orElseThrow();
        Load probe = Loads.probe(today, page, Layout.ALL_WORK);
        List<Load> loads = new ArrayList<>();
        for (Load load : Loads.of(today, new Rates.OneHour(12, 1), Layout.ALL_WORK)) {
            if (load instanceof Load.Open open) {
                // Reads alone, so many that the disks are as busy.
                loads.add(new Load.Open(open.name(), 1.65 * open.perSecond(), open.pattern(), open.routes()));
            }
        }
        loads.add(probe);
        Seen reading =
                new Seen(today, Trial.one(new Rig(today.devices(), loads, 20_000), new Span(15_000, 300_000), 1, 0));
        double readMillis = 1000 / reading.of(probe.name()).orElseThrow().perSecond();

        assertThat(reading.busiest().utilisation()).isBetween(0.93, 0.99);
        assertThat(FeelStudy.seconds(today, page, readMillis)).isLessThan(0.7 * pageSeconds(today));
    }

    @Test
    void memoryOrAnSsdCacheWouldHaveFixedThePage() {
        assertThat(pageSeconds(pool(Change.memory(32 * GIB)))).isLessThan(5);
        assertThat(pageSeconds(pool(Change.cache(1e12)))).isLessThan(5);
    }

    @Test
    void onlyTheSsdCacheWouldHaveGivenTheDisksRest() {
        double memory =
                run.week(pool(Change.memory(32 * GIB)), State.HEALTHY, 7, 1).utilisation(0.75);
        double cache = run.week(pool(Change.cache(1e12)), State.HEALTHY, 7, 1).utilisation(0.75);

        assertThat(memory).isGreaterThan(0.85);
        assertThat(cache).isLessThan(0.75);
    }

    @Test
    void v1HasRoomAtAllHours() {
        Lab v1 = lab("v1");
        PoolModel tank = new PoolModels(v1, new Draw(1, 0))
                .of(new PoolRef("node1", "tank"), Change.NOTHING)
                .orElseThrow();

        Seen week = new Run(v1, 1).week(tank, State.HEALTHY, 7, 1);

        assertThat(IntStream.of(50, 75, 95, 99)
                        .mapToDouble(percent -> week.utilisation(percent / 100.0))
                        .max()
                        .orElseThrow())
                .isLessThan(0.6);
    }
}
