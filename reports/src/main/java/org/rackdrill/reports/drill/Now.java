package org.rackdrill.reports.drill;

import java.util.List;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.run.Replay.Harm;
import org.rackdrill.chaos.run.Status;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;

/** What may still be broken, and what to do about it now. */
final class Now {
    private Now() {}

    static Element section(Account account) {
        boolean open = account.status().verdict() == Verdict.UNDO_FAILED;
        if (!open && account.timers().isEmpty()) {
            return Element.nothing();
        }
        if (account.simulated()) {
            return Section.of(
                    "now",
                    "What to do now",
                    "Nothing: this was the simulator, and no real machine is broken. On real machines somebody would have to "
                            + "tidy up after this drill: see below what was left.");
        }
        return open ? undone(account) : tidied(account);
    }

    /** A timer that fires later undoes once more what is undone, which changes nothing. */
    private static Element tidied(Account account) {
        List<String> targets = account.timers().stream()
                .map(hit -> Faulted.target(hit.hit()))
                .distinct()
                .toList();
        Element section = Section.of("now", "What to do now", "");
        return section.add(Element.of("p")
                .text("Nothing is broken. At " + Named.list(targets, 5)
                        + " a timer may be left that would undo once more what is undone: run ")
                .add(Element.of("code").text("rackdrill reconcile"))
                .text(", which removes it."));
    }

    private static Element undone(Account account) {
        Element section = Section.of("now", "What to do now", "");
        Element steps = Element.of("ol", "ranked");
        List<Harm> open = account.open();
        steps.add(Element.of("li")
                .text("Run ")
                .add(Element.of("code").text("rackdrill reconcile"))
                .text(". It undoes what may be left, and looks whether it is gone."));
        if (account.status() == Status.JOURNAL_DAMAGED) {
            steps.add(Element.of("li")
                    .text("The journal of this run is damaged ("
                            + Headline.reason(account.run().outcome().why())
                            + "), so more may be broken than this page knows. If reconcile says that it cannot know "
                            + "either, look at the machines, then move the journal to another directory."));
        }
        open.forEach(hit -> steps.add(look(hit)));
        steps.add(Element.of("li").text("Start no other drill before that is done."));
        return section.add(steps);
    }

    private static Element look(Harm harm) {
        return Element.of("li")
                .text("Look at ")
                .add(Element.name(Faulted.target(harm.hit())))
                .text(" (" + harm.hit().fault().kind().means() + "): " + Faulted.says(harm.state())
                        + ". By hand it is put right like this: "
                        + Faulted.undo(harm.hit().fault()) + ". The hit is called ")
                .add(Element.of("code").text(Named.visible(harm.hit().key())))
                .text(".");
    }
}
