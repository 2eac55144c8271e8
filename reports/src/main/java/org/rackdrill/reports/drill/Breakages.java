package org.rackdrill.reports.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.chaos.run.Planned;
import org.rackdrill.chaos.run.Replay.Harm;
import org.rackdrill.reports.page.Elapsed;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Table;

/** What was broken on purpose, its way back, and what was to keep the harm small. */
final class Breakages {
    private Breakages() {}

    static Element section(Account account) {
        List<Planned> neverDone = neverDone(account);
        if (account.run().hits().isEmpty() && neverDone.isEmpty()) {
            return Element.nothing();
        }
        Element section = Section.of(
                "faults",
                "What was broken, and the way back",
                "Before anything is broken its undo is written down and armed; it is over only when somebody has seen "
                        + "that it is gone.");
        Table table = new Table("stack faults", "Each fault, its undo and the proof")
                .column("What")
                .column("What happens")
                .column("When")
                .column("The way back")
                .column("Proven?", "mark");
        Optional<Duration> zero = account.firstFault();
        account.run().hits().forEach(hit -> row(table, hit, zero));
        neverDone.forEach(planned -> table.row(
                Element.name(Faulted.target(planned.hit())),
                Element.together().text(planned.hit().fault().kind().means()),
                Element.together().text("never"),
                Element.together().text(Faulted.undo(planned.hit().fault())),
                Mark.NEVER.saying("never done")));
        return section.add(table.element());
    }

    /** Returns what was planned and not even begun. */
    static List<Planned> neverDone(Account account) {
        return account.run().plan().stream()
                .flatMap(plan -> plan.hits().stream())
                .filter(planned -> account.run().hits().stream().noneMatch(hit -> isSame(hit.hit(), planned.hit())))
                .toList();
    }

    /** A role or luck may have led to another target than the plan thought. */
    private static boolean isSame(Hit done, Hit planned) {
        return done.step().equals(planned.step()) && done.number() == planned.number();
    }

    private static void row(Table table, Harm harm, Optional<Duration> zero) {
        Hit hit = harm.hit();
        String when = harm.taken()
                ? "by run " + Named.inSentence(hit.run())
                : harm.injected()
                        .map(at -> zero.filter(it -> it.equals(at)).isPresent()
                                ? "first"
                                : Elapsed.text(at.minus(zero.orElse(at))) + " later")
                        .orElse("nobody knows whether at all");
        Mark mark = Faulted.mark(harm.state());
        table.row(
                Element.name(Faulted.target(hit)),
                Element.together().text(hit.fault().kind().means()),
                Element.together().text(when),
                Element.together().text(Faulted.undo(hit.fault())),
                (harm.timerLeft() ? Mark.UNSEEN : mark)
                        .saying(Faulted.says(harm.state())
                                + (harm.timerLeft() ? "; its timer may still be there" : "")));
    }

    static Element guards(Account account) {
        Optional<Drill> drill = account.drill();
        if (drill.isEmpty()) {
            return Element.nothing();
        }
        Element section = Section.of("guards", "What kept the harm small", "");
        Element list = Element.of("ul", "plain");
        drill.get().guardrails().forEach(guard -> list.add(Guarded.line(account, guard)));
        List<Target> touches = drill.get().blastRadius().touches();
        list.add(Element.of("li")
                .text("May be hit at most: what the steps aim at"
                        + (touches.isEmpty()
                                ? ""
                                : ", and "
                                        + Named.list(
                                                touches.stream()
                                                        .map(Target::text)
                                                        .toList(),
                                                8))
                        + drill.get()
                                .blastRadius()
                                .faultsAtOnce()
                                .map(most -> "; at most " + most + (most == 1 ? " fault" : " faults") + " at once")
                                .orElse("")
                        + "."));
        if (!drill.get().accepts().isEmpty()) {
            String accepted = String.join(
                    "; ", drill.get().accepts().stream().map(Danger::means).toList());
            list.add(Element.of("li").text("Accepted on purpose: " + accepted + "."));
        }
        List<String> refusals = account.run().plan().map(Plan::refusals).orElse(List.of());
        refusals.forEach(why -> list.add(Element.of("li").text("Refused: " + Named.visible(why) + ".")));
        return section.add(list);
    }
}
