package org.rackdrill.chaos.importing.chaostoolkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.importing.chaostoolkit.Looks.Look;
import org.rackdrill.chaos.importing.draft.Part;
import org.rackdrill.chaos.importing.draft.Remark;
import org.rackdrill.chaos.importing.draft.Spot;

/** What an experiment says of health, as steady states and expectations. */
final class Hypothesis {

    private static final Duration GUESS = Duration.ofMinutes(1);

    private final Strategy strategy;
    private final Method method;
    private final Duration end;
    private final List<Remark> remarks;
    private final List<Part<Steady>> steady = new ArrayList<>();
    private final List<Part<Expectation>> expectations = new ArrayList<>();

    /**
     * Starts without anything.
     *
     * @param method has been walked through
     * @param end when its last activity is over
     */
    Hypothesis(Strategy strategy, Method method, Duration end, List<Remark> remarks) {
        this.strategy = strategy;
        this.method = method;
        this.end = end;
        this.remarks = remarks;
    }

    List<Part<Steady>> steady() {
        return steady;
    }

    List<Part<Expectation>> expectations() {
        return expectations;
    }

    /** Takes over the probes of the steady-state hypothesis. */
    void take(Spot hypothesis, ActivityReader reader, Looks looks) {
        hypothesis.entries().forEach((key, value) -> {
            switch (key) {
                case "probes" -> {}
                case "title" -> remarks.add(value.noted("it was called \"" + shortened(value.text()) + "\""));
                case "controls" ->
                    remarks.add(value.leftOut("controls are code of the toolkit, and a drill runs none"));
                default -> remarks.add(value.leftOut("a drill has nothing like it"));
            }
        });
        List<Spot> probes = hypothesis.find("probes").map(Spot::items).orElse(List.of());
        if (strategy == Strategy.SKIP && !probes.isEmpty()) {
            remarks.add(hypothesis.leftOut("the strategy is `skip`, so the toolkit never looks at it"));
            return;
        }
        for (Spot spot : probes) {
            Activity activity = reader.read(spot);
            if (activity.tolerance().isEmpty() && !activity.action()) {
                throw spot.wrong("a probe of the hypothesis has no `tolerance`", "Say what it should answer.");
            }
            looks.look(activity).ifPresent(look -> take(activity, look));
        }
        if (!steady.isEmpty()) {
            note(hypothesis);
        }
    }

    private void take(Activity activity, Look look) {
        if (!activity.before().isZero() || !activity.after().isZero()) {
            remarks.add(activity.spot().noted("its pauses are not taken over: a drill looks again and again"));
        }
        look.doubt()
                .ifPresent(doubt -> remarks.add(
                        activity.spot().guessed("`" + look.probe().of().text() + "`: " + doubt)));
        Optional<Duration> tolerates = strategy.during() ? Optional.of(Duration.ZERO) : Optional.empty();
        steady.add(part(activity, new Steady(look.probe(), tolerates), look.doubt()));
        if (strategy.during()) {
            expectations.add(part(activity, new Expectation.Always(look.probe(), Optional.empty()), look.doubt()));
        } else if (strategy.after()) {
            method.timeline().first().ifPresent(first -> healthy(activity, look, first));
        }
    }

    /** The toolkit looks when the method is over, and what it broke still is. */
    private void healthy(Activity activity, Look look, Part<Step> first) {
        Duration within = end.minus(Timeline.at(first));
        Optional<String> doubt = look.doubt();
        if (within.isZero() || within.isNegative()) {
            within = GUESS;
            doubt = doubt.or(() -> Optional.of("how long may it take?"));
            remarks.add(activity.spot()
                    .guessed("the file has no pause between what it breaks and when it looks, so a minute is given"));
        }
        Optional<String> since = Optional.of(first.value().name());
        Expectation expectation = new Expectation.Recovers(look.probe().of(), within, since);
        expectations.add(part(activity, expectation, doubt));
    }

    private void note(Spot hypothesis) {
        String sentence = strategy.during()
                ? "strategy `" + strategy.word() + "`: the drill tolerates nothing while it runs"
                : "strategy `" + strategy.word()
                        + "`: while the drill runs anything is tolerated; it looks before, and again after all is undone,"
                        + " which the toolkit does not";
        remarks.add(hypothesis.noted(sentence));
        if (strategy.after()) {
            remarks.add(hypothesis.noted("the toolkit looks once, at the end of the method: the drill expects that what"
                    + " went down works by then, and stays so"));
        }
    }

    private static <T> Part<T> part(Activity activity, T value, Optional<String> doubt) {
        return new Part<>(value, activity.spot().line(), activity.spot().path(), doubt);
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "..." : text;
    }
}
