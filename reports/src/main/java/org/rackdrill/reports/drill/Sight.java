package org.rackdrill.reports.drill;

import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.reports.page.Elapsed;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Named;

/**
 * What a probe looks at, in words.
 *
 * @param of the thing
 * @param yes what it does when the probe says true, after its name
 * @param no what it does otherwise
 * @param harm whether that is bad in itself: an alarm that rings is not
 */
record Sight(String of, String yes, String no, boolean harm) {

    static Sight of(Probe probe) {
        String of = probe.of().text();
        if (probe instanceof Probe.Up) {
            return new Sight(of, "works", "is down", true);
        } else if (probe instanceof Probe.Answers it) {
            return new Sight(of, "answers within " + Elapsed.text(it.within()), "answers too late or not at all", true);
        } else if (probe instanceof Probe.RunsOnce) {
            return new Sight(of, "runs only once", "runs more often than once", true);
        } else if (probe instanceof Probe.Quorate) {
            return new Sight(of, "has its majority", "has lost its majority", true);
        } else if (probe instanceof Probe.Redundant) {
            return new Sight(of, "has all its redundancy", "has lost redundancy", true);
        } else if (probe instanceof Probe.Used it) {
            return new Sight(of, "is at most " + share(it.atMost().fraction()) + " full", "is fuller than that", true);
        } else if (probe instanceof Probe.Fresh it) {
            String within = Elapsed.text(it.within());
            return new Sight(of, "is at most " + within + " old", "is older than " + within, true);
        } else if (probe instanceof Probe.Intact) {
            return new Sight(of, "is whole and readable", "is not whole or not readable", true);
        }
        return ofHosts(probe, of);
    }

    private static Sight ofHosts(Probe probe, String of) {
        if (probe instanceof Probe.RunsOn it) {
            String on = Named.inSentence(it.on());
            return new Sight(of, "runs on " + on, "does not run on " + on, false);
        } else if (probe instanceof Probe.OnMains) {
            return new Sight(of, "is on mains", "is on its battery", false);
        } else if (probe instanceof Probe.Charged it) {
            String share = share(it.atLeast().fraction());
            return new Sight(of, "is charged at least " + share, "is charged less than " + share, true);
        } else if (probe instanceof Probe.Reaches it) {
            String to = Named.inSentence(it.to());
            return new Sight(of, "reaches " + to, "does not reach " + to, true);
        } else if (probe instanceof Probe.ClockRight it) {
            return new Sight(of, "has the right time within " + Elapsed.text(it.within()), "has a wrong clock", true);
        } else if (probe instanceof Probe.MemoryFree it) {
            String share = share(it.atLeast().fraction());
            return new Sight(of, "has at least " + share + " of its memory free", "is short of memory", true);
        } else if (probe instanceof Probe.NoAlarm) {
            return new Sight(of, "has no alarm", "has an alarm", false);
        }
        throw new IllegalArgumentException("nobody can say what " + probe + " looks at");
    }

    private static String share(double fraction) {
        return Figures.share(fraction);
    }

    /** Returns what was seen, without the name. */
    String said(Truth truth) {
        return switch (truth) {
            case TRUE -> yes;
            case FALSE -> no;
            case UNKNOWN -> "could not be seen";
        };
    }

    /** Returns the name and what was seen, such as {@code jellyfin is down}. */
    String sentence(Truth truth) {
        return Named.inSentence(of) + " " + said(truth);
    }

    /** Returns the name and what was wrong at a time that is over, such as {@code jellyfin was down}. */
    String past() {
        String verb = no.substring(0, (no + " ").indexOf(' '));
        String was = switch (verb) {
            case "is" -> "was";
            case "has" -> "had";
            case "does" -> "did";
            case "runs" -> "ran";
            case "answers" -> "answered";
            default -> verb;
        };
        return Named.inSentence(of) + " " + was + no.substring(verb.length());
    }
}
