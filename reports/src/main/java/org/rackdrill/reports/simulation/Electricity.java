package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rackdrill.reports.chart.Bar;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Consumer;
import org.rackdrill.simulator.study.Results.Power;
import org.rackdrill.simulator.study.Results.UpsLoad;

/** What it draws, what that costs, and how long the UPS carries it. */
final class Electricity {
    private static final int MOST = 12;

    private Electricity() {}

    static Element section(Results results) {
        Power power = results.power();
        Element section = Section.of("power", "Power", lead(power));
        Double minutes = power.upsMinutes();
        Element facts = Element.of("div", "facts");
        facts.add(Section.fact(
                "At the outlet",
                Figures.about(power.amps(), 2) + "\u00a0of\u00a0" + Figures.about(power.outletAmps()) + "\u00a0A",
                Figures.about(power.watts(), 3) + "\u00a0W"));
        facts.add(Section.fact(
                "The UPS lasts",
                minutes == null ? "No UPS" : Hours.text(minutes / 60),
                minutes == null ? "a dip in the mains restarts everything" : "at this load and battery age"));
        facts.add(Section.fact("A year of it", Figures.about(power.kWhPerYear(), 3) + "\u00a0kWh", "round the clock"));
        facts.add(Section.fact("Costs", FirstScreen.money(results), "a year"));
        return section.add(facts, ups(power.ups()), consumers(power.consumers()));
    }

    private static String lead(Power power) {
        double share = power.outletAmps() > 0 ? power.amps() / power.outletAmps() : 0;
        String outlet = share > 1
                ? "The lab draws more than the outlet is rated for"
                : "The lab takes " + Figures.share(share) + " of what the outlet is rated for";
        return power.consumers().stream()
                .max(Comparator.comparingDouble(Consumer::watts))
                .map(largest -> outlet + "; the largest consumer is " + Named.inSentence(largest.name()) + ".")
                .orElse(outlet + ".");
    }

    private static Element ups(List<UpsLoad> all) {
        if (all.isEmpty()) {
            return Element.nothing();
        }
        Table table = new Table("stack", "Each UPS and its load")
                .column("UPS")
                .column("Site")
                .column("Load against its limit", "wide")
                .numbers("Load")
                .numbers("Limit")
                .numbers("Lasts")
                .numbers("Draws");
        for (UpsLoad ups : all) {
            double share = ups.wattLimit() > 0 ? ups.watts() / ups.wattLimit() : 0;
            table.row(
                    Element.name(ups.name()),
                    Element.name(ups.site()),
                    Bar.against(share, share > 1 ? "harm" : "k1", Figures.share(share) + " of its limit"),
                    Element.together().text(Figures.about(ups.watts(), 3) + "\u00a0W"),
                    Element.together().text(Figures.about(ups.wattLimit(), 3) + "\u00a0W"),
                    Element.together().text(Hours.text(ups.minutes() / 60)),
                    Element.together().text(Figures.about(ups.inputAmps(), 2) + "\u00a0A"));
        }
        return table.element();
    }

    private static Element consumers(List<Consumer> all) {
        if (all.isEmpty()) {
            return Element.nothing();
        }
        List<Consumer> largest = all.stream()
                .sorted(Comparator.comparingDouble(Consumer::watts).reversed())
                .toList();
        double most = Math.max(1e-9, largest.get(0).watts());
        boolean severalSites = all.stream().map(Consumer::site).distinct().count() > 1;
        Table table = new Table("consumers", "What draws power").column("Draws power");
        if (severalSites) {
            table.column("Site");
        }
        table.column("Beside the largest", "widest").numbers("Watts");
        for (Consumer consumer : largest.subList(0, Math.min(MOST, largest.size()))) {
            String watts = Figures.about(consumer.watts(), 3) + "\u00a0W";
            List<Element> cells = new ArrayList<>();
            if (severalSites) {
                cells.add(Element.name(consumer.site()));
            }
            cells.add(Bar.of(consumer.watts() / most, "k1", watts));
            cells.add(Element.together().text(watts));
            table.row(Element.name(consumer.name()), cells.toArray(Element[]::new));
        }
        Element drawn = table.element();
        if (largest.size() <= MOST) {
            return drawn;
        }
        double rest = largest.subList(MOST, largest.size()).stream()
                .mapToDouble(Consumer::watts)
                .sum();
        return Element.together(
                drawn,
                Section.paragraph("And " + Spoken.count(largest.size() - MOST) + " smaller ones, together "
                        + Figures.about(rest, 3) + "\u00a0W."));
    }
}
