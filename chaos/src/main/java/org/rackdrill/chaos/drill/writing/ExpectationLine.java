package org.rackdrill.chaos.drill.writing;

import java.util.stream.Collectors;
import org.rackdrill.chaos.check.Expectation;

/** Expectations, each on a line. */
public final class ExpectationLine {

    private ExpectationLine() {}

    /** Returns an expectation as an item of {@code expect}, which reads back as the same. */
    public static String of(Expectation expectation) {
        return group(expectation).withName("since", expectation.since()).braced();
    }

    private static Group group(Expectation expectation) {
        Group group = new Group();
        if (expectation instanceof Expectation.Recovers recovers) {
            return group.with("recovers", Words.text(recovers.of().text())).with("within", recovers.within());
        } else if (expectation instanceof Expectation.Down down) {
            return group.with("down", Words.text(down.of().text())).with("at-most", down.atMost());
        } else if (expectation instanceof Expectation.Loses loses) {
            return group.with("loses", Words.text(loses.of().text())).with("at-most", loses.atMost());
        } else if (expectation instanceof Expectation.Restores restores) {
            return group.with("restores", Words.text(restores.of().text()))
                    .with("within", restores.within())
                    .with("matches", String.valueOf(restores.matches()))
                    .withTime("age", restores.age());
        } else if (expectation instanceof Expectation.Alarm alarm) {
            return group.with("alarm", Words.text(alarm.about().text()))
                    .with("within", alarm.within())
                    .with("clears", String.valueOf(alarm.clears()));
        } else if (expectation instanceof Expectation.RedundancyBack back) {
            return group.with("redundancy", Words.text(back.of().text())).with("within", back.within());
        } else if (expectation instanceof Expectation.NothingElse nothing) {
            return group.with("nothing-else", others(nothing));
        } else if (expectation instanceof Expectation.Always always) {
            return group.with("always", ProbeLine.of(always.probe()).braced());
        } else if (expectation instanceof Expectation.Eventually eventually) {
            return group.with("eventually", ProbeLine.of(eventually.probe()).braced())
                    .with("within", eventually.within());
        } else if (expectation instanceof Expectation.ShutsDown down) {
            group.with("shuts-down", Words.text(down.of().text()));
            down.chargeLeft().ifPresent(left -> group.with("charge-left", Words.share(left)));
            return group;
        }
        return group.with("hands", String.valueOf(((Expectation.Hands) expectation).atMost()));
    }

    private static String others(Expectation.NothingElse nothing) {
        return nothing.but().isEmpty()
                ? "affected"
                : nothing.but().stream()
                        .map(target -> Words.text(target.text()))
                        .collect(Collectors.joining(", ", "[", "]"));
    }
}
