package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.lab.Operations;
import org.rackdrill.model.lab.Service;

/** Compiles the person who repairs things. */
final class OperatorSection {

    private OperatorSection() {}

    /** Returns the point that says whether somebody watches, or -1; it is watched itself. */
    private static int monitoring(
            Draft draft, Operations.Operator operator, ServiceSection services, ProtectionSection protections) {
        if (operator.noticesBy().isEmpty()) {
            return -1;
        }
        String watcher = operator.noticesBy().get();
        List<Integer> way = new ArrayList<>(List.of(services.serving(watcher)));
        int arrives = protections.alerts(watcher);
        if (arrives >= 0) {
            way.add(arrives);
        }
        int point = draft.structure.gate(way);
        draft.structure.watch(point, Structure.Watch.MONITORING, 0);
        return point;
    }

    private static Chance wrongDisk(Draft draft, Operations.Operator operator) {
        if (!draft.has(Behaviour.WRONG_DISK) || !draft.hasMachines()) {
            return Chance.NONE;
        }
        return draft.chance("operator", "operator", "wrong-disk", operator.wrongDisk());
    }

    static OperatorPlan compile(Draft draft, ServiceSection services, ProtectionSection protections) {
        Operations operations = draft.lab.operations();
        Operations.Operator operator = operations.operator();
        int[] travel = new int[draft.lab.sites().size()];
        Arrays.fill(travel, Lifetimes.AT_ONCE);
        for (Operations.Travel way : operator.travel()) {
            travel[draft.site(way.site())] = draft.life("travel to " + way.site(), way.takes());
        }
        Optional<Service.Hours> asleep = draft.has(Behaviour.SLEEP) ? operator.asleep() : Optional.empty();
        boolean watched = operator.noticesBy().isPresent();
        int noticesAfter = draft.life("operator notices", operator.noticesAfter());
        int noticesWithout = draft.life("operator notices without monitoring", operator.noticesWithout());
        return new OperatorPlan(
                draft.stream("operator"),
                monitoring(draft, operator, services, protections),
                watched ? noticesAfter : noticesWithout,
                draft.has(Behaviour.MONITORING) || !watched ? noticesWithout : noticesAfter,
                asleep.map(Service.Hours::from).map(Hours::of).orElse(0.0),
                asleep.map(Service.Hours::to).map(Hours::of).orElse(0.0),
                draft.has(Behaviour.NIGHT_WORK) && operator.wokenBy() == Operations.WokenBy.ALARMS,
                watched && draft.has(Behaviour.FALSE_ALARMS)
                        ? draft.life("false alarms", operator.falseAlarms())
                        : Lifetimes.NEVER,
                draft.stream("false alarms"),
                draft.lab.services().size(),
                wrongDisk(draft, operator),
                draft.has(Behaviour.ABSENCE) ? Hours.of(operator.awayPerYear()) : 0,
                Hours.of(operator.tripLasts().value()),
                draft.life("operator hands-on", operator.handsOn()),
                draft.life("operator at the keyboard", operator.software()),
                travel,
                draft.spareCounts(),
                draft.has(Behaviour.PATCHING)
                        ? operations.patching().map(it -> Hours.of(it.every())).orElse(0.0)
                        : 0,
                operations.patching().map(Operations.Patching::rolling).orElse(false),
                draft.planned("patching", CauseKind.UPDATE, "patching nodes", 'U'));
    }
}
