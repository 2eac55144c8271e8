package org.rackdrill.reports.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.rackdrill.reports.capacity.Millis;
import org.rackdrill.reports.chart.FrontChart;
import org.rackdrill.reports.page.Download;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;
import org.rackdrill.reports.simulation.Standing;
import org.rackdrill.simulator.plan.PlanResults;
import org.rackdrill.simulator.plan.PlanResults.Amount;
import org.rackdrill.simulator.plan.PlanResults.Point;

/** What money and watts buy: the charts and the table that they are drawn from. */
final class Fronts {
    private final PlanResults results;
    private final Purse purse;
    private final double leastWatts;

    private Fronts(PlanResults results) {
        this.results = results;
        purse = Purse.of(results);
        leastWatts =
                results.points().stream().mapToDouble(Point::moreWatts).min().orElse(0);
    }

    static Element section(PlanResults results) {
        Fronts fronts = new Fronts(results);
        Element section = Section.of(
                "front",
                "What money buys",
                "Each dot is a combination that was simulated again with fresh luck; numbers are those of the table below."
                        + " To the right is dearer, up is better. Nothing below the line is worth its price; the orange"
                        + " dot is the recommended one, with its range.");
        List<Element> figures = new ArrayList<>(List.of(fronts.uptime(), fronts.watts()));
        fronts.losses().ifPresent(figures::add);
        fronts.latencies().ifPresent(figures::add);
        Element charts = Element.of("div", figures.size() == 3 ? "grid" : "pair");
        figures.forEach(charts::add);
        return section.add(
                charts,
                fronts.table("Combinations that nothing cheaper equals", fronts::shown),
                fronts.others(),
                fronts.numbers());
    }

    private Element others() {
        boolean any = results.points().stream().anyMatch(point -> !shown(point));
        return any
                ? Element.of("details", "fold")
                        .add(
                                Element.of("summary").text("Those that something cheaper equals"),
                                table("Combinations that something cheaper equals", point -> !shown(point)))
                : Element.nothing();
    }

    private boolean shown(Point point) {
        return point.front() || point.number() == results.now() || point.number() == results.recommended();
    }

    private Element uptime() {
        List<FrontChart.Dot> dots = new ArrayList<>();
        for (Point point : results.points()) {
            dots.add(dot(point, Math.max(0, point.overHorizon().amount()), point.allowance()));
        }
        return Section.figure(
                "Money and uptime",
                new FrontChart(dots, money(), allowance())
                        .picture("Downtime against money", "A staircase: the more is paid, the less downtime is left."),
                "Downtime of the tightest service, as so many times what its goal allows, against the money of "
                        + Spoken.years(results.horizonYears()) + ".");
    }

    private Element watts() {
        List<FrontChart.Dot> dots = new ArrayList<>();
        for (Point point : results.points()) {
            dots.add(dot(point, point.moreWatts() - leastWatts, point.allowance()));
        }
        FrontChart.Axis axis = new FrontChart.Axis(
                leastWatts < 0 ? "watts more than the least" : "watts more than today", Figures::about, 0);
        return Section.figure(
                "Watts and uptime",
                new FrontChart(dots, axis, allowance())
                        .picture(
                                "Downtime against watts", "A staircase: the more is drawn, the less downtime is left."),
                "The same against what the rack draws on an ordinary day.");
    }

    private Optional<Element> losses() {
        List<FrontChart.Dot> dots = new ArrayList<>();
        for (Point point : results.points()) {
            PlanResults.Loss loss = point.loss();
            if (loss != null) {
                dots.add(dot(
                        point,
                        Math.max(0, point.overHorizon().amount()),
                        new Amount(loss.perYear(), loss.low(), loss.high())));
            }
        }
        FrontChart.Axis axis = new FrontChart.Axis("data lost in a year", chance -> Spoken.chance(chance, 1), 0);
        return dots.isEmpty()
                ? Optional.empty()
                : Optional.of(Section.figure(
                        "Money and data",
                        new FrontChart(dots, money(), axis)
                                .picture("Chance of losing data against money", "The dataset most at risk."),
                        "The chance of losing the dataset most at risk within a year."));
    }

    private Optional<Element> latencies() {
        List<FrontChart.Dot> dots = new ArrayList<>();
        for (Point point : results.points()) {
            PlanResults.Latency latency = point.latency();
            if (latency != null) {
                double waits = latency.millis() / latency.limitMillis();
                dots.add(dot(point, Math.max(0, point.overHorizon().amount()), new Amount(waits, waits, waits)));
            }
        }
        FrontChart.Axis axis =
                new FrontChart.Axis("times the latency aimed at", times -> Figures.about(times, 2) + "×", 1);
        return dots.isEmpty()
                ? Optional.empty()
                : Optional.of(Section.figure(
                        "Money and latency",
                        new FrontChart(dots, money(), axis)
                                .picture("Latency against money", "The service that is slowest for what it aims at."),
                        "How long the service takes that is slowest for what it aims at, as so many times that, against"
                                + " the same money. At the best guess of loads and disks, so there is no range."));
    }

    private FrontChart.Axis money() {
        return new FrontChart.Axis(
                purse.currency() + " over " + Spoken.years(results.horizonYears()), Figures::whole, 0);
    }

    private static FrontChart.Axis allowance() {
        return new FrontChart.Axis("times what the goal allows", times -> Figures.about(times, 2) + "×", 1);
    }

    private FrontChart.Dot dot(Point point, double pays, Amount gets) {
        return new FrontChart.Dot(
                String.valueOf(point.number()),
                pays,
                gets.amount(),
                gets.low(),
                gets.high(),
                point.number() == results.recommended(),
                point.number() + ": " + what(point) + ", "
                        + purse.text(point.price().amount()) + ", " + Choice.availableWithRange(point));
    }

    static String what(Point point) {
        return point.options().isEmpty() ? "the lab as it is" : Named.list(point.options(), 4);
    }

    private Element table(String caption, Predicate<Point> which) {
        String money = ", " + purse.currency();
        Table table = new Table("wide-table fronts", caption)
                .column("Combination")
                .numbers("Once" + money)
                .numbers("A year" + money)
                .numbers("In all" + money)
                .numbers("Watts")
                .column("Tightest service")
                .column("All goals kept in")
                .numbers("Average service down a year")
                .column("Data lost in a year");
        boolean latencies = results.points().stream().anyMatch(point -> point.latency() != null);
        if (latencies) {
            table.numbers("Slowest service answers in");
        }
        for (Point point : results.points().stream().filter(which).toList()) {
            Standing standing = Choice.standing(point);
            PlanResults.Loss loss = point.loss();
            List<Element> cells = new ArrayList<>(List.of(
                    words(Figures.whole(point.price().amount())),
                    words(Figures.whole(point.yearly().amount())),
                    words(Figures.whole(point.overHorizon().amount())),
                    words(Figures.about(point.watts(), 3)),
                    Element.together(
                            Element.of("span", standing.cssClass()).text(standing.mark() + " "),
                            Element.name(point.tightest()),
                            words(" " + Choice.availableWithRange(point))),
                    words(Choice.chance(point.chance())),
                    words(Hours.withRange(
                            point.hoursPerYear().amount(),
                            point.hoursPerYear().low(),
                            point.hoursPerYear().high())),
                    words(loss == null ? "no data" : Choice.chanceOf(loss))));
            if (latencies) {
                PlanResults.Latency latency = point.latency();
                cells.add(words(latency == null ? "not stated" : Millis.text(latency.millis())));
            }
            table.row("point-" + point.number(), name(point), cells.toArray(Element[]::new));
        }
        return table.element();
    }

    private Element name(Point point) {
        Element name = Element.together(Element.of("span", "soft").text(point.number() + "\u00a0"));
        List<String> options = point.options().isEmpty() ? List.of("as it is") : point.options();
        for (int i = 0; i < options.size(); i++) {
            name.add(words(i == 0 ? "" : ", "), Element.name(options.get(i)));
        }
        if (point.number() == results.recommended()) {
            name.add(Element.together().text(" "), Element.of("span", "tag").text("recommended"));
        }
        return name;
    }

    private static Element words(String text) {
        return Element.together().text(text);
    }

    private Element numbers() {
        List<List<String>> rows = new ArrayList<>();
        for (Point point : results.points()) {
            PlanResults.Loss loss = point.loss();
            PlanResults.Latency latency = point.latency();
            rows.add(List.of(
                    String.valueOf(point.number()),
                    String.join("; ", point.options()),
                    String.valueOf(point.price().amount()),
                    String.valueOf(point.overHorizon().amount()),
                    String.valueOf(point.watts()),
                    point.tightest(),
                    String.valueOf(point.availability().mean()),
                    String.valueOf(point.availability().low()),
                    String.valueOf(point.availability().high()),
                    loss == null ? "" : String.valueOf(loss.perYear()),
                    latency == null ? "" : String.valueOf(latency.millis())));
        }
        return Download.csv(
                "front.csv",
                List.of(
                        "number",
                        "options",
                        "once",
                        "in all",
                        "watts",
                        "tightest",
                        "availability",
                        "low",
                        "high",
                        "loss",
                        "latency, ms"),
                rows);
    }
}
