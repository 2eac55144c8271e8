package org.rackdrill.reports.simulation;

import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Toil;

/** What the lab asks of its owner. */
final class Labour {
    private static final double WEEKS = 52.14;

    private Labour() {}

    static Element section(Results results) {
        Toil toil = results.toil();
        Element section = Section.of("toil", "What it asks of you", lead(toil));
        Element facts = Element.of("div", "facts");
        facts.add(Section.fact(
                "Hands on",
                Hours.text(toil.handsOnHoursPerYear()),
                "a year, " + Hours.text(toil.handsOnHoursPerYear() / 12) + " a month"));
        facts.add(Section.fact(
                "Interventions",
                Figures.about(toil.interventionsPerWeek() * WEEKS, 2),
                "a year, " + Figures.about(toil.interventionsPerWeek(), 2) + " a week"));
        facts.add(Section.fact(
                "Nights woken", Figures.about(toil.nightsWokenPerYear(), 2), "a year: an alarm rang while you slept"));
        facts.add(Section.fact(
                "False alarms",
                toil.falseAlarmsPerYear() > 0 ? Figures.about(toil.falseAlarmsPerYear(), 2) : "None",
                toil.falseAlarmsPerYear() > 0
                        ? "a year: an alarm, and nothing was wrong"
                        : "no alarm without a reason"));
        return section.add(facts);
    }

    private static String lead(Toil toil) {
        if (!(toil.handsOnHoursPerYear() > 0) && !(toil.nightsWokenPerYear() > 0)) {
            return "In no simulated year did it ask for anything.";
        }
        String work = toil.interventionsPerWeek() > 0
                ? "It wants you " + Spoken.often(toil.interventionsPerWeek() * WEEKS) + ", for "
                        + Hours.text(toil.handsOnHoursPerYear() / (toil.interventionsPerWeek() * WEEKS)) + " on average"
                : "It takes " + Hours.text(toil.handsOnHoursPerYear()) + " of your time a year";
        return work + ". Failed parts, updates and alarms ask for it.";
    }
}
