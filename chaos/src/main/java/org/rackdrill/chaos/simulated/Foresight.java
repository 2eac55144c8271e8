package org.rackdrill.chaos.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.process.Twin;

/**
 * What a fault would do: it is tried in a second lab in which nothing else happens and every protection works. The same
 * question about the same faults is answered once, whoever asks.
 */
final class Foresight {

    /** After so long what fails over by itself has done so. Our estimate. */
    private static final Duration FAILED_OVER = Duration.ofMinutes(10);

    /** Nobody waits longer than this to see what a fault does. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final double SOON = Hours.ofSeconds(1);

    /**
     * A fault at a target.
     *
     * @param lasts as the drill says; none: as is usual, or until the end
     */
    record What(Fault<?> fault, Target target, Optional<Duration> lasts) {}

    /** What comes of it. */
    record Foreseen(Set<Danger> dangers, List<Target> affects) {}

    private record Question(List<What> present, What next) {}

    private final Lab lab;
    private final Twin twin;
    private final Effects effects;
    private final double[] factors;
    private final double hour;
    private final Map<Question, Foreseen> known = new HashMap<>();

    /**
     * Looks ahead in a lab.
     *
     * @param hour of the history at which faults are tried
     */
    Foresight(Lab lab, CompiledLab compiled, double hour) {
        this.lab = lab;
        this.hour = hour;
        twin = new Twin(lab, compiled);
        effects = new Effects(twin);
        factors = compiled.parameters().bestGuess();
    }

    /**
     * Returns what a fault would do.
     *
     * @param present the faults that are there already
     */
    synchronized Foreseen of(List<What> present, What next) {
        return known.computeIfAbsent(new Question(List.copyOf(present), next), this::tried);
    }

    private Foreseen tried(Question question) {
        twin.begin(1, 0, factors, true, hour, 2);
        question.present().forEach(this::strike);
        if (!question.present().isEmpty()) {
            twin.until(twin.now() + Hours.of(FAILED_OVER));
        }
        Snapshot before = Snapshot.of(lab, twin);
        double began = twin.now();
        strike(question.next());
        twin.until(began + SOON);
        Snapshot soon = Snapshot.of(lab, twin);
        Duration lasts = question.next().lasts().orElse(LONGEST);
        twin.until(began + Hours.of(lasts.compareTo(LONGEST) < 0 ? lasts : LONGEST));
        Snapshot late = Snapshot.of(lab, twin);
        Snapshot lasting = lasts.compareTo(FAILED_OVER) < 0 ? soon : late;
        return new Foreseen(
                dangers(before, soon, late, lasting), affects(question.next().target(), before, lasting));
    }

    private void strike(What what) {
        effects.of(what.fault(), what.target(), what.lasts())
                .ifPresent(effect -> effect.strikes().run());
    }

    private Set<Danger> dangers(Snapshot before, Snapshot soon, Snapshot late, Snapshot lasting) {
        Set<Danger> dangers = EnumSet.noneOf(Danger.class);
        for (Snapshot after : List.of(soon, late)) {
            if (!after.spare().containsAll(before.spare())) {
                dangers.add(Danger.LAST_REDUNDANCY);
            }
            if (!after.majority().containsAll(before.majority())) {
                dangers.add(Danger.QUORUM_LOSS);
            }
            if (!before.lost().containsAll(after.lost())) {
                dangers.add(Danger.DATA_LOSS);
            }
        }
        lab.operations().operator().noticesBy().ifPresent(watcher -> {
            Target watching = new Target.Service(watcher);
            if (lasting.down().contains(watching) && !before.down().contains(watching)) {
                dangers.add(Danger.HARNESS_IN_RADIUS);
            }
        });
        return dangers;
    }

    /** What is down or harmed then and was not before, the target and what is nowhere but there left out. */
    private List<Target> affects(Target hit, Snapshot before, Snapshot after) {
        List<Target> affected = new ArrayList<>(Snapshot.less(after.down(), before.down()));
        Belongings belongings = new Belongings(lab);
        affected.removeIf(target -> target.equals(hit) || belongings.belongs(target, hit));
        return affected;
    }
}
