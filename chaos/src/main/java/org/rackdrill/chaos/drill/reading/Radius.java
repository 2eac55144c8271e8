package org.rackdrill.chaos.drill.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rackdrill.chaos.drill.BlastRadius;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Said;

/** Reads what a drill may touch, and holds its steps to it. */
record Radius(Lookup lookup) {

    /** What a drill can touch, the sorts that people mean first by a name. */
    private static final List<TargetKind> TOUCHABLE = List.of(
            TargetKind.SERVICE,
            TargetKind.NODE,
            TargetKind.BOX,
            TargetKind.WAN,
            TargetKind.VPN,
            TargetKind.UPS,
            TargetKind.SITE,
            TargetKind.CLUSTER,
            TargetKind.POOL,
            TargetKind.DISK,
            TargetKind.COPY,
            TargetKind.CABLE);

    /** Returns the things of some names. */
    List<Target> targets(List<Said<String>> names) {
        List<Target> targets = new ArrayList<>();
        names.forEach(name -> lookup.target(name, TOUCHABLE).ifPresent(targets::add));
        return targets;
    }

    /** Returns what a section says, and notes steps that aim beyond it. */
    BlastRadius read(Fields fields, List<Planned> steps, Schedule schedule) {
        List<Target> touches = targets(fields.get(DrillKeys.TOUCHES).orElse(List.of()));
        if (!touches.isEmpty()) {
            Set<String> allowed = touches.stream().map(Target::text).collect(Collectors.toSet());
            steps.stream().filter(it -> it.fault().isPresent()).forEach(it -> inside(it, allowed));
        }
        Optional<Integer> most = fields.get(DrillKeys.FAULTS_AT_ONCE);
        most.ifPresent(count -> atOnce(steps, schedule, count));
        return new BlastRadius(touches, most);
    }

    private void inside(Planned step, Set<String> allowed) {
        for (Target target : known(step)) {
            if (lookup.things().around(target).stream().noneMatch(allowed::contains)) {
                lookup.notes()
                        .error(
                                step.aimed(),
                                "`" + target.text() + "` is not under `blast-radius`",
                                "Add it to `touches`, or aim at something else.");
            }
        }
    }

    /** What a step can hit, as far as the file tells. */
    private static List<Target> known(Planned step) {
        Aim<?> aim = step.aim().orElseThrow();
        if (aim instanceof Aim.Named<?> named) {
            return List.of(named.target());
        } else if (aim instanceof Aim.Every<?> every) {
            return List.copyOf(every.targets());
        }
        return aim instanceof Aim.Any<?> any ? List.copyOf(any.among()) : List.of();
    }

    private void atOnce(List<Planned> steps, Schedule schedule, int most) {
        for (Planned step : steps) {
            int count = 0;
            for (Planned other : steps) {
                if (schedule.of(step.step().name())
                        .covers(schedule.of(other.step().name()))) {
                    count += hits(other);
                }
            }
            if (step.fault().isPresent() && count > most) {
                lookup.notes()
                        .error(
                                step.aimed(),
                                "with this there are " + count + " faults at once, and `faults-at-once` is " + most,
                                "Let some end earlier, or raise `faults-at-once`.");
                return;
            }
        }
    }

    private static int hits(Planned step) {
        if (step.fault().isEmpty()) {
            return 0;
        }
        Aim<?> aim = step.aim().orElseThrow();
        if (aim instanceof Aim.Every<?> every) {
            return every.targets().size();
        }
        return aim instanceof Aim.Any<?> any ? any.count() : 1;
    }
}
