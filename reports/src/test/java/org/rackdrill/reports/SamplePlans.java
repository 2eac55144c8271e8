package org.rackdrill.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.plan.PlanResults;
import org.rackdrill.simulator.plan.PlanResults.Amount;
import org.rackdrill.simulator.plan.PlanResults.Offered;
import org.rackdrill.simulator.plan.PlanResults.Point;

/** Plans to draw: one that {@code plan v1} has written, and others made of it. */
final class SamplePlans {
    private SamplePlans() {}

    static PlanResults v1() {
        try (InputStream in = Objects.requireNonNull(SamplePlans.class.getResourceAsStream("plan.json"))) {
            return ResultsJson.readPlan(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<PlanResults> all() {
        return List.of(v1(), missed(), nothing(), alone(), hostile());
    }

    /** Nothing keeps the goals. */
    static PlanResults missed() {
        PlanResults v1 = v1();
        return with(v1, v1.points(), v1.offers(), v1.recommended(), false, v1.nextSingle());
    }

    /** The goals are kept as it is. */
    static PlanResults nothing() {
        PlanResults v1 = v1();
        List<Offered> offers = v1.offers().stream()
                .map(it -> offered(it, UnaryOperator.identity(), false))
                .toList();
        return with(v1, v1.points(), offers, v1.now(), true, null);
    }

    /** One service, no data, and nothing to buy but what was never tried. */
    static PlanResults alone() {
        PlanResults v1 = v1();
        Point now = v1.points().get(v1.now());
        Point only = point(now, 0, now.options(), now.tightest(), false);
        return new PlanResults(
                v1.format(),
                v1.rackdrill(),
                v1.lab(),
                v1.title(),
                v1.labHash(),
                new PlanResults.Source("", ""),
                v1.seed(),
                v1.horizonYears(),
                null,
                v1.goals().subList(0, 1),
                null,
                v1.currency(),
                0,
                0,
                false,
                null,
                List.of(only),
                List.of(),
                v1.search(),
                List.of(),
                List.of(),
                true);
    }

    /** A plan whose author chose every name to hurt. */
    static PlanResults hostile() {
        PlanResults v1 = v1();
        String evil =
                "<script>alert('x')</script>\"'&lt; \u202Egnp.exe \u05D0\u05D1\u05D2 \uD83D\uDE80 {{x}} \u001b[31m\n"
                        + "W".repeat(80);
        List<Point> points = new ArrayList<>();
        for (Point point : v1.points()) {
            points.add(point(
                    point,
                    point.number(),
                    point.options().stream().map(it -> evil + it).toList(),
                    evil,
                    true));
        }
        List<Offered> offers = v1.offers().stream()
                .map(it -> offered(it, name -> evil + name, it.recommended()))
                .toList();
        PlanResults it = with(v1, points, offers, v1.recommended(), true, v1.nextSingle());
        return new PlanResults(
                it.format(),
                evil,
                evil,
                evil,
                evil,
                new PlanResults.Source(evil, evil),
                it.seed(),
                it.horizonYears(),
                it.wantedGoal(),
                List.of(new PlanResults.Goal(evil, 0.999)),
                it.budget(),
                evil,
                it.now(),
                it.recommended(),
                true,
                it.nextSingle(),
                it.points(),
                it.offers(),
                it.search(),
                List.of(evil),
                List.of(evil),
                false);
    }

    private static PlanResults with(
            PlanResults it,
            List<Point> points,
            List<Offered> offers,
            int recommended,
            boolean meets,
            @Nullable Integer next) {
        return new PlanResults(
                it.format(),
                it.rackdrill(),
                it.lab(),
                it.title(),
                it.labHash(),
                it.options(),
                it.seed(),
                it.horizonYears(),
                it.wantedGoal(),
                it.goals(),
                it.budget(),
                it.currency(),
                it.now(),
                recommended,
                meets,
                next,
                points,
                offers,
                it.search(),
                it.assumptions(),
                it.notSimulated(),
                it.partial());
    }

    private static Point point(Point it, int number, List<String> options, String tightest, boolean data) {
        return new Point(
                number,
                options,
                it.price(),
                it.yearly(),
                it.overHorizon(),
                it.watts(),
                it.moreWatts(),
                it.kWhPerYear(),
                tightest,
                it.availability(),
                it.goal(),
                new Amount(
                        it.allowance().amount(),
                        it.allowance().low(),
                        it.allowance().high()),
                it.meets(),
                it.chance(),
                it.hoursPerYear(),
                it.lessHours(),
                data ? it.loss() : null,
                data ? new PlanResults.Latency(tightest, 0.95, 45 + number, 200) : null,
                it.front());
    }

    private static Offered offered(Offered it, UnaryOperator<String> name, boolean recommended) {
        return new Offered(
                name.apply(it.name()),
                it.price(),
                it.yearly(),
                name.apply(it.source()),
                it.guess(),
                name.apply(it.note()),
                it.alone(),
                it.without(),
                it.lessHours(),
                it.lossFactor(),
                it.latencyFactor(),
                it.moreWatts(),
                it.effect(),
                recommended,
                recommended ? it.buys() : null,
                it.stays());
    }
}
