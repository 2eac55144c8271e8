package org.rackdrill.reports.drill;

import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.run.Entry.Cause;
import org.rackdrill.chaos.run.Entry.Stopped;
import org.rackdrill.chaos.run.Replay.Harm;
import org.rackdrill.chaos.run.Replay.Stage;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Spoken;

/** The verdict that a friend would say aloud. It never says more than was seen. */
final class Headline {
    private static final int LONGEST_REASON = 160;

    private Headline() {}

    /** Returns one sentence; of the simulator it says that it was one. */
    static String of(Account account) {
        String clause = clause(account);
        return (account.simulated() ? "In the simulator, " + clause : Spoken.capital(clause)) + ".";
    }

    private static String clause(Account account) {
        return switch (account.status()) {
            case PASSED -> passed(account);
            case TIMER_LEFT -> "everything is put right, but a timer stayed behind at " + timers(account);
            case NOT_SEEN_STEADY -> "nothing was tried, since nobody could tell whether " + unsure(account);
            case NOT_SEEN -> "nobody can say whether it works: " + unseen(account);
            case NOT_RECOVERED -> notRecovered(account);
            case DEVIATED -> deviated(account);
            case STEP_FAILED -> "the drill could not be done to its end: " + step(account);
            case NOT_STEADY -> "nothing was tried, for before it began " + ill(account);
            case REFUSED -> "nothing was touched: the drill was refused";
            case INTERRUPTED -> "somebody ended the drill early, so nothing is proven";
            case GUARDRAIL -> Guarded.ended(account) + ", so the drill stopped itself";
            case JOURNAL_FAILED -> "the drill ended early, since its record could not be written";
            case KILLED -> "the drill was cut off in the middle, so nothing is proven";
            case UNDO_UNVERIFIED, UNDO_FAILED, LEFT_OPEN, JOURNAL_DAMAGED -> left(account);
        };
    }

    private static String passed(Account account) {
        if (account.drill().isEmpty()) {
            return "what earlier drills had left broken is put right";
        }
        int promises = account.promises().size();
        if (promises == 0) {
            return "nothing went wrong that the drill looked at";
        }
        return promises == 1
                ? "it worked: the promise was kept"
                : "it worked: all " + Spoken.count(promises) + " promises were kept";
    }

    private static String deviated(Account account) {
        List<Promise> failed =
                account.promises().stream().filter(Promise::failed).toList();
        if (failed.isEmpty()) {
            return account.health().stream()
                    .filter(it -> Mark.of(it.during()) == Mark.BROKEN)
                    .findFirst()
                    .map(it -> Sight.of(it.steady().probe()).past() + " for longer than the drill allows")
                    .orElse("something happened that should not");
        }
        int more = failed.size() - 1;
        String first = Shortfall.of(failed.get(0));
        return more == 0
                ? first
                : first + ", and " + Spoken.count(more) + (more == 1 ? " more promise was" : " more promises were")
                        + " broken";
    }

    private static String unseen(Account account) {
        List<Promise> unseen = account.promises().stream()
                .filter(promise -> promise.mark() == Mark.UNSEEN)
                .toList();
        if (unseen.isEmpty()) {
            return reason(account.run().outcome().why());
        }
        int more = unseen.size() - 1;
        return "nobody could see all of \u201c" + unseen.get(0).words() + "\u201d"
                + (more == 0 ? "" : ", and " + Spoken.count(more) + " more");
    }

    private static String notRecovered(Account account) {
        return account.health().stream()
                .filter(it -> Mark.of(it.after()) == Mark.BROKEN)
                .findFirst()
                .map(it -> "not everything came back: afterwards "
                        + Sight.of(it.steady().probe()).past())
                .orElse("not everything came back");
    }

    private static String unsure(Account account) {
        return account.health().stream()
                .filter(it -> Mark.of(it.before()) == Mark.UNSEEN)
                .findFirst()
                .map(it -> healthy(it.steady()))
                .orElse("all was well");
    }

    private static String ill(Account account) {
        return account.health().stream()
                .filter(it -> Mark.of(it.before()) == Mark.BROKEN)
                .findFirst()
                .map(it -> Sight.of(it.steady().probe()).past())
                .orElse("not all was well");
    }

    private static String healthy(Steady steady) {
        return Sight.of(steady.probe()).sentence(Truth.TRUE);
    }

    private static String step(Account account) {
        return account.run().steps().stream()
                .filter(step -> !step.failed().isEmpty())
                .findFirst()
                .map(Headline::failed)
                .orElse(reason(account.run().outcome().why()));
    }

    private static String failed(Stage step) {
        return "step " + Named.inSentence(step.name()) + " failed";
    }

    private static String timers(Account account) {
        return Named.list(
                account.timers().stream()
                        .map(hit -> Faulted.target(hit.hit()))
                        .distinct()
                        .toList(),
                3);
    }

    private static String left(Account account) {
        List<Harm> open = account.open();
        if (open.isEmpty()) {
            return account.run().entries().stream().anyMatch(Headline::leftBehind)
                    ? "something that an earlier drill broke may still be broken"
                    : "the record of the drill is damaged, so something may still be broken";
        }
        String names = Named.list(
                open.stream().map(hit -> Faulted.target(hit.hit())).distinct().toList(), 3);
        return names + " may still be broken, and somebody has to look";
    }

    private static boolean leftBehind(Object entry) {
        return entry instanceof Stopped stopped && stopped.cause() == Cause.LEFT_BEHIND;
    }

    /** Returns what ended the run before its time; empty when nothing did. */
    static Optional<String> ended(Account account) {
        return account.run().entries().stream()
                .filter(Stopped.class::isInstance)
                .map(Stopped.class::cast)
                .findFirst()
                .map(stopped -> reason(stopped.why()));
    }

    static String reason(String why) {
        return Spoken.shortened(Named.visible(why), LONGEST_REASON);
    }
}
