package org.rackdrill.reports.drill;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.fault.FaultState;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.chaos.run.Replay.Harm;
import org.rackdrill.chaos.run.Status;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;

/** The verdict, why the drill exists, and four facts. */
final class FirstScreen {
    /** Their headline has the reason in it. */
    private static final Set<Status> SAYS_WHY = EnumSet.of(Status.GUARDRAIL, Status.NOT_STEADY, Status.NOT_SEEN_STEADY);

    private FirstScreen() {}

    static Element of(Account account, String date) {
        Element header = Element.of("header");
        header.add(kicker(account, date));
        header.add(Element.of("p", "verdict")
                .add(verdict(account))
                .text(" ")
                .add(Element.of("span", "tag").text(where(account))));
        header.add(Element.of("h1").text(Headline.of(account)));
        header.add(Element.of("p", "answer").text(put(account)));
        account.drill().filter(drill -> !drill.why().isBlank()).ifPresent(drill -> header.add(why(drill)));
        return header.add(facts(account));
    }

    private static Element kicker(Account account, String date) {
        Element kicker = Element.of("p", "kicker");
        kicker.add(Element.name(account.drill().map(Drill::name).orElse("What earlier drills left")));
        account.drill().ifPresent(drill -> kicker.text(" · ").add(Element.name(drill.lab())));
        return kicker.text(" · " + date);
    }

    /** Returns where it ran, so that nobody takes a simulation for the machines at home. */
    private static String where(Account account) {
        return account.world()
                .map(world -> switch (world) {
                    case SIM -> "in the simulator: no real machine was touched";
                    case SANDBOX -> "in the sandbox: throw-away machines, real programs";
                    case LIVE -> "on the real machines";
                })
                .orElse("nobody can say where it ran");
    }

    private static Element verdict(Account account) {
        Verdict verdict = account.run().outcome().verdict();
        if (account.status() == Status.TIMER_LEFT) {
            return Element.of("span", "badge maybe").text("? not tidied up");
        }
        return switch (verdict) {
            case PASSED -> Element.of("span", "badge ok").text("✓ passed");
            case FAILED -> Element.of("span", "badge no").text("✗ failed");
            case UNKNOWN -> Element.of("span", "badge maybe").text("? not known");
            case ABORTED -> Element.of("span", "badge maybe").text("■ ended early");
            case UNDO_FAILED -> Element.of("span", "badge no").text("! look now");
        };
    }

    private static Element why(Drill drill) {
        return Element.of("p", "rule")
                .text("What it was to show: ")
                .add(Element.of("bdi").text(Named.visible(drill.why())))
                .text(".");
    }

    /** Returns how things stand now, for whoever wants to use them. */
    private static String put(Account account) {
        String ended = SAYS_WHY.contains(account.status())
                ? ""
                : Headline.ended(account)
                        .map(why -> "The reason: " + why + ". ")
                        .orElse("");
        List<Harm> done = account.done();
        if (!account.open().isEmpty()) {
            return ended + "Not all that was broken on purpose was seen to be whole again.";
        }
        if (account.status().verdict() == Verdict.UNDO_FAILED) {
            return ended + account.status().means().replaceFirst("^t", "T") + ".";
        }
        List<Harm> forGood = done.stream()
                .filter(hit -> hit.state() == FaultState.IRREVERSIBLE)
                .toList();
        if (done.isEmpty()) {
            return ended + "Nothing was broken.";
        }
        return forGood.isEmpty()
                ? ended + "What was broken on purpose was put right, and seen to be right."
                : ended + "What was broken for good, as the drill wanted, stays so: "
                        + Named.list(
                                forGood.stream()
                                        .map(hit -> Faulted.target(hit.hit()))
                                        .toList(),
                                3) + ".";
    }

    private static Element facts(Account account) {
        Element facts = Element.of("div", "facts").add(broken(account), repaired(account));
        return account.drill().isEmpty() ? facts : facts.add(kept(account), surprises(account));
    }

    /** What an earlier run left is no work of this drill. */
    private static Element broken(Account account) {
        List<Harm> done = account.done().stream()
                .filter(hit -> !hit.taken() || account.drill().isEmpty())
                .toList();
        if (done.isEmpty()) {
            return Section.fact("Broken on purpose", "Nothing", "");
        }
        List<String> targets =
                done.stream().map(hit -> Faulted.target(hit.hit())).distinct().toList();
        List<String> ways = done.stream()
                .map(hit -> hit.hit().fault().kind().means())
                .distinct()
                .toList();
        String more = ways.size() == 1 ? "" : ", and " + Spoken.count(ways.size() - 1) + " more";
        return Section.fact("Broken on purpose", Named.list(targets, 2), ways.get(0) + more);
    }

    private static Element kept(Account account) {
        List<Promise> promises = account.promises();
        long kept = promises.stream().filter(it -> it.mark() == Mark.KEPT).count();
        if (promises.isEmpty()) {
            return Section.fact("Promises kept", "None made", "");
        }
        long broken = promises.stream().filter(Promise::failed).count();
        long open = promises.size() - kept - broken;
        String more = broken == 0 ? "" : Spoken.count((int) broken) + " broken";
        String unseen = open == 0 ? "" : Spoken.count((int) open) + " not seen or not judged";
        return Section.fact(
                "Promises kept",
                kept + " of " + promises.size() + (account.endedEarly() && kept > 0 ? " so far" : ""),
                more + (more.isEmpty() || unseen.isEmpty() ? "" : ", ") + unseen);
    }

    private static Element repaired(Account account) {
        List<Harm> done = account.done();
        int open = account.open().size();
        if (open > 0 || account.status().verdict() == Verdict.UNDO_FAILED) {
            return Section.fact(
                    "Put right again",
                    "Not proven",
                    account.simulated() ? "on real machines somebody would have to look" : "somebody has to look");
        }
        if (done.isEmpty()) {
            return Section.fact("Put right again", "Not needed", "nothing was broken");
        }
        boolean forGood = done.stream().anyMatch(hit -> hit.state() == FaultState.IRREVERSIBLE);
        return forGood
                ? Section.fact("Put right again", "Not all", "something was broken for good, as the drill wanted")
                : Section.fact("Put right again", "Yes", "each fault was seen to be gone");
    }

    private static Element surprises(Account account) {
        List<Promise> foreseen = account.promises().stream()
                .filter(promise -> promise.foreseen().isPresent())
                .toList();
        if (foreseen.isEmpty()) {
            boolean asked = account.run().plan().flatMap(Plan::prediction).isPresent();
            return Section.fact(
                    "Foretold by the simulator",
                    "Nothing",
                    asked ? "it said nothing of this" : "nobody asked it before");
        }
        List<Promise> judged = foreseen.stream()
                .filter(promise -> promise.mark() == Mark.KEPT || promise.failed())
                .toList();
        long surprises = judged.stream().filter(Promise::surprises).count();
        if (judged.isEmpty()) {
            return Section.fact("Foretold by the simulator", "Not tested", "nothing could be judged");
        }
        return Section.fact(
                "Foretold by the simulator",
                surprises == 0 ? "No surprise" : Spoken.capital(Spoken.count((int) surprises, "surprise", "surprises")),
                surprises == 0
                        ? "nothing ended as the simulator thought unlikely"
                        : "it ended as the simulator thought unlikely");
    }
}
