package org.rackdrill.reports.drill;

import java.util.Optional;
import org.rackdrill.chaos.check.Guardrail;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.run.Entry;
import org.rackdrill.chaos.run.Entry.Cause;
import org.rackdrill.reports.page.Elapsed;
import org.rackdrill.reports.page.Element;

/** The guardrails of a drill, and the one that ended it. */
final class Guarded {
    private Guarded() {}

    /** Returns what the guardrail said that ended the run; none: none did. */
    static Optional<String> fired(Account account) {
        return account.run().entries().stream()
                .filter(Entry.Stopped.class::isInstance)
                .map(Entry.Stopped.class::cast)
                .filter(stopped -> stopped.cause() == Cause.GUARDRAIL)
                .findFirst()
                .map(Entry.Stopped::why);
    }

    /** Returns whether this guardrail ended the run. */
    static boolean fired(Account account, Guardrail guard) {
        return fired(account)
                .filter(why -> why.startsWith("guardrail " + guard.probe().text() + " saw "))
                .isPresent();
    }

    /** Returns what was wrong for too long, as a clause. */
    static String ended(Account account) {
        Optional<Guardrail> guard = account.drill().stream()
                .flatMap(drill -> drill.guardrails().stream())
                .filter(it -> fired(account, it))
                .findFirst();
        if (guard.isEmpty()) {
            return "more was harmed than may be";
        }
        Sight sight = Sight.of(guard.get().probe());
        String longer = guard.get().patience().isZero()
                ? ""
                : " for more than " + Elapsed.text(guard.get().patience());
        boolean unseen =
                fired(account).filter(why -> why.contains(" saw unknown")).isPresent();
        return unseen ? "nobody could see" + longer + " whether " + sight.sentence(Truth.TRUE) : sight.past() + longer;
    }

    static Element line(Account account, Guardrail guard) {
        String patience =
                guard.patience().isZero() ? ", at once" : ", after " + Elapsed.text(guard.patience()) + " of patience";
        Element line =
                Element.of("li").text("Stop unless " + Sight.of(guard.probe()).sentence(Truth.TRUE) + patience + ": ");
        return line.add(
                fired(account, guard)
                        ? Mark.BROKEN.saying("this ended the drill")
                        : Element.of("span", "soft").text("did not end the drill"));
    }
}
