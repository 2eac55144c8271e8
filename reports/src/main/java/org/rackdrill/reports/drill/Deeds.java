package org.rackdrill.reports.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.fault.FaultState;
import org.rackdrill.chaos.run.Entry;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.chaos.run.Planned;
import org.rackdrill.chaos.run.Replay.Harm;
import org.rackdrill.chaos.run.Replay.Stage;
import org.rackdrill.reports.chart.Lane;
import org.rackdrill.reports.chart.TimeScale;
import org.rackdrill.reports.page.Elapsed;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Named;

/** The strips of a timeline that show what the drill did: faults with their way back, operations and gates. */
final class Deeds {
    private final Account account;
    private final TimeScale scale;
    private final Function<String, Lane> blank;

    private record Row(Duration at, Element name, Element strip) {}

    private Deeds(Account account, TimeScale scale, Function<String, Lane> blank) {
        this.account = account;
        this.scale = scale;
        this.blank = blank;
    }

    /** Returns names and strips in turn, those that began first first; what was planned and never came last. */
    static List<Element> lanes(Account account, TimeScale scale, Function<String, Lane> blank) {
        Deeds deeds = new Deeds(account, scale, blank);
        List<Row> rows = new ArrayList<>();
        account.run().hits().forEach(hit -> rows.add(deeds.fault(hit)));
        account.run().steps().stream()
                .filter(step -> isNoFault(account, step))
                .forEach(step -> rows.add(deeds.operation(step)));
        Map<String, List<Planned>> bySteps = new LinkedHashMap<>();
        Breakages.neverDone(account)
                .forEach(it -> bySteps.computeIfAbsent(it.hit().step(), first -> new ArrayList<>())
                        .add(it));
        bySteps.values().forEach(planned -> rows.add(deeds.neverDone(planned)));
        rows.sort(Comparator.comparing(Row::at));
        List<Element> elements = new ArrayList<>();
        rows.forEach(row -> elements.addAll(List.of(row.name(), row.strip())));
        return elements;
    }

    private Row fault(Harm harm) {
        Hit hit = harm.hit();
        Duration intended = at(Entry.Intended.class, it -> it.hit().equals(hit))
                .or(() -> at(Entry.Taken.class, it -> it.hit().equals(hit)))
                .orElse(scale.from());
        Optional<Duration> undoing = at(Entry.Undoing.class, it -> it.hit().equals(hit.key()));
        Lane lane = blank.apply(says(harm));
        if (!harm.taken()) {
            lane.dotted(scale.from(), intended, "planned");
        }
        Duration there = harm.injected().orElse(intended);
        Duration end = harm.proved().orElse(scale.to());
        boolean never = harm.state() == FaultState.PLANNED;
        lane.thin(intended, there, "armed", "armed: its undo waits at the target");
        if (harm.injected().isPresent() || harm.taken()) {
            lane.thick(there, earlier(undoing.orElse(end), end), "applied", "there");
        } else if (!never) {
            lane.stripes(
                    there,
                    earlier(undoing.orElse(end), end),
                    "applied",
                    "may be there: nobody knows whether it was done");
        }
        undoing.filter(since -> since.compareTo(end) < 0)
                .ifPresent(since -> lane.stripes(since, end, "settling", "undone, not yet seen to be gone"));
        Mark mark = Faulted.mark(harm.state());
        lane.sign(end, mark.sign(), mark.cssClass(), Faulted.says(harm.state()));
        return new Row(intended, name(Faulted.target(hit), hit.fault().kind().means()), lane.element());
    }

    private String says(Harm harm) {
        return Faulted.what(harm.hit()) + "; "
                + harm.injected()
                        .map(at -> "done " + Elapsed.text(at.minus(scale.zero())) + " after the first fault; ")
                        .orElse("")
                + Faulted.says(harm.state());
    }

    private Row operation(Stage step) {
        Duration from = step.started().orElse(scale.from());
        Optional<Duration> failed = at(Entry.Failed.class, it -> it.step().equals(step.name()));
        Duration to = step.ended().or(() -> failed).orElse(scale.to());
        Mark mark = !step.failed().isEmpty() ? Mark.BROKEN : step.ended().isPresent() ? Mark.KEPT : Mark.NEVER;
        String ended = switch (mark) {
            case KEPT -> "done after " + Elapsed.text(to.minus(from));
            case BROKEN -> "failed: " + Named.visible(step.failed());
            case UNSEEN, NEVER -> "not ended when the run did";
        };
        Lane lane = blank.apply(step.name() + ": " + ended);
        lane.thick(from, to, "deed", ended);
        lane.sign(to, mark.sign(), mark.cssClass(), ended);
        return new Row(from, name(step.name(), deed(step)), lane.element());
    }

    private String deed(Stage step) {
        String targets =
                Named.list(step.targets().stream().map(target -> target.text()).toList(), 2);
        return act(account, step.name())
                .map(act -> act instanceof Act.Gate gate
                        ? "waits until " + Sight.of(gate.probe()).sentence(org.rackdrill.chaos.check.Truth.TRUE)
                        : act instanceof Act.Perform<?> perform
                                ? perform.operation().kind().word() + " of " + targets
                                : "")
                .orElse("");
    }

    /** Of one step there may be many. */
    private Row neverDone(List<Planned> planned) {
        Lane lane = blank.apply(Faulted.what(planned.get(0).hit()) + "; planned, never done");
        lane.dotted(scale.from(), scale.to(), "planned, never done");
        List<String> targets =
                planned.stream().map(it -> Faulted.target(it.hit())).toList();
        String means = planned.get(0).hit().fault().kind().means() + " (planned, never done)";
        return new Row(scale.to(), name(Named.list(targets, 2), means), lane.element());
    }

    /** Returns whether anything was done but breaking. */
    static boolean hasOperations(Account account) {
        return account.run().steps().stream().anyMatch(step -> isNoFault(account, step));
    }

    private static boolean isNoFault(Account account, Stage step) {
        return act(account, step.name())
                .map(act -> !(act instanceof Act.Break<?>))
                .orElse(true);
    }

    private static Optional<Act> act(Account account, String step) {
        return account.drill().flatMap(drill -> drill.step(step)).map(it -> it.act());
    }

    private static Element name(String name, String meaning) {
        return Element.of("div", "lane-name")
                .add(Element.name(name), Element.of("span", "meaning").text(meaning));
    }

    private <T extends Entry> Optional<Duration> at(Class<T> kind, java.util.function.Predicate<T> which) {
        return account.run().entries().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(which)
                .findFirst()
                .map(Entry::at);
    }

    private static Duration earlier(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
