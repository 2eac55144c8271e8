package org.rackdrill.reports.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.run.Prediction.Foreseen;
import org.rackdrill.chaos.run.Replay.Stage;
import org.rackdrill.reports.drill.Account.Health;
import org.rackdrill.reports.page.Elapsed;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;

/** What to fix next: one sentence for each thing that did not go well, by rules. */
final class Lessons {
    /** Above this chance of being kept, even at the low end, a broken promise says that the lab is not as described. */
    private static final double LIKELY = 0.8;

    private static final double UNLIKELY = 0.5;
    private static final int MOST = 12;

    private Lessons() {}

    static Element section(Account account) {
        List<String> lessons = of(account);
        if (lessons.isEmpty()) {
            return Section.of("next", "What to fix next", passed(account));
        }
        Element section = Section.of("next", "What to fix next", "");
        Element list = Element.of("ol", "ranked");
        lessons.stream().limit(MOST).forEach(lesson -> list.add(Element.of("li").text(lesson)));
        section.add(list);
        return lessons.size() > MOST
                ? section.add(Section.paragraph("And " + Spoken.count(lessons.size() - MOST) + " more like these."))
                : section;
    }

    private static String passed(Account account) {
        if (account.status().verdict() != Verdict.PASSED) {
            return "Nothing can be learned from this run about the lab itself.";
        }
        return account.simulated()
                ? "Nothing that the simulator knows of. It shows what the lab file says, not what the machines do: run "
                        + "the drill on them as well."
                : "Nothing. Put the next run into the calendar: what is not rehearsed stops working unseen.";
    }

    /** Returns the sentences, the most urgent first. */
    static List<String> of(Account account) {
        List<String> lessons = new ArrayList<>();
        account.run().steps().stream()
                .filter(step -> !step.failed().isEmpty())
                .forEach(step -> lessons.add(failed(step)));
        Guarded.fired(account)
                .ifPresent(why -> lessons.add("Find out why the drill had to stop itself (" + Headline.reason(why)
                        + "): the harm was larger, or longer, than whoever wrote the drill thought."));
        account.promises().stream().filter(Promise::failed).forEach(it -> lessons.add(broken(it)));
        account.health().forEach(health -> {
            String sentence = Sight.of(health.steady().probe()).sentence(Truth.TRUE);
            if (Mark.of(health.before()) == Mark.BROKEN) {
                lessons.add("Repair first what is already broken: it was not so that " + sentence + ".");
            } else if (Mark.of(health.after()) == Mark.BROKEN) {
                lessons.add(
                        "Find out why it did not come back that " + sentence + ": the way back is part of the lesson.");
            } else if (Mark.of(health.during()) == Mark.BROKEN && !told(account, health)) {
                lessons.add(
                        "Shorten the time in which it is not so that " + sentence + ", or allow more in the drill.");
            }
            if (Mark.of(health.before()) == Mark.UNSEEN
                    || Mark.of(health.during()) == Mark.UNSEEN
                    || Mark.of(health.after()) == Mark.UNSEEN) {
                lessons.add("See to it that somebody can always tell whether " + sentence + ".");
            }
        });
        account.promises().stream().filter(it -> it.mark() == Mark.UNSEEN).forEach(it -> lessons.add(unseen(it)));
        account.promises().stream().filter(Lessons::isLuck).forEach(it -> lessons.add(luck(it)));
        return lessons.stream().distinct().toList();
    }

    /** A broken promise about the same thing says it already. */
    private static boolean told(Account account, Health health) {
        return account.promises().stream()
                .anyMatch(promise -> promise.failed()
                        && promise.probe().equals(Optional.of(health.steady().probe())));
    }

    private static String failed(Stage step) {
        return "Make step " + Named.inSentence(step.name()) + " work (" + Headline.reason(step.failed())
                + "); until then this drill proves nothing.";
    }

    private static String broken(Promise promise) {
        String fact = Spoken.capital(Shortfall.of(promise));
        Optional<Foreseen> foreseen = promise.foreseen();
        if (foreseen.isEmpty()) {
            return fact + ": " + remedy(promise) + ".";
        }
        if (foreseen.get().low() > LIKELY) {
            return fact + ". The simulator thought otherwise, " + Promises.chance(foreseen.get())
                    + ", so either something is broken unseen or the lab file is wrong: find out which, first.";
        }
        if (foreseen.get().high() < UNLIKELY) {
            return fact + ". The simulator foretold it, " + Promises.chance(foreseen.get())
                    + ": change the lab, or promise less.";
        }
        return fact + ": " + remedy(promise) + ". The simulator could not tell before: "
                + Promises.chance(foreseen.get()) + ".";
    }

    private static String remedy(Promise promise) {
        Expectation expectation = promise.expectation();
        if (expectation instanceof Expectation.Alarm) {
            return "look at the monitoring before the next real failure";
        } else if (expectation instanceof Expectation.Restores) {
            return "a copy that cannot be restored is no copy, so mend this first";
        } else if (expectation instanceof Expectation.Loses) {
            return "sync more often, or promise less";
        } else if (expectation instanceof Expectation.NothingElse) {
            return "find out what else depends on what was broken";
        } else if (expectation instanceof Expectation.Hands) {
            return "let a machine do what a person had to do";
        } else if (expectation instanceof Expectation.ShutsDown) {
            return "look at what tells the node that the power is gone";
        }
        return promise.took().isPresent() ? "make it faster, or promise less" : "find out what it was waiting for";
    }

    private static String unseen(Promise promise) {
        return "Nobody can say whether \u201c" + promise.words() + "\u201d was kept ("
                + Headline.reason(Shortfall.unseen(promise))
                + "): mend what should have seen it, and run the drill again.";
    }

    private static boolean isLuck(Promise promise) {
        return promise.mark() == Mark.KEPT
                && promise.foreseen().isPresent()
                && promise.foreseen().get().high() < LIKELY;
    }

    private static String luck(Promise promise) {
        return "\u201c" + promise.words() + "\u201d was kept this time"
                + promise.took().map(took -> " (" + Elapsed.text(took) + ")").orElse("")
                + ", but the simulator does not expect it every time, "
                + Promises.chance(promise.foreseen().orElseThrow()) + ": do not rely on it yet.";
    }
}
