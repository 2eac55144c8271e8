package org.rackdrill.simulator.storage;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The table of known answers about storage, for the quick form and the full one. */
final class Settings {

    private static final String TEXTBOOK = "textbook";
    private static final String KHINCHINE = "Pollaczek and Khinchine";
    private static final String MVA = "mean value analysis";
    private static final String NELSON = "Nelson and Tantawi 1988";
    private static final String CHEN = "penalties of Chen and others 1994";
    private static final String KING = "King 1971";

    private Settings() {}

    static List<Setting> all() {
        return Stream.of(o1(), o2(), o3(), o4(), o5(), o6(), o7(), o37(), o38(), o39())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Setting> o1() {
        double rho = 0.8;
        return List.of(new Setting(
                "O1",
                "exponential server of 100 a second, 80 requests a second",
                open(80, visiting(1), Server.exponential(1, 10)),
                1500,
                List.of(
                        new Known(
                                "utilisation",
                                ".8",
                                rho,
                                TEXTBOOK,
                                it -> it.device().utilisation()),
                        new Known(
                                "mean ms",
                                "50",
                                1000 / (100 - 80.0),
                                TEXTBOOK,
                                it -> it.load().meanMillis()),
                        new Known(
                                "requests under way",
                                "4",
                                rho / (1 - rho),
                                TEXTBOOK,
                                it -> it.device().underWay()),
                        new Known(
                                "p95 ms",
                                "149.787",
                                1000 * ClosedForms.quantileOfOneServer(0.95, 80, 100),
                                TEXTBOOK,
                                it -> it.load().quantileMillis(0.95)),
                        new Known(
                                "p99 ms",
                                "230.259",
                                1000 * ClosedForms.quantileOfOneServer(0.99, 80, 100),
                                TEXTBOOK,
                                it -> it.load().quantileMillis(0.99)))));
    }

    private static List<Setting> o2() {
        double waits = ClosedForms.waits(4, 3);
        double wait = waits / (400 - 300) * 1000;
        return List.of(
                new Setting(
                        "O2",
                        "4 exponential channels of 100 a second, 300 requests a second",
                        open(300, visiting(1), Server.exponential(4, 10)),
                        120,
                        List.of(
                                new Known(
                                        "chance to wait",
                                        ".509434",
                                        waits,
                                        "Erlang's C",
                                        it -> it.device().waitedShare()),
                                new Known(
                                        "mean wait, ms",
                                        "5.09434",
                                        wait,
                                        "Erlang's C",
                                        it -> it.device().waitMillis()),
                                new Known(
                                        "mean ms",
                                        "15.09434",
                                        wait + 10,
                                        "Erlang's C",
                                        it -> it.load().meanMillis()),
                                new Known(
                                        "requests under way",
                                        "4.528302",
                                        0.3 * (wait + 10),
                                        "Erlang's C",
                                        it -> it.device().underWay()))),
                refusing(2, 1, "0.2", 20),
                refusing(32, 24, ".0220949", 40));
    }

    private static Setting refusing(int channels, double offered, String printed, double seconds) {
        Load load = new Load.Open("load", offered * 100, luck -> visiting(1));
        return new Setting(
                "O2",
                "%d exponential channels of 100 a second where nobody waits, %.0f requests a second"
                        .formatted(channels, offered * 100),
                new Rig(List.of(Server.exponential(channels, 10)), List.of(load), channels),
                seconds,
                List.of(new Known(
                        "share refused",
                        printed,
                        ClosedForms.blocked(channels, offered),
                        "Erlang's B",
                        it -> it.load().refusedShare())));
    }

    private static List<Setting> o3() {
        HardDisk disk = HardDisk.turning(7200, new Seeks.Uniform(0, 17), 200e6, 1);
        return Stream.concat(
                        Stream.of(new Setting(
                                "O3",
                                "hard disk, 7,200 rpm, seeks of 0 to 17 ms, one client",
                                Rig.of(List.of(disk), new Load.Closed("load", 1, 0, anywhere(4096))),
                                3,
                                List.of(new Known(
                                        "requests a second",
                                        "78.820",
                                        1000 / mean(disk),
                                        KHINCHINE,
                                        it -> it.load().perSecond())))),
                        Stream.of(
                                queue("O3", disk, 30, "4.62153", "17.30868", 200),
                                queue("O3", disk, 50, "13.04785", "25.73500", 200),
                                queue("O3", disk, 60, "23.97702", "36.66417", 300),
                                queue("O3", disk, 70, "59.68908", "72.37623", 900)))
                .toList();
    }

    private static List<Setting> o37() {
        HardDisk disk = HardDisk.turning(5400, new Seeks.Uniform(2, 22), 180e6, 1);
        return List.of(
                queue("O37", disk, 20, "5.68471", "23.60435", 200),
                queue("O37", disk, 40, "25.75683", "43.67648", 300));
    }

    private static double bytes(HardDisk disk) {
        return disk.turnMillis() > 10 ? 64 * 1024 : 4096;
    }

    private static double mean(HardDisk disk) {
        Seeks.Uniform seeks = (Seeks.Uniform) disk.seeks();
        return (seeks.leastMillis() + seeks.mostMillis()) / 2
                + disk.turnMillis() / 2
                + bytes(disk) / disk.bytesPerMilli();
    }

    private static double variance(HardDisk disk) {
        Seeks.Uniform seeks = (Seeks.Uniform) disk.seeks();
        double spread = seeks.mostMillis() - seeks.leastMillis();
        return (spread * spread + disk.turnMillis() * disk.turnMillis()) / 12;
    }

    private static Setting queue(
            String name, HardDisk disk, double perSecond, String wait, String time, double seconds) {
        Seeks.Uniform seeks = (Seeks.Uniform) disk.seeks();
        double waits = ClosedForms.wait(perSecond / 1000, mean(disk), variance(disk));
        return new Setting(
                name,
                "hard disk, %,.0f rpm, seeks of %.0f to %.0f ms, %.0f requests a second"
                        .formatted(60_000 / disk.turnMillis(), seeks.leastMillis(), seeks.mostMillis(), perSecond),
                Rig.of(List.of(disk), new Load.Open("load", perSecond, anywhere(bytes(disk)))),
                seconds,
                List.of(
                        new Known(
                                "mean wait, ms",
                                wait,
                                waits,
                                KHINCHINE,
                                it -> it.device().waitMillis()),
                        new Known(
                                "mean ms",
                                time,
                                waits + mean(disk),
                                KHINCHINE,
                                it -> it.load().meanMillis())));
    }

    private static List<Setting> o4() {
        return List.of(
                network(1, ".0524797", "4.055"),
                network(2, ".1030859", "4.401288"),
                network(3, ".1515165", "4.799825"),
                network(5, ".2404655", "5.793000"),
                network(10, ".4002046", "9.987218", ".3116", "2.6562", "1.0292"));
    }

    private static Setting network(int clients, String throughput, String seconds, String... queues) {
        double[] demands = {0.605, 2.1, 1.35};
        ClosedForms.Network exact = ClosedForms.Network.of(clients, 15, demands);
        List<Known> numbers = List.of(
                new Known(
                        "requests a second",
                        throughput,
                        exact.throughput(),
                        MVA,
                        it -> it.load().perSecond()),
                new Known(
                        "mean s", seconds, exact.seconds(), MVA, it -> it.load().meanMillis() / 1000));
        List<Known> places = IntStream.range(0, queues.length)
                .mapToObj(i -> new Known(
                        "requests at server " + (i + 1),
                        queues[i],
                        exact.queues()[i],
                        MVA,
                        it -> it.devices().get(i).underWay()))
                .toList();
        Device[] servers = Arrays.stream(demands)
                .mapToObj(it -> Server.exponential(1, it * 1000))
                .toArray(Device[]::new);
        return new Setting(
                "O4",
                "exponential servers of 0.605, 2.1 and 1.35 s, think time 15 s, %s"
                        .formatted(clients == 1 ? "one client" : clients + " clients"),
                closed(clients, 15_000, visiting(3), servers),
                4000,
                Stream.of(numbers, places).flatMap(List::stream).toList());
    }

    private static List<Setting> o5() {
        return List.of(mirror("O5", 500, 1, "2.875", 5), mirror("O5", 800, 1, "7.000", 30));
    }

    private static List<Setting> o38() {
        return List.of(mirror("O38", 60, 10, "35.625", 60));
    }

    private static Setting mirror(String name, double perSecond, double millis, String printed, double seconds) {
        Layout layout = new Copies(0, 2, 2);
        Layout.Write write = new Layout.Write(4096, false, false);
        return new Setting(
                name,
                "mirrored writes, exponential disks of %.0f ms, %.0f writes a second".formatted(millis, perSecond),
                open(
                        perSecond,
                        plan -> layout.write(plan, 0, 0, write),
                        Server.exponential(1, millis),
                        Server.exponential(1, millis)),
                seconds,
                List.of(new Known(
                        "mean ms",
                        printed,
                        1000 * ClosedForms.forkAndJoin(perSecond, 1000 / millis),
                        NELSON,
                        it -> it.load().meanMillis())));
    }

    private static List<Setting> o6() {
        return List.of(
                penalty("stripe", new Copies(0, 8, 1), 1, "600"),
                penalty("RAID 10", new Copies(0, 8, 2), 2, "461.538"),
                penalty("RAID 5", new Parity(0, 8, 1, 65_536), 4, "315.789"),
                penalty("RAID 6", new Parity(0, 8, 2, 65_536), 6, "240"));
    }

    private static Setting penalty(String words, Layout layout, int penalty, String printed) {
        Records.Memory none = new Records.Memory(Cache.Policy.LRU, 1, 1e-6);
        Device[] disks =
                Collections.nCopies(8, Server.exponential(1, 1000 / 75.0)).toArray(Device[]::new);
        Load load = new Load.Open("load", 150, new Records(1_000_000, 0, 0.7, 4096, false, none, layout));
        return new Setting(
                "O6",
                words + " of 8 disks of 75 a second, 70 % reads, at 150 requests a second",
                Rig.of(List.of(disks), load),
                6,
                List.of(new Known(
                        "requests a second at which the disks are busy all the time",
                        printed,
                        8 * 75 / (0.7 + 0.3 * penalty),
                        CHEN,
                        it -> it.load().perSecond() / utilisation(it))));
    }

    private static double utilisation(Observed observed) {
        return observed.devices().stream()
                .mapToDouble(Observed.OfDevice::utilisation)
                .average()
                .orElseThrow();
    }

    private static List<Setting> o7() {
        return List.of(hits("O7", 5, 1, 2, ".5188846"));
    }

    private static List<Setting> o39() {
        return List.of(hits("O39", 10, 1, 4, ".5845052"), hits("O39", 8, 0.8, 3, ".4787684"));
    }

    private static Setting hits(String name, int records, double exponent, int held, String printed) {
        Records.Memory memory = new Records.Memory(Cache.Policy.LRU, held, 1e-6);
        Load load =
                new Load.Open("load", 100, new Records(records, exponent, 1, 4096, false, memory, new Copies(0, 1, 1)));
        return new Setting(
                name,
                "LRU of %d of %d records, Zipf's exponent %s".formatted(held, records, exponent),
                Rig.of(List.of(Server.fixed(1, 1)), load),
                6,
                List.of(new Known(
                        "hit ratio",
                        printed,
                        ClosedForms.hits(records, exponent, held),
                        KING,
                        it -> 1 - it.device().perSecond() / it.load().perSecond())));
    }

    /** A route to one device after the other. */
    private static Route visiting(int devices) {
        return plan -> {
            for (int device = 0; device < devices; device++) {
                plan.read(device, 0, 4096).then();
            }
        };
    }

    private static RouteMaker anywhere(double bytes) {
        return luck -> plan -> plan.read(0, luck.nextDouble(), bytes);
    }

    private static Rig open(double perSecond, Route route, Device... devices) {
        return Rig.of(List.of(devices), new Load.Open("load", perSecond, luck -> route));
    }

    private static Rig closed(int clients, double thinkMillis, Route route, Device... devices) {
        return Rig.of(List.of(devices), new Load.Closed("load", clients, thinkMillis, luck -> route));
    }
}
