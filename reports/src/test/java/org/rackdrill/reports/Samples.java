package org.rackdrill.reports;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Assumption;
import org.rackdrill.simulator.study.Results.CopyPlace;
import org.rackdrill.simulator.study.Results.Data;
import org.rackdrill.simulator.study.Results.FamilyYear;
import org.rackdrill.simulator.study.Results.Gain;
import org.rackdrill.simulator.study.Results.Item;
import org.rackdrill.simulator.study.Results.Loss;
import org.rackdrill.simulator.study.Results.LossCause;
import org.rackdrill.simulator.study.Results.Mid;
import org.rackdrill.simulator.study.Results.Place;
import org.rackdrill.simulator.study.Results.Rule321;
import org.rackdrill.simulator.study.Results.Tail;
import org.rackdrill.simulator.study.Results.Toil;

/** Invented results of labs that people have, to see what a report makes of them. */
public final class Samples {
    private Samples() {}

    /** Every sample. */
    public static List<Results> all() {
        return List.of(v1(), v0(), many(60), one(), empty(), hostile(), silent());
    }

    /** How available a service is. */
    public record Goal(double mean, double low, double high) {}

    /** Services a, b, c and so on, all with 99.9 % as their goal. */
    public static Results withGoals(List<Goal> goals) {
        SampleLab lab = new SampleLab("goals", "Goals");
        for (int i = 0; i < goals.size(); i++) {
            Goal goal = goals.get(i);
            lab.service(
                    String.valueOf((char) ('a' + i)), "container", "nas", 0.999, goal.mean(), goal.low(), goal.high());
        }
        return lab.results();
    }

    /** Results whose horizon is a number of interest. */
    static Results withHorizon(double years) {
        SampleLab lab = new SampleLab("horizon", "Horizon");
        lab.horizonYears = years;
        return lab.results();
    }

    /** A service that never went down. */
    public static Results silent() {
        SampleLab lab = new SampleLab("silent", "A quiet lab");
        lab.service("files", "service", "nas", 0.999, 1, 1, 1);
        lab.rack.add(new Place("home", "home", List.of(new Item("nas", "node", "NAS", "", 0))));
        return lab.results();
    }

    /** Two nodes, a tie-breaker, a friend's house: mostly good. */
    public static Results v1() {
        SampleLab lab = new SampleLab("v1", "Homelab v1");
        lab.service("internet", "container", "no node", 0.999, 0.9971, 0.9952, 0.9984)
                .ageless(5)
                .seenByAll()
                .cause("nbn", "outage", "NBN access", 0.55, true)
                .cause("udm", "update", "updates of the UDM SE", 0.2, true)
                .cause("switch sw1", "failure", "the one switch", 0.15, true)
                .cause("mains-home", "outage", "mains outages", 0.1, true);
        lab.service("jellyfin", "container", "node2", 0.999, 0.99952, 0.99911, 0.99976)
                .ageing(5)
                .seenByAll()
                .cause("switch sw1", "failure", "the one switch", 0.38, true)
                .cause("patching", "patching", "patching", 0.27, true)
                .cause("node2", "failure", "node2 (Ryzen, no ECC)", 0.2, true)
                .cause("mains-home", "outage", "mains outages", 0.15, true);
        lab.service("immich", "container", "node1", 0.999, 0.99903, 0.9981, 0.9995)
                .ageing(5)
                .seenByAll()
                .cause("immich", "no replica", "waiting for you to fail it over", 0.42, true)
                .cause("switch sw1", "failure", "the one switch", 0.2, true)
                .cause("node1", "failure", "node1 (T630)", 0.2, true)
                .cause("patching", "patching", "patching", 0.18, true);
        lab.service("immich-db", "container", "node1", 0.999, 0.99871, 0.9974, 0.99935)
                .ageless(5)
                .cause("immich-db", "no replica", "waiting for you to fail it over", 0.5, true)
                .cause("node1", "failure", "node1 (T630)", 0.3, true)
                .cause("switch sw1", "failure", "the one switch", 0.2, true);
        lab.service("pocket-id", "container", "node1", 0.999, 0.9996, 0.99921, 0.9998)
                .cause("switch sw1", "failure", "the one switch", 0.5, true)
                .cause("patching", "patching", "patching", 0.5, true);
        lab.service("dns", "container", "node1, node2", 0.999, 0.99978, 0.99952, 0.99991)
                .cause("switch sw1", "failure", "the one switch", 0.8, true)
                .cause("mains-home", "outage", "mains outages", 0.2, true);
        lab.service("win11", "vm", "node1", 0.995, 0.99931, 0.9988, 0.9997)
                .cause("win11", "crash", "crashes of the guest", 0.4, true)
                .cause("switch sw1", "failure", "the one switch", 0.6, true);
        lab.service("home-assistant", "vm", "node2", 0.999, 0.9994, 0.9989, 0.9998)
                .cause("switch sw1", "failure", "the one switch", 0.4, true)
                .cause("patching", "patching", "patching", 0.4, true)
                .cause("node2", "failure", "node2 (Ryzen, no ECC)", 0.2, true);
        lab.service("uptime-kuma", "container", "node3", 0.99, 0.99912, 0.9985, 0.9996)
                .cause("friend-wan", "outage", "the friend's internet", 0.7, true)
                .cause("mains-friend", "outage", "mains outages at the friend's", 0.3, true);
        lab.toil = new Toil(0.22, 14.2, 1.34, 6.1);
        lab.data.add(photos());
        lab.data.add(database());
        lab.rack.add(new Place(
                "home",
                "home, 10 A outlet",
                List.of(
                        new Item("mains-home", "mains", "Mains", "about every 410 days, usually 60 min", 0.31),
                        new Item("nbn", "wan", "NBN fibre", "1 Gbit/s down, 50 Mbit/s up", 1.52),
                        new Item("udm", "router", "UniFi Dream Machine SE", "updates itself monthly", 0.6),
                        new Item("sw1", "switch", "switch sw1", "generic, 1 Gbit/s, no spare", 1.94),
                        new Item("ap1", "access-point", "UniFi U6-LR", "fed by sw1", 0.05),
                        new Item("node1", "node", "node1, PowerEdge T630", "96 GiB ECC, raidz2 of 8, one spare", 0.52),
                        new Item("node2", "node", "node2, Ryzen 5 3600", "48 GiB without ECC, raidz1 of 4", 0.61),
                        new Item("ups1", "ups", "OLS2000ERT2UA", "31 min at 412 W, battery 2 years old", 0.18))));
        lab.rack.add(new Place(
                "friend",
                "at a friend's",
                List.of(
                        new Item("friend-wan", "wan", "NBN copper", "50 Mbit/s down, 20 Mbit/s up", 0.08),
                        new Item("friend-router", "router", "generic router", "", 0.02),
                        new Item(
                                "node3",
                                "node",
                                "node3, PowerEdge R530",
                                "16 GiB ECC, tie-breaker and copies",
                                0.01))));
        lab.years.add(SampleYears.typical());
        lab.years.add(SampleYears.bad());
        lab.assumptions.add(new Assumption(
                "repair time of switch sw1",
                "usually 20 h, sometimes 70 h",
                "8 h to 4 days",
                0.31,
                "default",
                false,
                0.34));
        lab.assumptions.add(new Assumption(
                "failures of NBN access",
                "6.1 a year",
                "3 to 12",
                0.24,
                "catalogue: ACCC broadband report",
                true,
                0.26));
        lab.assumptions.add(new Assumption(
                "how often a change goes wrong", "2 %", "0.5 % to 6 %", 0.11, "lab file, line 81", false, 0.12));
        lab.assumptions.add(new Assumption(
                "failures of generic-switch-1g", "0.8 % a year", "0.3 % to 2 %", 0.09, "catalogue", false, 0.1));
        lab.drilling.add(SampleAdvice.failover());
        lab.drilling.add(SampleAdvice.ups());
        lab.drilling.add(SampleAdvice.restore());
        lab.coverage.addAll(SampleAdvice.coverage());
        lab.combinations.addAll(SampleAdvice.combinations());
        lab.improvements.addAll(SampleAdvice.improvements());
        lab.notSimulated.add("burglary");
        lab.notSimulated.add("a firmware fault that hits all disks of one kind at once");
        lab.warnings.add("services.jellyfin.storage: synced is read, but its physics is not built yet");
        return lab.results();
    }

    /** One NUC that holds everything. */
    public static Results v0() {
        SampleLab lab = new SampleLab("v0", "Homelab v0");
        for (String name : List.of("internet", "dns", "photos", "plex", "home-assistant")) {
            lab.service(name, "vm", "nuc1", 0.999, 0.951, 0.91, 0.975)
                    .ageless(5)
                    .seenByAll()
                    .cause("nuc1-esxi", "crash", "VMs that hang (fitted)", 0.6, true)
                    .cause("nuc1", "failure", "the NUC", 0.15, true)
                    .cause("mains-home", "outage", "mains outages", 0.15, true)
                    .cause("patching", "patching", "apt update by hand", 0.1, true);
        }
        lab.toil = new Toil(3.6, 140, 11, 30);
        lab.data.add(new Data(
                "photos",
                8e12,
                "ds1621/vol1",
                new Loss(0.021, 0.008, 0.05, 2e-4, "exact"),
                new Loss(0.19, 0.08, 0.4, 2e-3, "exact"),
                new Loss(0.02, 0.01, 0.05, 0.02, "simulated"),
                null,
                null,
                1,
                1,
                1,
                new Rule321(false, false),
                List.of(new LossCause("people", 0.6), new LossCause("disks", 0.25), new LossCause("fire", 0.15)),
                List.of("theft"),
                List.of(new CopyPlace("ds1621/vol1", "home", "primary", "hdd", 0)),
                List.of(),
                null,
                null));
        lab.rack.add(new Place(
                "home",
                "home",
                List.of(
                        new Item("mains-home", "mains", "Mains", "", 30),
                        new Item("udm", "router", "UniFi Dream Machine SE", "", 3),
                        new Item("nuc1", "node", "Intel NUC 11", "ESXi, 32 GB", 290),
                        new Item("ds1621", "node", "Synology DS1621+", "SHR-1, 2 GB", 40))));
        lab.years.add(SampleYears.crowded("typical", 190, 3));
        lab.years.add(SampleYears.crowded("bad", 260, 4));
        lab.upsMinutes = null;
        return lab.results();
    }

    /** So many services, all but the first five keeping their goal. */
    public static Results many(int n) {
        SampleLab lab = new SampleLab("many", "A rack with " + n + " services");
        for (int i = 0; i < n; i++) {
            double mean = i < 5 ? 0.998 : 0.9998;
            lab.service("service-" + i, "container", "node" + i % 3, 0.999, mean, mean - 0.0004, mean + 0.0001)
                    .ageing(10)
                    .seenByAll()
                    .cause("sw1", "failure", "the one switch", 0.5, true)
                    .cause("node" + i % 3, "failure", "node" + i % 3, 0.3, false)
                    .cause("component-" + i, "crash", "crashes of service-" + i, 0.2, false);
        }
        for (int i = 30; i < n / 3; i++) {
            lab.data.add(photos("node" + i + "/tank"));
        }
        for (int i = 0; i < 30; i++) {
            lab.data.add(photos());
            lab.combinations.addAll(SampleAdvice.combinations());
            lab.improvements.addAll(SampleAdvice.improvements());
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < Math.max(40, n / 3); i++) {
            items.add(new Item("n" + i, "node", "node number " + i, "", i / 10.0));
        }
        lab.rack.add(new Place("home", "home", items));
        return lab.results();
    }

    /** One service and nothing else. */
    public static Results one() {
        SampleLab lab = new SampleLab("one", "One NAS");
        lab.service("files", "service", "nas", 0.99, 0.9957, 0.993, 0.998)
                .ageing(1)
                .cause("nas", "failure", "the NAS", 1, false);
        lab.drilling.add(SampleAdvice.ofOnePoint());
        return lab.results();
    }

    /** A lab of which nothing is known. */
    public static Results empty() {
        return new SampleLab("empty", "").results();
    }

    /** A lab whose owner chose every name to hurt. */
    public static Results hostile() {
        String evil = "<script>alert('x')</script>\"'&lt; onload=\"x\" \u202Egnp.exe \u05D0\u05D1\u05D2 \uD83D\uDE80 "
                + "--> ]]> {{x}} \u001b[31m\u0007\n" + "W".repeat(200);
        SampleLab lab = new SampleLab(evil, evil);
        for (int i = 0; i < 3; i++) {
            lab.service(evil + i, evil, evil, 0.999, 0.9985 + i * 0.0005, 0.9979 + i * 0.0005, 0.9989 + i * 0.0005)
                    .ageing(2)
                    .seenByAll()
                    .cause(evil, evil, evil, 0.7, true)
                    .cause("=cmd()", "crash", "=HYPERLINK(\"http://example.org\")", 0.3, true);
        }
        lab.data.add(new Data(
                evil,
                1,
                evil,
                new Loss(0, 0, 0, 0, evil),
                new Loss(1, 1, 1, 1, evil),
                new Loss(1, 1, 1, 1, evil),
                new Tail(0, 0),
                new Mid(0),
                0,
                0,
                0,
                new Rule321(true, false),
                List.of(new LossCause(evil, 1)),
                List.of(evil),
                List.of(new CopyPlace(evil, evil, evil, evil, 3)),
                List.of(),
                3.0,
                new Results.DisksAlone(1, evil, evil, null, null, List.of(new Results.LevelHits(1, 0, 0)))));
        lab.rack.add(new Place(evil, evil, List.of(new Item(evil, evil, evil, evil, 3), new Item("", "", "", "", 0))));
        lab.years.add(
                new FamilyYear(evil, List.of(evil), List.of(new Results.Outage(evil, 8759, 50, evil, evil)), 1, 1));
        lab.assumptions.add(new Assumption(evil, evil, evil, 1, evil, false, 1));
        lab.notSimulated.add(evil);
        lab.warnings.add(evil);
        lab.currency = evil;
        lab.drilling.add(new Results.Drilling(
                evil, evil, 1e9, List.of(), new Gain(1e9, 1e9, 1e9), 1e9, evil, new Gain(1, 1, 1), evil));
        lab.drilling.add(SampleAdvice.drilling(evil, evil, 2.0, 5, 1, new Gain(1, 0.5, 2)));
        lab.coverage.add(new Results.Coverage(evil, evil, 0, 0, 1));
        lab.combinations.add(new Results.Combination(List.of(evil, evil), 1, 1, 1));
        lab.combinations.add(new Results.Combination(List.of(), 0, 0, 0));
        lab.improvements.add(new Results.Improvement(
                evil, evil, new Results.CostOnce(1, 1, 1, evil), new Gain(1, 0.5, 2), evil, new Gain(1, 0.5, 2), evil));
        return lab.results();
    }

    /** v0 against v1, with whatever differences their services have. */
    public static Comparison comparison(Results... labs) {
        List<Comparison.Difference> differences = new ArrayList<>();
        for (Results lab : List.of(labs).subList(1, labs.length)) {
            for (Results.Service service : lab.services()) {
                for (Results.Service before : labs[0].services()) {
                    if (before.name().equals(service.name())) {
                        double hours = 8760
                                * (before.availability().mean()
                                        - service.availability().mean());
                        double about = 0.3 * Math.abs(hours) + 1;
                        differences.add(new Comparison.Difference(
                                service.name(),
                                labs[0].lab(),
                                lab.lab(),
                                new Results.Gain(hours, hours - about, hours + about)));
                    }
                }
            }
        }
        return new Comparison(Results.FORMAT, "0.1.0", List.of(labs), differences);
    }

    private static Data photos() {
        return photos("node1/tank");
    }

    private static Data photos(String primary) {
        return new Data(
                "immich",
                2.2e12,
                primary,
                new Loss(2.1e-4, 5e-5, 8e-4, 1.1e-9, "computed exactly"),
                new Loss(2.1e-3, 5e-4, 8e-3, 1.1e-8, "computed exactly"),
                new Loss(0.012, 0.004, 0.03, 0.012, "simulated"),
                new Tail(8, 15),
                new Mid(4.1),
                3,
                1,
                2,
                new Rule321(true, false),
                List.of(
                        new LossCause("people", 0.71),
                        new LossCause("fire", 0.22),
                        new LossCause("ransomware", 0.065),
                        new LossCause("disks", 0.005)),
                List.of(),
                List.of(
                        new CopyPlace("node1/tank", "home", "primary", "hdd", 0),
                        new CopyPlace("node2/tank", "home", "syncoid", "hdd", 7.5),
                        new CopyPlace("node3/tank", "friend", "syncoid, raw", "hdd", 760)),
                List.of(1e-4, 2e-4, 2e-4, 3e-4, 3e-4),
                41.0,
                new Results.DisksAlone(
                        1.1e-9, "splitting", "disks that age: no chain is exact", 0.08, 156.0, List.of()));
    }

    private static Data database() {
        return new Data(
                "immich-db",
                2e10,
                "node1/tank",
                new Loss(1.1e-4, 3e-5, 4e-4, 1.1e-9, "computed exactly"),
                new Loss(1.1e-3, 3e-4, 4e-3, 1.1e-8, "computed exactly"),
                new Loss(0, 0, 0, 0, "simulated"),
                new Tail(8, 15),
                new Mid(0.4),
                3,
                1,
                2,
                new Rule321(true, false),
                List.of(new LossCause("people", 0.8), new LossCause("fire", 0.2)),
                List.of("mistakes of people"),
                List.of(),
                List.of(),
                null,
                null);
    }
}
