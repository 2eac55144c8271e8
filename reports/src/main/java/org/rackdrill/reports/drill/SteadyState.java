package org.rackdrill.reports.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.reports.drill.Account.Health;
import org.rackdrill.reports.page.Elapsed;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;

/** What a healthy lab looks like, and whether it did before, while and after. */
final class SteadyState {
    private static final int MOST_ROWS = 14;

    private SteadyState() {}

    static Element section(Account account) {
        if (account.health().isEmpty()) {
            return Element.nothing();
        }
        Element section = Section.of(
                "steady",
                "Healthy before, while and after",
                "Nothing is broken unless all of this is seen before, and all of it has to be seen again afterwards.");
        List<Health> all = account.health();
        if (all.size() <= MOST_ROWS) {
            return section.add(table(all, "The steady state before, while and after the timeline"));
        }
        List<Health> well = all.stream().filter(SteadyState::isWell).toList();
        List<Health> ill = all.stream().filter(health -> !isWell(health)).toList();
        if (!ill.isEmpty()) {
            section.add(table(ill, "What was not seen to be well"));
        }
        return well.isEmpty()
                ? section
                : section.add(Element.of("details")
                        .add(
                                Element.of("summary").text(Spoken.capital(Spoken.count(well.size())) + " were well"),
                                table(well, "What was well")));
    }

    private static boolean isWell(Health health) {
        boolean during = health.steady().tolerates().isEmpty() || Mark.of(health.during()) == Mark.KEPT;
        return Mark.of(health.before()) == Mark.KEPT && during && Mark.of(health.after()) == Mark.KEPT;
    }

    private static Element table(List<Health> rows, String caption) {
        Table table = new Table("stack steady", caption)
                .column("Healthy means")
                .column("Before", "mark")
                .column("While it went on")
                .column("After", "mark");
        rows.forEach(health -> row(table, health));
        return table.element();
    }

    private static void row(Table table, Health health) {
        table.row(
                Element.together().text(Sight.of(health.steady().probe()).sentence(Truth.TRUE)),
                once(health.before()),
                during(health),
                once(health.after()));
    }

    private static Element once(Optional<Judgement> judgement) {
        return switch (Mark.of(judgement)) {
            case KEPT -> Mark.KEPT.saying("yes");
            case BROKEN -> Mark.BROKEN.saying("no");
            case UNSEEN -> Mark.UNSEEN.element();
            case NEVER -> Mark.NEVER.saying("not looked at");
        };
    }

    private static Element during(Health health) {
        Optional<Duration> allowed = health.steady().tolerates();
        if (allowed.isEmpty()) {
            return Element.of("span", "soft").text("anything was allowed");
        }
        Element marked = Element.of("span", "mark").add(Mark.of(health.during()).element());
        return Element.together(
                marked, Element.of("span", "meaning").text(seen(health.during()) + allowed(allowed.get())));
    }

    private static String seen(Optional<Judgement> judgement) {
        return judgement
                .flatMap(Judgement::took)
                .map(took -> took.isZero() ? "always so; " : "not so for " + Elapsed.text(took) + "; ")
                .orElse("");
    }

    private static String allowed(Duration most) {
        return most.isZero() ? "it must always be so" : "at most " + Elapsed.text(most) + " allowed";
    }
}
