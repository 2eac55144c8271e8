package org.rackdrill.reports.simulation;

import java.util.List;
import org.rackdrill.reports.chart.Bar;
import org.rackdrill.reports.page.Download;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Gain;

/** What to blame, and what fixing it gives back. */
final class Causes {
    private static final int MOST = 12;

    private Causes() {}

    static Element section(Results results) {
        List<Culprit> culprits = Culprit.of(results).stream()
                .filter(culprit -> culprit.hours() > 0)
                .toList();
        Element section = Section.of("causes", "What to blame, and what fixing it gives back", lead(culprits));
        if (culprits.isEmpty()) {
            return section;
        }
        boolean crowd = Crowd.is(results.services().size());
        List<Culprit> shown = culprits.subList(0, Math.min(MOST, culprits.size()));
        double longest = shown.stream().mapToDouble(Causes::reach).max().orElse(1);
        Table table = new Table("causes", "Causes of downtime, averaged over the services")
                .column("Cause")
                .column("Share", "n share")
                .column(key(), "Hours a year", "wide")
                .column("Causes", "n caused")
                .column("Gives back", "n back")
                .column("Hits most", "hits");
        shown.forEach(culprit -> addRow(table, culprit, name(culprit, culprits), longest));
        section.add(Element.of("p", "phone-axis").with("aria-hidden", "true").add(key()));
        section.add(table.element(), rest(culprits, crowd));
        return section.add(numbers(crowd ? Crowd.shown(culprits) : culprits));
    }

    private static String lead(List<Culprit> culprits) {
        if (culprits.isEmpty()) {
            return "Nothing went down in any simulated year, so there is nothing to blame.";
        }
        int some = Math.min(3, culprits.size());
        double share =
                culprits.subList(0, some).stream().mapToDouble(Culprit::share).sum();
        String first = some == 1
                ? "All downtime has one cause. "
                : "The first " + Spoken.count(some) + " make up " + Figures.share(share) + " of all downtime. ";
        return first + "Each hour is charged to the first cause that was enough. What a fix gives back was simulated "
                + "again with the same luck; such gains do not add up. Hours are those of the average service.";
    }

    private static double reach(Culprit culprit) {
        Gain gain = culprit.gain();
        return Math.max(culprit.hours(), gain == null ? 0 : Math.max(gain.high(), gain.hoursPerYear()));
    }

    /** Names the part, too, where the same words stand for several. */
    private static Element name(Culprit culprit, List<Culprit> all) {
        boolean unique = all.stream()
                        .filter(other -> other.label().equals(culprit.label()))
                        .count()
                == 1;
        Element name = Element.together(Element.name(culprit.label()));
        return unique ? name : name.add(Element.of("span", "place").text(" ").add(Element.name(culprit.component())));
    }

    private static Element key() {
        return Element.together(
                Element.of("span", "key k2"), Element.of("span").text(" hours a year it causes "),
                Element.of("span", "key k3"), Element.of("span").text(" fixing it gives back"));
    }

    private static void addRow(Table table, Culprit culprit, Element name, double longest) {
        Gain gain = culprit.gain();
        Element bars =
                Element.together(Bar.of(culprit.hours() / longest, "blamed", Hours.text(culprit.hours()) + " a year"));
        String back = "not measured";
        if (gain != null) {
            back = Hours.withRange(gain.hoursPerYear(), gain.low(), gain.high());
            bars.add(Bar.withRange(
                    gain.hoursPerYear() / longest,
                    gain.low() / longest,
                    gain.high() / longest,
                    "given",
                    back + " given back"));
        }
        table.row(
                name,
                Element.together().text(Figures.share(culprit.share())),
                bars,
                Element.together().text(Hours.text(culprit.hours())),
                Element.together().text(back),
                Element.together().text(Named.list(culprit.services(), 2)));
    }

    private static Element rest(List<Culprit> culprits, boolean crowd) {
        if (culprits.size() <= MOST) {
            return Element.nothing();
        }
        double share = culprits.subList(MOST, culprits.size()).stream()
                .mapToDouble(Culprit::share)
                .sum();
        return Section.paragraph("And " + Spoken.count(culprits.size() - MOST) + " lesser causes, together "
                + Figures.share(share) + (crowd ? "; results.json has them all." : "."));
    }

    private static Element numbers(List<Culprit> culprits) {
        List<List<String>> rows = culprits.stream()
                .map(culprit -> {
                    Gain gain = culprit.gain();
                    return List.of(
                            culprit.label(),
                            culprit.component(),
                            culprit.kind(),
                            String.valueOf(culprit.hours()),
                            String.valueOf(culprit.share()),
                            gain == null ? "" : String.valueOf(gain.hoursPerYear()),
                            gain == null ? "" : String.valueOf(gain.low()),
                            gain == null ? "" : String.valueOf(gain.high()));
                })
                .toList();
        return Download.csv(
                "causes.csv",
                List.of("cause", "component", "kind", "hours a year", "share", "gives back", "low", "high"),
                rows);
    }
}
