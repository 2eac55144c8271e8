package org.rackdrill.simulator.exact;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.lab.Component;
import org.rackdrill.model.lab.Computing;
import org.rackdrill.model.lab.Group;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Operations;
import org.rackdrill.model.lab.Service;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Unanswerable;

/**
 * A lab that is Markov part by part and like another one: every time to failure and every repair is exponential with the
 * mean that it had, everything that keeps a clock of its own is left out, and what hangs on what has stayed. It exists to
 * have an exact answer, which the simulation of the same lab must agree with.
 */
public final class Exponentialised {

    /** What it is, for results and reports. */
    public static final String SENTENCE =
            "This is not the lab itself but its exponentialised variant: every time to failure"
                    + " and every repair is exponential with the mean that the lab gives it, parts are new and repaired one by one"
                    + " without waiting for each other, and what keeps a clock of its own is left out.";

    private Exponentialised() {}

    /**
     * Returns the variant of a lab.
     *
     * @throws Unanswerable when the lab can be read but not simulated
     */
    public static Lab of(Lab lab) {
        CompiledLab compiled = Compiler.compile(lab);
        return compiled.machines().length == 0 ? components(lab) : machines(lab, compiled);
    }

    /** Returns what the variant of a lab lacks, in words. */
    public static List<String> leavesOut(Lab lab) {
        if (lab.nodes().isEmpty() && lab.network().isEmpty()) {
            return List.of();
        }
        return List.of(
                "waiting: failovers and starts elsewhere take no time",
                "batteries that are not full, wear or die, and what happens while machines stop and boot",
                "an operator who sleeps, is away or busy, and spares in a drawer",
                "storms, surges, tripped breakers and other things that hit several parts at once, but for disasters",
                "updates, patching, changes, drills and protections that fail unseen",
                "data: deletions, attacks, latent errors, restores and copies",
                "memory limits, network drives and disks that age together");
    }

    private static Lab components(Lab lab) {
        ExponentialParts parts = new ExponentialParts(Compiler.compile(lab));
        List<Component> components =
                lab.components().stream().map(parts::memoryless).toList();
        return like(lab, components, lab.groups(), lab.services());
    }

    private static Lab machines(Lab lab, CompiledLab compiled) {
        Beneath beneath = new Beneath(compiled);
        List<Service> services = new ArrayList<>();
        for (int i = 0; i < lab.services().size(); i++) {
            Service service = lab.services().get(i);
            String needs = beneath.point(compiled.services()[i].available());
            if (needs.equals(Wires.NEVER)) {
                throw new Unanswerable("the people of " + service.name() + " never reach it, whatever works");
            }
            services.add(needing(service, needs.equals(Wires.ALWAYS) ? beneath.nothing() : needs));
        }
        return like(lab, beneath.components(), beneath.groups(), services);
    }

    private static Service needing(Service service, String need) {
        return new Service(
                service.name(),
                service.kind(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                Service.Failover.NONE,
                new Service.Storage.Local(),
                Optional.empty(),
                List.of(need),
                List.of(),
                Set.of(Service.Audience.WIRED),
                service.used(),
                service.slo(),
                service.memory(),
                service.priority(),
                service.order(),
                service.demand(),
                Computing.NOT_STATED);
    }

    /** No machines, no network, nobody who could err: only parts. */
    private static Lab like(Lab lab, List<Component> components, List<Group> groups, List<Service> services) {
        boolean bare = lab.nodes().isEmpty() && lab.network().isEmpty();
        return new Lab(
                lab.name(),
                lab.slo(),
                lab.regions(),
                lab.sites(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                services,
                List.of(),
                lab.snapshots(),
                parts(lab.operations()),
                List.of(),
                components,
                bare ? lab.commonCauses() : List.of(),
                bare ? lab.crews() : Map.of(),
                groups,
                Map.of(),
                lab.study(),
                Map.of());
    }

    /** Nothing is done on purpose, and nobody errs. */
    private static Operations parts(Operations operations) {
        Operations.Operator operator = operations.operator();
        return new Operations(
                new Operations.Operator(
                        Optional.empty(),
                        operator.noticesAfter(),
                        operator.noticesWithout(),
                        Optional.empty(),
                        operator.wokenBy(),
                        operator.falseAlarms(),
                        Duration.ZERO,
                        operator.tripLasts(),
                        operator.handsOn(),
                        operator.software(),
                        operator.wrongDisk(),
                        List.of()),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                operations.dataRisks(),
                operations.transfers(),
                operations.takes(),
                Map.of(),
                Optional.empty(),
                false);
    }
}
