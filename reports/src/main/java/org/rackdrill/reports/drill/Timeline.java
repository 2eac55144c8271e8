package org.rackdrill.reports.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.run.Entry.Phase;
import org.rackdrill.chaos.run.Piece;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.chaos.run.Replay.Part;
import org.rackdrill.chaos.run.Replay.Watched;
import org.rackdrill.reports.chart.Lane;
import org.rackdrill.reports.chart.TimeScale;
import org.rackdrill.reports.page.Download;
import org.rackdrill.reports.page.Elapsed;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;

/** What happened when: a lane for each fault, each operation and each thing that was watched. */
final class Timeline {
    private static final int MOST_LANES = 12;

    private final Account account;
    private final TimeScale scale;
    private final List<Shade> shades = new ArrayList<>();

    /** A time in which a fault was there, or may have been. */
    private record Shade(Duration from, Duration to) {}

    private Timeline(Account account, List<Part> parts) {
        this.account = account;
        Duration from = parts.get(0).from();
        Duration to = parts.get(parts.size() - 1).to();
        this.scale = new TimeScale(from, to, account.firstFault().orElse(from));
        account.run()
                .hits()
                .forEach(hit -> hit.injected()
                        .ifPresent(since ->
                                shades.add(new Shade(since, hit.proved().orElse(to)))));
    }

    static Element section(Account account) {
        List<Part> parts = account.run().parts();
        boolean began =
                parts.stream().anyMatch(part -> part.phase() == Phase.TIMELINE || part.phase() == Phase.RECONCILING);
        if (!began) {
            return Section.of("timeline", "What happened when", "It never began, so there is nothing to draw.");
        }
        Timeline timeline = new Timeline(account, parts);
        Element section = Section.of("timeline", "What happened when", timeline.lead());
        return section.add(timeline.figure(parts), timeline.folded(), numbers(account));
    }

    private String lead() {
        boolean fault = account.firstFault().isPresent();
        return (fault ? "Times count from the first fault. " : "Times count from the beginning. ")
                + "Every strip is one thing; what stands in one upright line happened at the same moment. "
                + (shades.isEmpty() ? "" : "Shaded: a fault was there, or nobody had yet seen that it was gone.");
    }

    private Element figure(List<Part> parts) {
        Element figure = Element.of("figure", "timeline");
        figure.add(Element.of("h3", "unseen").text("Timeline"));
        Element lanes = Element.of("div", "lanes");
        lanes.add(Element.of("div", "lane-name soft").text("Part of the run"), parts(parts));
        List<Element> done = Deeds.lanes(account, scale, this::blank);
        if (!done.isEmpty()) {
            lanes.add(group("What was broken and done"));
            lanes.add(done);
        }
        List<Watched> shown = shown();
        if (!shown.isEmpty()) {
            lanes.add(group("What was watched"));
            shown.forEach(watched -> lanes.add(name(watched), strip(watched)));
        }
        lanes.add(Element.of("div", "lane-name soft").text("Time since " + zero()), axis());
        return figure.add(lanes, legend(), Element.of("figcaption").text(lengths(parts)));
    }

    private static Element group(String name) {
        return Element.of("div", "lane-group").text(name);
    }

    private Element parts(List<Part> parts) {
        List<Lane.Stretch> stretches = parts.stream()
                .map(part -> new Lane.Stretch(name(part.phase()), part.from(), part.to()))
                .toList();
        return Lane.parts(scale, stretches, lengths(parts));
    }

    /** The parts around the timeline are often too short to be seen. */
    private static String lengths(List<Part> parts) {
        List<String> lengths = parts.stream()
                .map(part -> name(part.phase()) + " " + Elapsed.text(part.to().minus(part.from())))
                .toList();
        return "The run: " + String.join(", ", lengths) + ".";
    }

    static String name(Phase phase) {
        return switch (phase) {
            case RECONCILING -> "tidying up";
            case BEFORE -> "before";
            case TIMELINE -> "timeline";
            case UNDOING -> "undoing";
            case AFTER -> "after";
        };
    }

    private Element axis() {
        return Lane.axis(scale, "Time since " + zero());
    }

    private String zero() {
        return account.firstFault().isPresent() ? "the first fault" : "the beginning";
    }

    /** Returns a strip with nothing on it but the times of the faults. */
    private Lane blank(String says) {
        Lane lane = new Lane(scale, says);
        shades.forEach(shade -> lane.shade(shade.from(), shade.to(), "meanwhile"));
        return lane;
    }

    /** What changed is drawn; what was always the same is folded when there is much of it. */
    private List<Watched> shown() {
        List<Watched> all = account.run().watched();
        return all.size() <= MOST_LANES
                ? all
                : all.stream().filter(watched -> !steadyAllTheTime(watched)).toList();
    }

    private Element folded() {
        List<Watched> all = account.run().watched();
        List<Watched> shown = shown();
        if (shown.size() == all.size()) {
            return Element.nothing();
        }
        Element list = Element.of("ul", "plain");
        all.stream()
                .filter(watched -> !shown.contains(watched))
                .forEach(watched ->
                        list.add(Element.of("li").text(Sight.of(watched.probe()).sentence(Truth.TRUE))));
        return Element.of("details")
                .add(
                        Element.of("summary")
                                .text("And " + Spoken.count(all.size() - shown.size())
                                        + " more that were seen to be so all the time"),
                        list);
    }

    private static boolean steadyAllTheTime(Watched watched) {
        return watched.pieces().stream().allMatch(piece -> piece.truth() == Truth.TRUE);
    }

    private static Element name(Watched watched) {
        Sight sight = Sight.of(watched.probe());
        return Element.of("div", "lane-name")
                .add(Element.name(sight.of()), Element.of("span", "meaning").text(sight.yes() + "?"));
    }

    private Element strip(Watched watched) {
        Sight sight = Sight.of(watched.probe());
        Lane lane = blank(says(watched, sight));
        for (Piece piece : watched.pieces()) {
            String said = sight.sentence(piece.truth()) + ", " + when(piece.from(), piece.to());
            switch (piece.truth()) {
                case TRUE -> lane.thin(piece.from(), piece.to(), "up", said);
                case FALSE -> lane.thick(piece.from(), piece.to(), sight.harm() ? "down" : "other", said);
                case UNKNOWN -> lane.stripes(piece.from(), piece.to(), "unknown", said);
            }
            lane.tick(piece.from());
        }
        account.promises().stream()
                .filter(promise -> promise.hasDeadline() && promise.probe().equals(Optional.of(watched.probe())))
                .forEach(promise -> promised(lane, promise));
        return lane.element();
    }

    private void promised(Lane lane, Promise promise) {
        Optional<Duration> since = account.since(promise);
        if (since.isEmpty()) {
            return;
        }
        promise.foreseen()
                .flatMap(it -> it.took())
                .ifPresent(range -> lane.foretold(
                        since.get().plus(range.low()),
                        since.get().plus(range.high()),
                        "the simulator expected it " + Elapsed.text(range.low()) + " to " + Elapsed.text(range.high())
                                + " after"));
        promise.within()
                .filter(within -> since.get().plus(within).compareTo(scale.to()) <= 0)
                .ifPresent(within -> lane.deadline(since.get().plus(within), "promised by then: " + promise.check()));
    }

    private static String says(Watched watched, Sight sight) {
        List<String> pieces = watched.pieces().stream()
                .limit(MOST_LANES)
                .map(piece -> sight.said(piece.truth()) + " for " + Elapsed.text(piece.length()))
                .toList();
        String more = watched.pieces().size() > MOST_LANES ? ", and so on" : "";
        return sight.of() + ": " + String.join(", then ", pieces) + more;
    }

    private String when(Duration from, Duration to) {
        return Elapsed.text(to.minus(from)) + " long, from " + Elapsed.text(from.minus(scale.zero()));
    }

    /** Only what is drawn is explained. */
    private Element legend() {
        Element legend = Element.of("ul", "legend");
        key(legend, "up", "so it should be", seen(piece -> piece.truth() == Truth.TRUE, any -> true));
        key(legend, "down", "down, or not as it should be", seen(piece -> piece.truth() == Truth.FALSE, Sight::harm));
        key(
                legend,
                "other",
                "otherwise, which is no harm",
                seen(piece -> piece.truth() == Truth.FALSE, it -> !it.harm()));
        key(legend, "unknown", "nobody could see", seen(piece -> piece.truth() == Truth.UNKNOWN, any -> true));
        boolean faults = !account.run().hits().isEmpty();
        key(legend, "applied", "a fault is there", faults);
        key(legend, "settling", "not yet seen to be gone", faults);
        key(legend, "deed", "something is done", Deeds.hasOperations(account));
        List<Promise> timed =
                account.promises().stream().filter(Promise::hasDeadline).toList();
        key(legend, "expected", "when the simulator expected it", timed.stream().anyMatch(Timeline::isForetold));
        key(legend, "promised", "promised by then", !timed.isEmpty());
        return legend;
    }

    private static boolean isForetold(Promise promise) {
        return promise.foreseen().flatMap(it -> it.took()).isPresent();
    }

    private boolean seen(Predicate<Piece> piece, Predicate<Sight> sight) {
        return shown().stream()
                .anyMatch(watched -> sight.test(Sight.of(watched.probe()))
                        && watched.pieces().stream().anyMatch(piece));
    }

    private static void key(Element legend, String cssClass, String text, boolean drawn) {
        if (drawn) {
            legend.add(Element.of("li")
                    .add(Element.of("span", "lane-key " + cssClass).with("aria-hidden", "true"))
                    .text(" " + text));
        }
    }

    private static Element numbers(Account account) {
        Duration zero = account.firstFault().orElse(Duration.ZERO);
        List<List<String>> rows = new ArrayList<>();
        for (Replay.Watched watched : account.run().watched()) {
            for (Piece piece : watched.pieces()) {
                rows.add(List.of(
                        watched.probe().text(),
                        seconds(piece.from().minus(zero)),
                        seconds(piece.to().minus(zero)),
                        piece.truth().name().toLowerCase(java.util.Locale.ROOT)));
            }
        }
        return Download.csv("timeline.csv", List.of("probe", "from s", "to s", "seen"), rows);
    }

    private static String seconds(Duration time) {
        return java.math.BigDecimal.valueOf(time.toMillis(), 3)
                .stripTrailingZeros()
                .toPlainString();
    }
}
