package org.rackdrill.simulator.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.DataPlan;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.rare.DisksAlone;
import org.rackdrill.simulator.rare.Rarity;

/**
 * How likely disks alone lose a dataset, which no history shows: by a chain where that is exact, else by splitting, and by
 * the chain all the same where that would take longer than is wanted.
 */
final class RareLosses {

    private static final double RELATIVE_ERROR = 0.1;

    /** An answer that is worse than this says nothing. */
    private static final double WORST_ERROR = 0.5;

    /** A fifth of a second of one core, which nobody minds. */
    private static final long AT_ONCE = 200_000;

    /** Half a minute of two cores, for those who ask. */
    private static final long FOR_WHOEVER_ASKS = 60_000_000;

    /** Once in a million million years is never, however it is computed. */
    private static final double TOO_RARE = 1e-12;

    private final Question question;
    private final CompiledLab lab;
    private final Durability durability;
    private final Restorable restorable;
    private final Crew crew;
    private final double[] best;

    /** What was found, by {@link DisksAlone#likeness}: a hall of equal nodes has a few kinds of datasets. */
    private final Map<Object, Rarity> known = new HashMap<>();

    RareLosses(Question question, CompiledLab lab, Durability durability, Restorable restorable, Crew crew) {
        this.question = question;
        this.lab = lab;
        this.durability = durability;
        this.restorable = restorable;
        this.crew = crew;
        best = lab.parameters().bestGuess();
    }

    /** Returns the chance of the next year; nothing for what does not lie on pools. */
    Results.@Nullable DisksAlone byDisksAlone(DataPlan data) {
        double[] usable = Arrays.stream(data.copies())
                .mapToDouble(copy -> restorable.chance(copy, best))
                .toArray();
        return DisksAlone.of(lab, data, usable, best, Hours.PER_YEAR)
                .map(disks -> chosen(disks, data))
                .orElse(null);
    }

    /** Returns how many searches it has taken so far: one for all datasets that are alike. */
    int searches() {
        return known.size();
    }

    private Results.DisksAlone chosen(DisksAlone disks, DataPlan data) {
        double byChains = -Math.expm1(-durability.rates(data, best, 1)[0].disksOnly() * Hours.PER_YEAR);
        Optional<String> notExact = disks.whyNotExact();
        if (notExact.isEmpty()) {
            return new Results.DisksAlone(
                    byChains, "exact", "one pool whose disks and repairs do not remember", 0.0, null, List.of());
        }
        String reason = notExact.get() + ": no chain is exact";
        if (byChains < TOO_RARE) {
            return byChains(byChains, reason + "; too rare to be simulated");
        }
        boolean asked = question.wants(Extra.RARE);
        long most = asked ? FOR_WHOEVER_ASKS : AT_ONCE;
        Rarity found = known.computeIfAbsent(
                disks.likeness(),
                key -> Crew.finished(crew.begin(() -> disks.chance(question.seed(), RELATIVE_ERROR, most))));
        if (!(found.relativeError() < WORST_ERROR)) {
            return byChains(
                    byChains,
                    reason
                            + "; simulating it would take more than %,d events%s"
                                    .formatted(most, asked ? "" : ", unless --rare asks for it"));
        }
        return new Results.DisksAlone(
                found.value(),
                found.method().toString(),
                reason,
                found.relativeError(),
                found.effectiveSampleSize(),
                found.levels().stream()
                        .map(it -> new Results.LevelHits(it.height(), it.starts(), it.hits()))
                        .toList());
    }

    private static Results.DisksAlone byChains(double chance, String why) {
        return new Results.DisksAlone(chance, "chains", why, null, null, List.of());
    }
}
