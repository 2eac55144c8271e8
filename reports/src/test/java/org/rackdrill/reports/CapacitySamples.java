package org.rackdrill.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.capacity.CapacityStudy;
import org.rackdrill.simulator.capacity.Likely;
import org.rackdrill.simulator.capacity.Limit;
import org.rackdrill.simulator.capacity.Percentiles;
import org.rackdrill.simulator.capacity.StorageAnswer;
import org.rackdrill.simulator.capacity.StorageAnswer.CurvePoint;
import org.rackdrill.simulator.capacity.StorageAnswer.OfFeel;
import org.rackdrill.simulator.capacity.StorageAnswer.OfService;
import org.rackdrill.simulator.capacity.StorageAnswer.Overload;
import org.rackdrill.simulator.capacity.StorageAnswer.Remedy;
import org.rackdrill.simulator.capacity.StorageAnswer.Use;

/** Capacities of shipped labs as they are but for what is asked of their disks, which is written here by hand. */
final class CapacitySamples {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LabReader READER = new LabReader(Catalogue.load());

    private static final StorageAnswer NOTHING_ASKED = new StorageAnswer(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of("`paperless` says no `load`; assumed is `generic-workload` on synology/vol1."),
            List.of("Boot disks and memory cards are not simulated."),
            new StorageAnswer.Simulated(0, 0, 0));

    private CapacitySamples() {}

    /** A pool that is far too busy, with people who wait for it. */
    static Capacity busy() {
        Capacity v0 = plain("v0");
        return with(
                v0,
                List.of(new Limit("busy", "synology/vol1", "", 0.95, 0.8, null)),
                List.of(pool("synology/vol1", 0.95, 1.05)),
                List.of(service("nas", "synology/vol1", true), service("immich", "synology/vol1", false)),
                List.of(new OfFeel("the NAS page", "nas", 1400, new Likely(98, 60, 160), 190, 118, Optional.of(240.0))),
                List.of(new Remedy(
                        "32 GiB of memory in synology",
                        "synology/vol1",
                        0.31,
                        Optional.of(9.0),
                        21,
                        "32 GiB of memory in synology would have made it: the NAS page takes 9 s.")),
                List.of());
    }

    /** A lab with room, three pools of it. */
    static Capacity easy() {
        Capacity v1 = plain("v1");
        return with(
                v1,
                List.of(),
                List.of(pool("node1/tank", 0.22, 3.4), pool("node2/tank", 0.11, 6.2), pool("node3/tank", 0.04, 14)),
                List.of(service("nas", "node1/tank", false)),
                List.of(new OfFeel(
                        "a photo page", "immich", 40, new Likely(0.6, 0.4, 0.9), 1.4, 0.8, Optional.empty())),
                List.of(),
                List.of());
    }

    /** A pool that cannot keep up. */
    static Capacity hopeless() {
        Capacity v0 = plain("v0");
        return with(
                v0,
                List.of(new Limit("overload", "synology/vol1", "", 1.8, 1, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Overload(
                        "synology/vol1",
                        new Likely(1.8, 1.4, 2.3),
                        "never keeps up: 1.8 times what the disks can do")));
    }

    /** One circuit for everything, too much of it. */
    static Capacity circuit() {
        return plain("one-circuit");
    }

    /** Nothing but components. */
    static Capacity bare() {
        return plain("o8-one-of-two");
    }

    /** Names that try to become markup, or to turn the text around. */
    static Capacity hostile() {
        Capacity v0 = plain("v0");
        String name = "<script>alert(1)</script> \u202egnp.exe " + "long".repeat(40);
        return with(
                v0,
                List.of(
                        new Limit("busy", name, name, 0.95, 0.8, null),
                        new Limit("node-lost", name, name, 1e9, 0, null)),
                List.of(pool(name, 0.95, 1.05)),
                List.of(service(name, name, true)),
                List.of(new OfFeel(name, name, 1400, new Likely(98, 60, 160), 190, 118, Optional.of(240.0))),
                List.of(new Remedy(name, name, 0.31, Optional.empty(), 21, name)),
                List.of());
    }

    static Capacity plain(String name) {
        try {
            Path file = Path.of("../scenarios/labs/" + name + ".yaml");
            Lab lab =
                    READER.read(name + ".yaml", Files.readAllBytes(file)).lab().orElseThrow();
            CapacityStudy.Question question = new CapacityStudy.Question(lab, name, "sha256:0", TODAY, 1, 1, "0.1.0");
            return CapacityStudy.around(NOTHING_ASKED, question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Capacity with(
            Capacity of,
            List<Limit> first,
            List<Capacity.OfPool> pools,
            List<OfService> services,
            List<OfFeel> feels,
            List<Remedy> remedies,
            List<Overload> overloads) {
        List<Limit> limits = new ArrayList<>(first);
        limits.addAll(of.limits());
        return new Capacity(
                of.format(),
                of.study(),
                of.rackdrill(),
                of.lab(),
                of.title(),
                of.labHash(),
                of.seed(),
                of.asOf(),
                limits,
                pools,
                services,
                feels,
                remedies,
                overloads,
                of.space(),
                of.memory(),
                of.cpu(),
                of.network(),
                of.power(),
                of.assumed(),
                of.notJudged(),
                new StorageAnswer.Simulated(412.5, 1_250_000, 40));
    }

    private static Capacity.OfPool pool(String name, double p75, double saturatesAt) {
        Use worse = new Use(four(Math.min(1, p75 * 1.4)), new Likely(0.3, 0.2, 0.4), four(60));
        List<Double> week = new ArrayList<>();
        List<CurvePoint> curve = new ArrayList<>();
        for (int hour = 0; hour < 168; hour++) {
            double evening = Math.exp(-Math.pow((hour % 24 - 20) / 3.0, 2));
            week.add(Math.min(1, p75 * (0.4 + 0.65 * evening + (hour / 24 > 4 ? 0.1 : 0))));
        }
        for (double factor = 0.1; factor < saturatesAt; factor += saturatesAt / 12) {
            double wait = 1 / (1 - factor / saturatesAt);
            curve.add(new CurvePoint(factor, 6 * wait, 21 * wait, 55 * wait));
        }
        return new Capacity.OfPool(
                name,
                four(p75),
                new Likely(0.42, 0.3, 0.55),
                new Likely(saturatesAt, saturatesAt * 0.9, saturatesAt * 1.2),
                four(40),
                Optional.of(worse),
                Optional.of(worse),
                Optional.empty(),
                week,
                curve,
                "Small reads that no cache answers: 300 a second of the 320 that the disks can do.");
    }

    private static OfService service(String name, String pool, boolean goal) {
        return new OfService(
                name,
                pool,
                four(85),
                Optional.of(four(140)),
                Optional.empty(),
                goal ? Optional.of(new StorageAnswer.Goal(0.95, 50, new Likely(0.4, 0.3, 0.6))) : Optional.empty());
    }

    private static Percentiles four(double p75) {
        return new Percentiles(around(p75 * 0.7), around(p75), around(p75 * 1.04), around(p75 * 1.05));
    }

    private static Likely around(double best) {
        return new Likely(best, best * 0.9, best * 1.05);
    }
}
