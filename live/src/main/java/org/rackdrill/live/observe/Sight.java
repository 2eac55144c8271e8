package org.rackdrill.live.observe;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Service;

/**
 * What the probes of a drill see on real hosts. Every question is asked anew, ends in time, and is answered as unknown
 * when nobody could look.
 */
public final class Sight {
    private final Field field;
    private final Nodes nodes;
    private final Pools pools;
    private final Clusters clusters;
    private final Supplies supplies;
    private final Services services;
    private final Runs runs;
    private final Copies copies;
    private final Paths paths;
    private final AlarmPage alarms;
    private final Lookouts lookouts;

    /**
     * Eyes for a lab.
     *
     * @param witness who sees from outside what has power
     * @param page where monitoring shows its alarms; see {@link AlarmPage}
     * @param clock the controller's, which is taken for right
     */
    public Sight(Lab lab, Hosts hosts, Witness witness, Optional<URI> page, Clock clock) {
        field = new Field(lab);
        lookouts = new Lookouts(hosts);
        nodes = new Nodes(field, lookouts, witness, clock);
        pools = new Pools(field, lookouts);
        clusters = new Clusters(field, lookouts);
        supplies = new Supplies(field, lookouts);
        services = new Services(field, lookouts, clusters, witness);
        runs = new Runs(field, lookouts, clusters);
        copies = new Copies(field, lookouts, pools, clock);
        paths = new Paths(field, lookouts, witness);
        alarms = new AlarmPage(field, lookouts, page, clock);
    }

    /** Returns who runs what. */
    public Whereabouts whereabouts() {
        return new Whereabouts(field, services, clusters);
    }

    /** Returns how everything is at this moment, as far as it can be seen in this time. */
    public Picture picture(Duration within) {
        return new Painter(field, lookouts, pools, clusters, supplies).picture(new Within(within));
    }

    /**
     * Asks a probe.
     *
     * @param time after which it is unknown what could not be seen
     */
    public Observation see(Probe probe, Duration time) {
        Within within = new Within(time);
        if (probe instanceof Probe.Up up) {
            return up(up.of(), within);
        } else if (probe instanceof Probe.NoAlarm alarm) {
            return alarms.silent(alarm.of(), within);
        } else if (probe instanceof Probe.Answers answers) {
            return service(answers.of(), it -> services.answers(answers, it, within));
        } else if (probe instanceof Probe.RunsOn runs) {
            return service(runs.of(), it -> services.runsOn(it, runs.on(), within));
        } else if (probe instanceof Probe.RunsOnce once) {
            return service(once.of(), it -> services.runsOnce(it, within));
        } else if (probe instanceof Probe.Quorate quorate) {
            return cluster(quorate.of(), it -> clusters.quorate(it, within));
        } else if (probe instanceof Probe.Redundant redundant) {
            return redundant(redundant.of(), within);
        } else if (probe instanceof Probe.Intact intact) {
            return intact(intact.of(), within);
        } else if (probe instanceof Probe.Reaches reaches) {
            return nodes.reaches(reaches.of().name(), reaches.to(), within);
        }
        return measured(probe, within);
    }

    /**
     * Returns whether a service ran on one node at most at any moment since so long ago, by what the nodes remember; unknown
     * when they do not.
     */
    public Observation neverTwice(String service, Duration ago, Duration time) {
        Within within = new Within(time);
        return service(new Target.Service(service), it -> runs.neverTwice(it, ago, within));
    }

    private Observation measured(Probe probe, Within within) {
        if (probe instanceof Probe.Used used) {
            return pools.used(used, within);
        } else if (probe instanceof Probe.Fresh fresh) {
            return copies.fresh(fresh, within);
        } else if (probe instanceof Probe.OnMains mains) {
            return supplies.onMains(mains.of().name(), within);
        } else if (probe instanceof Probe.Charged charged) {
            return supplies.charged(charged, within);
        } else if (probe instanceof Probe.ClockRight clock) {
            return nodes.clock(clock, within);
        } else if (probe instanceof Probe.MemoryFree memory) {
            return nodes.memory(memory, within);
        }
        return Seen.unknown("nobody knows how to look at that on a real host");
    }

    private Observation up(Target target, Within within) {
        if (target instanceof Target.Node node) {
            return nodes.up(node.name(), within);
        } else if (target instanceof Target.Service service) {
            return service(service, it -> services.up(it, within));
        } else if (target instanceof Target.Box box) {
            return paths.box(box.name(), within);
        } else if (target instanceof Target.Cable cable) {
            return paths.cable(cable, within);
        } else if (target instanceof Target.Line line) {
            return paths.line(line, within);
        } else if (target instanceof Target.Ups ups) {
            return supplies.up(ups.name(), within);
        } else if (target instanceof Target.Pool pool) {
            return pools.up(pool.at(), within);
        }
        return Seen.unknown("nobody knows how to look at " + target.kind().article());
    }

    private Observation redundant(Target target, Within within) {
        if (target instanceof Target.Pool pool) {
            return pools.redundant(pool.at(), within);
        } else if (target instanceof Target.Cluster cluster) {
            return cluster(cluster, it -> clusters.redundant(it, within));
        } else if (target instanceof Target.Service service) {
            return service(service, it -> services.redundant(it, within));
        }
        return Seen.unknown("nobody knows the redundancy of " + target.kind().article());
    }

    private Observation intact(Target target, Within within) {
        if (target instanceof Target.Pool pool) {
            return pools.intact(pool.at(), within);
        } else if (target instanceof Target.Copy copy) {
            return copies.intact(copy, within);
        } else if (target instanceof Target.Dataset || target instanceof Target.Service) {
            return service(
                    new Target.Service(target.text()),
                    it -> copies.intact(
                            it, List.copyOf(services.running(it, within).nodes()), within));
        }
        return Seen.unknown("nobody knows the data of " + target.kind().article());
    }

    private Observation service(Target.Service target, Function<Service, Observation> look) {
        return field.lab().service(target.name()).map(look).orElseGet(() -> missing(target));
    }

    private Observation cluster(Target.Cluster target, Function<Cluster, Observation> look) {
        return field.lab().cluster(target.name()).map(look).orElseGet(() -> missing(target));
    }

    private static Observation missing(Target target) {
        return Seen.unknown("the lab has no " + target.text());
    }
}
