package org.rackdrill.chaos.drill.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;

/** What a drill names of the lab that it was read for. */
final class Mentions {
    private final List<Target> all = new ArrayList<>();

    private Mentions(Drill drill) {
        drill.timeline().forEach(step -> act(step.act()));
        drill.steady().forEach(steady -> probe(steady.probe()));
        drill.guardrails().forEach(guardrail -> probe(guardrail.probe()));
        drill.expectations().forEach(this::expectation);
        all.addAll(drill.blastRadius().touches());
    }

    /** Returns all of it; what only another step decides is not named. */
    static List<Target> of(Drill drill) {
        return List.copyOf(new Mentions(drill).all);
    }

    private void act(Act act) {
        if (act instanceof Act.Break<?> it) {
            aim(it.aim());
        } else if (act instanceof Act.Perform<?> it) {
            aim(it.aim());
            if (it.operation() instanceof Operation.Failover failover) {
                node(failover.to());
            } else if (it.operation() instanceof Operation.RestoreProof proof) {
                node(proof.on());
            }
        } else if (act instanceof Act.Gate it) {
            probe(it.probe());
        }
    }

    private void aim(Aim<?> aim) {
        if (aim instanceof Aim.Named<?> it) {
            all.add(it.target());
        } else if (aim instanceof Aim.Every<?> it) {
            all.addAll(it.targets());
        } else if (aim instanceof Aim.Any<?> it) {
            all.addAll(it.among());
        } else if (aim instanceof Aim.Running it) {
            all.add(new Target.Service(it.service()));
        } else if (aim instanceof Aim.Master it) {
            all.add(new Target.Cluster(it.cluster()));
        } else if (aim instanceof Aim.Holding it) {
            all.add(new Target.Service(it.service()));
        }
    }

    private void probe(Probe probe) {
        all.add(probe.of());
        if (probe instanceof Probe.RunsOn it) {
            node(Optional.of(it.on()));
        } else if (probe instanceof Probe.Reaches it) {
            node(Optional.of(it.to()));
        }
    }

    private void expectation(Expectation expectation) {
        if (expectation instanceof Expectation.Recovers it) {
            all.add(it.of());
        } else if (expectation instanceof Expectation.Down it) {
            all.add(it.of());
        } else if (expectation instanceof Expectation.Loses it) {
            all.add(it.of());
        } else if (expectation instanceof Expectation.Restores it) {
            all.add(it.of());
        } else if (expectation instanceof Expectation.Alarm it) {
            all.add(it.about());
        } else if (expectation instanceof Expectation.RedundancyBack it) {
            all.add(it.of());
        } else if (expectation instanceof Expectation.NothingElse it) {
            all.addAll(it.but());
        } else if (expectation instanceof Expectation.Always it) {
            probe(it.probe());
        } else if (expectation instanceof Expectation.Eventually it) {
            probe(it.probe());
        } else if (expectation instanceof Expectation.ShutsDown it) {
            all.add(it.of());
        }
    }

    private void node(Optional<String> name) {
        name.map(Target.Node::new).ifPresent(all::add);
    }
}
