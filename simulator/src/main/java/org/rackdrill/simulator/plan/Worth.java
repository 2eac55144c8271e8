package org.rackdrill.simulator.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.study.Results.Gain;

/** What each offer is worth: by itself, in the recommended combination, and under what is not known. */
final class Worth {

    static final String UPTIME = "uptime";
    static final String DATA = "data";
    static final String BOTH = "both";
    static final String SPEED = "speed";
    static final String POWER = "power";
    static final String TOO_LITTLE = "too little";
    static final String NOTHING = "nothing";
    static final String HARM = "harm";
    static final String NOT_TRIED = "not tried";

    /** A share of the downtime that nobody would buy anything for. */
    private static final double LEAST = 0.01;

    /** A chance of losing data that falls by less is not worth a line. */
    private static final double LESS_LOSS = 0.9;

    /** A latency that falls by less is not worth a line, nor one that was short before. */
    private static final double LESS_LATENCY = 0.9;

    private static final double LONG_LATENCY = 0.5;

    /** A latency beyond its goal that grows by more does harm, as does a chance of losing data. */
    private static final double MORE_LOSS = 1.1;

    private final Shelf shelf;
    private final Field field;
    private final Darkroom darkroom;
    private final Ballot ballot;
    private final List<Closeup> printed;
    private final Closeup recommended;
    private final Map<Integer, Integer> leftOut = new LinkedHashMap<>();

    Worth(Shelf shelf, Field field, Darkroom darkroom, Ballot ballot, List<Closeup> printed, Closeup recommended) {
        this.shelf = shelf;
        this.field = field;
        this.darkroom = darkroom;
        this.ballot = ballot;
        this.printed = printed;
        this.recommended = recommended;
    }

    List<PlanResults.Offered> offered() {
        int best = recommended.basket().choice();
        for (int i = 0; i < shelf.offers().size(); i++) {
            if ((best >> i & 1) == 1) {
                leftOut.put(i, without(best, i));
            }
        }
        field.look(List.copyOf(leftOut.values()), 0);
        darkroom.make(leftOut.values().stream()
                .flatMap(choice -> field.find(choice).stream())
                .toList());
        List<PlanResults.Offered> all = new ArrayList<>();
        for (int i = 0; i < shelf.offers().size(); i++) {
            all.add(offered(i));
        }
        return all;
    }

    /** Returns a choice without an offer and without whatever needs it. */
    private int without(int choice, int offer) {
        int left = choice & ~(1 << offer);
        for (int i = 0; i < shelf.offers().size(); i++) {
            if ((left >> i & 1) == 1 && (shelf.withNeeds(1 << i) >> offer & 1) == 1) {
                left &= ~(1 << i);
            }
        }
        return left;
    }

    private PlanResults.Offered offered(int number) {
        Offer offer = shelf.offers().get(number);
        int whole = shelf.withNeeds(1 << number);
        Closeup alone = darkroom.of(whole);
        Closeup before = darkroom.of(whole & ~(1 << number));
        boolean tried = alone != null && before != null;
        Gain less = alone != null && before != null ? alone.lessThan(before) : null;
        Double factor = alone != null && before != null ? lossFactor(alone, before) : null;
        double watts = alone != null && before != null
                ? alone.basket().power().watts() - before.basket().power().watts()
                : 0;
        return new PlanResults.Offered(
                offer.name(),
                Bill.amount(offer.price()),
                Bill.amount(offer.yearly()),
                offer.source(),
                offer.guess(),
                offer.note(),
                tried ? printed.indexOf(alone) : null,
                tried ? printed.indexOf(before) : null,
                less,
                factor,
                alone != null && before != null ? latencyFactor(alone, before) : null,
                watts,
                effect(less, factor, alone, before, watts),
                leftOut.containsKey(number),
                buys(number),
                ballot.stays(number));
    }

    private @Nullable Gain buys(int number) {
        Integer choice = leftOut.get(number);
        Closeup left = choice == null ? null : darkroom.of(choice);
        return left == null ? null : recommended.lessThan(left);
    }

    private static @Nullable Double lossFactor(Closeup after, Closeup before) {
        double was = before.basket().entrant().loss();
        return was > 0 ? after.basket().entrant().loss() / was : null;
    }

    private static @Nullable Double latencyFactor(Closeup after, Closeup before) {
        double was = before.basket().entrant().latency();
        return was > 0 ? after.basket().entrant().latency() / was : null;
    }

    private static boolean quicker(Closeup after, Closeup before) {
        double was = before.basket().entrant().latency();
        return was > LONG_LATENCY && after.basket().entrant().latency() <= LESS_LATENCY * was;
    }

    private static boolean slower(Closeup after, Closeup before) {
        double is = after.basket().entrant().latency();
        return is > 1 && is >= MORE_LOSS * before.basket().entrant().latency();
    }

    private String effect(
            @Nullable Gain less,
            @Nullable Double factor,
            @Nullable Closeup after,
            @Nullable Closeup before,
            double watts) {
        if (less == null || after == null || before == null) {
            return NOT_TRIED;
        }
        double now = printed.stream()
                .filter(it -> it.basket().choice() == 0)
                .mapToDouble(it -> it.hours().mean())
                .findFirst()
                .orElse(0);
        boolean uptime = less.low() > 0 && less.hoursPerYear() >= LEAST * now;
        boolean data = factor != null && factor <= LESS_LOSS;
        if (uptime || data) {
            return uptime && data ? BOTH : uptime ? UPTIME : DATA;
        }
        if (quicker(after, before)) {
            return SPEED;
        }
        if (less.high() < 0 || (factor != null && factor >= MORE_LOSS) || slower(after, before)) {
            return HARM;
        }
        if (watts <= -Entrant.SAME_WATTS) {
            return POWER;
        }
        return less.low() > 0 ? TOO_LITTLE : NOTHING;
    }
}
