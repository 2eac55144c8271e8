package org.rackdrill.reports.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.run.Entry.Phase;
import org.rackdrill.chaos.run.Replay.Stage;
import org.rackdrill.reports.drill.Account.Health;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;

/** What to fix next: one sentence for each thing that did not go well, by rules. */
final class Lessons {
    private static final int MOST = 12;

    private final Account account;
    private final List<String> sentences = new ArrayList<>();

    private Lessons(Account account) {
        this.account = account;
    }

    static Element section(Account account) {
        List<String> lessons = of(account);
        if (lessons.isEmpty()) {
            return Section.of("next", "What to fix next", nothing(account));
        }
        Element section = Section.of("next", "What to fix next", "");
        Element list = Element.of("ol", "ranked");
        lessons.stream().limit(MOST).forEach(lesson -> list.add(Element.of("li").text(lesson)));
        section.add(list);
        return lessons.size() > MOST
                ? section.add(Section.paragraph("And " + Spoken.count(lessons.size() - MOST) + " more like these."))
                : section;
    }

    private static String nothing(Account account) {
        if (account.status().verdict() != Verdict.PASSED) {
            return "This run says nothing about the lab itself.";
        }
        if (account.drill().isEmpty()) {
            return "Nothing. The drill that left this behind has shown nothing yet: run it again.";
        }
        return account.simulated()
                ? "Nothing that the simulator knows of. It shows what follows from the lab file, not what the machines do: "
                        + "run the drill on them as well."
                : "Nothing. Put the next run into the calendar: what is not rehearsed stops working unseen.";
    }

    /** Returns the sentences, the most urgent first. */
    static List<String> of(Account account) {
        Lessons lessons = new Lessons(account);
        account.run().steps().stream().filter(step -> !step.failed().isEmpty()).forEach(lessons::step);
        lessons.guardrail();
        account.promises().stream()
                .filter(Promise::failed)
                .filter(it -> !lessons.endedTooSoonFor(it))
                .forEach(it -> lessons.sentences.add(Advice.broken(it)));
        account.health().forEach(lessons::health);
        lessons.unseen();
        account.promises().stream().filter(Advice::isLuck).forEach(it -> lessons.sentences.add(Advice.luck(it)));
        return lessons.sentences.stream().distinct().toList();
    }

    private void step(Stage step) {
        sentences.add("Make step " + Named.inSentence(step.name()) + " work (" + Headline.reason(step.failed())
                + "); until then this drill proves nothing.");
    }

    private void guardrail() {
        if (Guarded.fired(account).isPresent()) {
            sentences.add("Find out why the drill had to stop itself (" + Guarded.ended(account)
                    + "): the harm was larger, or longer, than whoever wrote the drill thought.");
        }
    }

    /** An alarm that rings while something is broken has no time to fall silent in a run that was cut short. */
    private boolean endedTooSoonFor(Promise promise) {
        return account.endedEarly()
                && promise.expectation() instanceof Expectation.Alarm
                && promise.took().isPresent();
    }

    private void health(Health health) {
        Sight sight = Sight.of(health.steady().probe());
        if (Mark.of(health.before()) == Mark.BROKEN) {
            sentences.add("Repair first what was broken before: " + sight.past() + ".");
        } else if (Mark.of(health.after()) == Mark.BROKEN) {
            sentences.add("Find out why it did not come back: afterwards " + sight.past()
                    + ". The way back is part of the lesson.");
        } else if (Mark.of(health.during()) == Mark.BROKEN && !told(health, Mark.BROKEN)) {
            sentences.add("Make it shorter, or allow more in the drill: " + sight.past() + " for too long.");
        }
        boolean unseen = Mark.of(health.before()) == Mark.UNSEEN
                || Mark.of(health.during()) == Mark.UNSEEN
                || (Mark.of(health.after()) == Mark.UNSEEN
                        && account.run().part(Phase.AFTER).isPresent());
        if (unseen && !told(health, Mark.UNSEEN)) {
            sentences.add("See to it that somebody can always tell whether " + sight.sentence(Truth.TRUE) + ".");
        }
    }

    /** A promise about the same thing says it already. */
    private boolean told(Health health, Mark mark) {
        return account.promises().stream()
                .anyMatch(promise -> promise.mark() == mark
                        && promise.probe().equals(Optional.of(health.steady().probe())));
    }

    private void unseen() {
        List<Promise> unseen = account.promises().stream()
                .filter(it -> it.mark() == Mark.UNSEEN || it.mark() == Mark.NEVER || endedTooSoonFor(it))
                .toList();
        if (account.endedEarly() && !unseen.isEmpty() && !account.done().isEmpty()) {
            sentences.add("Run the drill again to its end: " + Spoken.count(unseen.size(), "promise", "promises")
                    + " could not be judged in this run.");
        } else if (!account.endedEarly()) {
            unseen.forEach(it -> sentences.add(Advice.unseen(it)));
        }
    }
}
