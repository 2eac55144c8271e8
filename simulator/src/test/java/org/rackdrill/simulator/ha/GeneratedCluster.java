package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.rackdrill.simulator.ha.HaSettings.Scheduler;
import org.rackdrill.simulator.ha.HaSettings.ShutdownPolicy;

/** A cluster, its guests and a week of bad luck, all drawn from one seed. */
record GeneratedCluster(HaSetup setup, Physics physics, List<Timed> schedule) {
    static final long UNTIL = 10_000;

    static GeneratedCluster of(long seed) {
        Random random = new Random(seed);
        int nodes = 2 + random.nextInt(4);
        int services = random.nextInt(7);
        Map<Integer, ServiceConfig> configured = new TreeMap<>();
        Map<Integer, Load> loads = new TreeMap<>();
        for (int service = 0; service < services; service++) {
            Requested wanted = Requested.values()[random.nextInt(5) / 2];
            configured.put(
                    service,
                    new ServiceConfig(
                            random.nextInt(nodes),
                            wanted,
                            random.nextBoolean(),
                            random.nextInt(3),
                            random.nextInt(3),
                            random.nextInt(4) > 0,
                            random.nextInt(6) == 0 ? 0 : -1,
                            null));
            loads.put(service, new Load(1 + random.nextInt(8), (1 + random.nextInt(16)) * (double) (1L << 30)));
        }
        HaSetup setup = new HaSetup(
                Collections.nCopies(nodes, new Load(16, 32.0 * (1L << 30))),
                Collections.nCopies(nodes, random.nextBoolean() ? "9.1.0" : "8.4.1"),
                configured,
                loads,
                loads,
                rules(random, nodes, services),
                List.of(new Rule.Group("g", Map.of(0, 1), random.nextBoolean(), random.nextBoolean())),
                settings(random),
                HaSetup.Past.NONE);
        Map<Integer, Physics.Guest> guests = new TreeMap<>();
        if (services > 0) {
            guests.put(0, new Physics.Guest(random.nextInt(5), random.nextInt(3), random.nextInt(4) == 0, -1));
        }
        Physics physics = new Physics(
                random.nextBoolean() ? 20 : 10,
                random.nextInt(3) * 17,
                random.nextInt(2) * 10,
                random.nextInt(2) * 33,
                random.nextBoolean(),
                Collections.nCopies(nodes, 1),
                random.nextInt(2),
                guests);
        return new GeneratedCluster(setup, physics, schedule(random, nodes, services));
    }

    private static HaSettings settings(Random random) {
        return new HaSettings(
                ShutdownPolicy.values()[random.nextInt(4)],
                Scheduler.values()[random.nextInt(3)],
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                0.3,
                1 + random.nextInt(5),
                0.1);
    }

    private static List<Rule> rules(Random random, int nodes, int services) {
        List<Rule> rules = new ArrayList<>();
        if (services > 2 && random.nextBoolean()) {
            rules.add(new Rule.ServiceAffinity("bond", List.of(1, 2), random.nextBoolean()));
        }
        if (services > 0 && random.nextBoolean()) {
            Map<Integer, Integer> where = Map.of(random.nextInt(nodes), random.nextInt(3));
            rules.add(new Rule.NodeAffinity("home", List.of(0), where, random.nextBoolean()));
        }
        return rules;
    }

    private static List<Timed> schedule(Random random, int nodes, int services) {
        List<Timed> schedule = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            schedule.add(new Timed(0, new Injection.Power(node, true)));
        }
        long at = 0;
        for (int i = random.nextInt(14); i > 0; i--) {
            at += 7 + random.nextInt(random.nextBoolean() ? 60 : 2500);
            schedule.add(new Timed(at, injection(random, nodes, services)));
        }
        return schedule;
    }

    private static Injection injection(Random random, int nodes, int services) {
        int node = random.nextInt(nodes);
        boolean yes = random.nextBoolean();
        if (services > 0 && random.nextInt(4) == 0) {
            return ofService(random, random.nextInt(services), node);
        }
        return switch (random.nextInt(11)) {
            case 0 -> new Injection.Power(node, false);
            case 1, 2 -> new Injection.Power(node, true);
            case 3 -> new Injection.Network(node, false);
            case 4 -> new Injection.Network(node, true);
            case 5 -> new Injection.Shutdown(node, yes);
            case 6 -> new Injection.RestartAgent(node);
            case 7 -> new Injection.Filesystem(node, random.nextBoolean(), yes);
            case 8 -> asked(new Order.Maintenance(node, yes));
            case 9 -> asked(yes ? new Order.Arm() : new Order.Disarm(random.nextBoolean()));
            default -> {
                List<Integer> sides = new ArrayList<>(Collections.nCopies(nodes, 0));
                sides.set(node, yes ? 1 : 0);
                yield new Injection.Partition(sides, random.nextInt(3) - 1);
            }
        };
    }

    private static Injection ofService(Random random, int service, int node) {
        return switch (random.nextInt(5)) {
            case 0 -> asked(new Order.Move(service, node, random.nextBoolean()));
            case 1 -> asked(new Order.Stop(service, random.nextInt(2) * 30));
            case 2 -> new Injection.Change(new Observation.Deleted(service));
            case 3 -> new Injection.Change(new Observation.Locked(service, random.nextBoolean() ? "backup" : null));
            default -> new Injection.Change(new Observation.Wanted(service, Requested.values()[random.nextInt(4)]));
        };
    }

    private static Injection asked(Order order) {
        return new Injection.Change(new Observation.Asked(order));
    }
}
