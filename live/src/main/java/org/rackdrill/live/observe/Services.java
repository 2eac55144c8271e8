package org.rackdrill.live.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.live.cluster.ClusterStatus;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.live.systemd.UnitStatus;
import org.rackdrill.live.zfs.Properties;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Reach;
import org.rackdrill.model.lab.Service;

/** Services: whether people can use them, where they run, and whether that is only once. */
final class Services {
    private final Field field;
    private final Lookouts lookouts;
    private final Clusters clusters;
    private final Checks checks;
    private final Witness witness;

    Services(Field field, Lookouts lookouts, Clusters clusters, Witness witness) {
        this.field = field;
        this.lookouts = lookouts;
        this.clusters = clusters;
        this.witness = witness;
        checks = new Checks(field, lookouts);
    }

    /**
     * Where a service runs.
     *
     * @param sure whether everything that could run it was asked and said yes or no
     * @param trouble what its manager says is wrong with it; empty when nothing is
     * @param why not everybody could be asked
     */
    record Running(Set<String> nodes, boolean sure, String trouble, String why) {}

    Running running(Service service, Within within) {
        Reach reach = field.reach(service.name());
        Optional<Cluster> cluster = service.cluster().flatMap(field.lab()::cluster);
        if (reach.resource().isPresent() && cluster.isPresent()) {
            return inCluster(reach.resource().get(), cluster.get(), within);
        } else if (reach.unit().isPresent()) {
            return asUnit(service, reach.unit().get(), within);
        }
        return field.original(service.name())
                .map(place -> whereItsData(place, within))
                .orElseGet(
                        () -> new Running(Set.of(), false, "", "the lab file does not say its resource or its unit"));
    }

    /** Files that are just there, for whoever mounts them, are served where they are mounted. */
    private Running whereItsData(Field.Place place, Within within) {
        String node = place.pool().node();
        Request request = Request.of("zfs-get").with("dataset", place.dataset()).with("of", "mounted");
        Reply reply = lookouts.ask(node, Within.patient(request, within.left()), within.left());
        if (!reply.done()) {
            boolean off = witness.works(new Target.Node(node)) == Truth.FALSE;
            return new Running(Set.of(), off, "its node has no power", reply.why());
        }
        String mounted =
                Properties.read(reply.body()).word(place.dataset(), "mounted").orElse("");
        return mounted.equals("yes")
                ? new Running(Set.of(node), true, "", "")
                : new Running(
                        Set.of(), mounted.equals("no"), "its data are not mounted", "nobody knows if it is mounted");
    }

    private Running inCluster(String resource, Cluster cluster, Within within) {
        ClusterStatus status = clusters.status(cluster, within);
        Truth runs = status.runs(resource);
        if (runs == Truth.UNKNOWN) {
            String why = status.readable() ? "the cluster knows no " + resource : "no member says how the cluster is";
            return new Running(Set.of(), false, "", why);
        }
        // Without a majority nobody knows what the others run.
        boolean sure = status.quorate() == Truth.TRUE && settled(cluster, status);
        String trouble = runs == Truth.TRUE ? "" : "the cluster does not run it";
        return new Running(status.runsOn(resource), sure, trouble, "a lost member may still run it");
    }

    /** Returns whether every member that is not there is known to be off. */
    private boolean settled(Cluster cluster, ClusterStatus status) {
        return cluster.members().stream()
                .allMatch(name -> status.member(name)
                                .filter(member -> member.online() || (!member.lost() && status.fencing() == Truth.TRUE))
                                .isPresent()
                        || witness.works(new Target.Node(name)) == Truth.FALSE);
    }

    private Running asUnit(Service service, String unit, Within within) {
        List<String> candidates = field.candidates(service);
        Request request = Within.patient(Request.of("unit").with("unit", unit), within.left());
        Set<String> nodes = new TreeSet<>();
        List<String> silent = new ArrayList<>();
        String why = "no node that could run it can be asked";
        for (Map.Entry<String, Reply> reply :
                lookouts.all(candidates, request, within.left()).entrySet()) {
            List<UnitStatus> units = UnitStatus.read(reply.getValue().body());
            Truth works =
                    reply.getValue().done() && units.size() == 1 ? units.get(0).works() : Truth.UNKNOWN;
            if (works == Truth.TRUE) {
                nodes.add(reply.getKey());
            } else if (works == Truth.UNKNOWN && witness.works(new Target.Node(reply.getKey())) != Truth.FALSE) {
                silent.add(reply.getKey());
                why = reply.getValue().done()
                        ? "systemd's answer is not clear"
                        : reply.getValue().why();
            }
        }
        String trouble = nodes.isEmpty() ? "its unit does not run" : "";
        return new Running(nodes, silent.isEmpty() && !candidates.isEmpty(), trouble, why);
    }

    Observation up(Service service, Within within) {
        return called(service, within).seen();
    }

    private Checks.Called called(Service service, Within within) {
        Optional<String> address = field.reach(service.name()).check();
        if (address.isEmpty()) {
            return new Checks.Called(runs(service, running(service, within)), OptionalDouble.empty());
        }
        Set<String> runners = field.reach(service.name()).resource().isPresent()
                ? running(service, within).nodes()
                : Set.copyOf(service.on());
        Checks.Called called = checks.call(service, address.get(), runners, within);
        Optional<String> database = Checks.database(address.get());
        return called.seen().truth() == Truth.TRUE && database.isPresent()
                ? queried(service, database.get(), within)
                : called;
    }

    private static Observation runs(Service service, Running running) {
        if (running.nodes().isEmpty() || !running.trouble().isEmpty()) {
            return running.sure() ? Seen.of(false, running.trouble()) : Seen.unknown(running.why());
        }
        return Seen.of(running.nodes().size() >= service.required(), "on " + String.join(", ", running.nodes()));
    }

    /** A port that opens is no database yet: one that answers a question is. */
    private Checks.Called queried(Service service, String database, Within within) {
        Said last = Said.read("");
        String why = "no node that could run it can be asked";
        for (String node : field.candidates(service)) {
            Request ping = Request.of("postgres").with("ask", "ping").with("database", database);
            Reply reply = lookouts.ask(node, Within.patient(ping, within.half()), within.left());
            Said said = Said.read(reply.body());
            if (reply.done() && said.word("answers").equals("yes")) {
                return new Checks.Called(Seen.of(true, "answers on " + node), said.number("seconds"));
            }
            last = reply.done() ? said : last;
            why = reply.done() ? why : reply.why();
        }
        return last.words().isEmpty()
                ? Checks.Called.unknown(why)
                : new Checks.Called(Seen.of(false, "answers no question"), OptionalDouble.empty());
    }

    Observation answers(Probe.Answers probe, Service service, Within within) {
        Checks.Called called = called(service, within);
        if (called.seen().truth() != Truth.TRUE) {
            return called.seen();
        }
        if (called.seconds().isEmpty()) {
            return Seen.unknown("the lab file gives no address at which it answers");
        }
        Duration took = Duration.ofNanos((long) (called.seconds().getAsDouble() * 1e9));
        return Seen.of(took.compareTo(probe.within()) <= 0, Seen.time(took));
    }

    Observation runsOn(Service service, String node, Within within) {
        Running running = running(service, within);
        if (running.nodes().contains(node) && running.trouble().isEmpty()) {
            return Seen.of(true, "");
        }
        if (!running.sure() && running.nodes().isEmpty()) {
            return Seen.unknown(running.why());
        }
        return Seen.of(false, running.nodes().isEmpty() ? "nowhere" : "on " + String.join(", ", running.nodes()));
    }

    Observation runsOnce(Service service, Within within) {
        Running running = running(service, within);
        int most = Math.max(1, service.required());
        String value = running.nodes().isEmpty() ? "nowhere" : "on " + String.join(", ", running.nodes());
        if (running.nodes().size() > most) {
            // Each node has answered at a moment of its own. Who still runs it when all have done so ran it meanwhile.
            Set<String> still = new TreeSet<>(running(service, within).nodes());
            still.retainAll(running.nodes());
            return still.size() > most
                    ? Seen.of(false, value)
                    : Seen.unknown("it may have moved while they were asked");
        }
        return running.sure() ? Seen.of(true, value) : Seen.unknown(running.why());
    }

    Observation redundant(Service service, Within within) {
        Observation up = up(service, within);
        Optional<Cluster> cluster = service.cluster().flatMap(field.lab()::cluster);
        if (up.truth() != Truth.TRUE) {
            return up;
        }
        if (service.required() > 1 || service.failover() != Service.Failover.AUTOMATIC) {
            Running running = running(service, within);
            boolean all = running.nodes().size() >= Math.max(1, service.required());
            return running.sure()
                    ? Seen.of(all, "on " + String.join(", ", running.nodes()))
                    : Seen.unknown(running.why());
        }
        ClusterStatus status = cluster.map(it -> clusters.status(it, within)).orElse(ClusterStatus.UNREADABLE);
        if (!status.readable()) {
            return Seen.unknown("no member says how the cluster is");
        }
        // Whatever a cluster moves by itself can go to any of its members.
        List<String> members = cluster.map(Cluster::members).orElse(service.on());
        List<String> missing = members.stream()
                .filter(node -> status.member(node).filter(it -> it.ready()).isEmpty())
                .toList();
        return missing.isEmpty()
                ? Seen.of(true, "could run on " + members.size() + " nodes")
                : Seen.of(false, String.join(", ", missing) + " could not take it");
    }
}
