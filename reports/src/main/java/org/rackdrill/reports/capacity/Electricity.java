package org.rackdrill.reports.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.rackdrill.reports.chart.Bar;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Table;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.capacity.Likely;
import org.rackdrill.simulator.capacity.PowerAnswer;
import org.rackdrill.simulator.capacity.PowerAnswer.AtSite;
import org.rackdrill.simulator.capacity.PowerAnswer.Circuit;
import org.rackdrill.simulator.capacity.PowerAnswer.Inrush;

/** What a lab draws, whether sockets, breakers and UPS bear it, and what it costs. */
final class Electricity {
    private static final int MOST_CONSUMERS = 14;

    private Electricity() {}

    static Element section(Capacity capacity) {
        PowerAnswer power = capacity.power();
        if (!(power.watts().best() > 0)) {
            return Element.nothing();
        }
        Element section = Section.of("power", "Power", lead(power)).add(facts(power));
        section.add(circuits(power.sites()), advice(power.sites()));
        if (!power.ups().isEmpty()) {
            section.add(Element.of("h3").text("What UPS carry"), ups(power));
        }
        return section.add(Element.of("h3").text("What draws it"), consumers(power));
    }

    private static String lead(PowerAnswer power) {
        return "An ordinary day takes " + Known.in("W", power.watts()) + " at the sockets, between "
                + watts(power.idleWatts().best()) + " idle and "
                + watts(power.mostWatts().best())
                + " with everything at full load.";
    }

    private static Element facts(PowerAnswer power) {
        String money = " " + Named.inSentence(power.currency());
        return Element.of("div", "facts")
                .add(
                        Section.fact(
                                "A year costs",
                                Figures.about(power.costPerYear().best(), 3) + money,
                                range(power.costPerYear()) + money),
                        Section.fact(
                                "A month costs",
                                Figures.about(power.costPerMonth().best(), 3) + money,
                                range(power.costPerMonth()) + money),
                        Section.fact(
                                "A year of it",
                                Figures.about(power.kWhPerYear().best(), 3) + "\u00a0kWh",
                                Figures.about(power.kWhPerMonth().best(), 3) + "\u00a0kWh a month"),
                        Section.fact(
                                "Heat",
                                Figures.about(power.heatBtuPerHour().best(), 3) + "\u00a0BTU/h",
                                "all power becomes heat: " + watts(power.watts().best())));
    }

    private static String range(Likely number) {
        return Figures.about(number.low(), 3) + " to " + Figures.about(number.high(), 3);
    }

    private static Element circuits(List<AtSite> sites) {
        Table table = new Table("stack circuits", "Amperes beside what each socket and breaker bears")
                .column("Circuit")
                .column("Beside what it bears", "wide")
                .numbers("Ordinary day")
                .numbers("Batteries charging")
                .numbers("Everything at full load")
                .numbers("Bears");
        for (AtSite site : sites) {
            if (site.watts().best() > 0) {
                table.row(
                        Element.together(Element.name(site.name()), meaning("socket")),
                        bar(site.amps().best(), site.mostAmps().best(), site.outletAmps()),
                        cell(Known.text(site.amps(), Electricity::amps)),
                        cell(amps(site.chargingAmps().best())),
                        cell(amps(site.mostAmps().best())),
                        cell(amps(site.outletAmps())));
                Circuit circuit = site.circuit();
                if (circuit != null) {
                    breaker(table, site, circuit);
                }
            }
        }
        return table.element();
    }

    private static void breaker(Table table, AtSite site, Circuit circuit) {
        double charging = site.chargingAmps().best() + circuit.sharedAmps();
        double most = site.mostAmps().best() + circuit.sharedAmps();
        table.row(
                Element.together(
                        Element.name(site.name()),
                        meaning("breaker " + circuit.curve()
                                + amps(circuit.amps()).replace("\u00a0A", "")
                                + (circuit.sharedAmps() > 0
                                        ? ", with " + amps(circuit.sharedAmps()) + " of the household"
                                        : ""))),
                bar(circuit.withAllAmps().best(), most, circuit.bearsAmps()),
                cell(Known.text(circuit.withAllAmps(), Electricity::amps)),
                cell(amps(charging)),
                cell(amps(most)),
                cell(amps(circuit.bearsAmps()) + ", trips in an hour at " + amps(circuit.tripsAmps())));
    }

    private static Element bar(double usual, double most, double bears) {
        double share = usual / Math.max(1e-9, bears);
        double atMost = most / Math.max(1e-9, bears);
        return Bar.limit(
                share, atMost, Figures.share(share) + " of what it bears, " + Figures.share(atMost) + " at most");
    }

    private static Element advice(List<AtSite> sites) {
        Element list = Element.of("ul");
        for (AtSite site : sites) {
            Inrush inrush = site.inrush();
            if (!inrush.nodes().isEmpty()) {
                list.add(Element.of("li").text(inrush(site, inrush)));
            }
        }
        return list.isEmpty() ? Element.nothing() : list;
    }

    private static String inrush(AtSite site, Inrush inrush) {
        Double bears = inrush.bearsAmps();
        String at = "When power returns at " + Named.inSentence(site.name()) + ", "
                + Named.list(inrush.nodes(), 4) + (inrush.nodes().size() == 1 ? " draws " : " draw ")
                + Known.text(inrush.amps(), Electricity::amps) + " in the first half wave";
        if (bears == null) {
            return at + "; no breaker is described, so whether it bears that is not judged.";
        }
        String verdict = at + "; the breaker surely bears " + amps(bears) + ".";
        return inrush.steps().isEmpty()
                ? verdict
                : verdict + " Start them in steps (boot-order): "
                        + inrush.steps().stream()
                                .map(step -> Named.list(step.nodes(), 6))
                                .collect(Collectors.joining("; then "))
                        + ".";
    }

    private static Element ups(PowerAnswer power) {
        Table table = new Table("stack", "What each UPS carries, and for how long")
                .column("UPS")
                .column("Beside what it may carry", "wide")
                .column("When")
                .numbers("Load")
                .numbers("Apparent")
                .numbers("Lasts");
        for (PowerAnswer.AtUps ups : power.ups()) {
            for (PowerAnswer.Load load : ups.loads()) {
                double share = load.share().best();
                table.row(
                        Element.name(ups.name()),
                        Bar.against(
                                Math.min(1, share), share > 1 ? "harm" : "k1", Figures.share(share) + " of its limit"),
                        cell(when(load.at())),
                        cell(watts(load.watts().best())),
                        cell(Figures.about(load.voltAmperes().best(), 3) + "\u00a0VA"),
                        cell(share > 1 ? "overloaded" : minutes(load.minutes())));
            }
        }
        Element list = Element.of("ul");
        power.ups()
                .forEach(ups -> list.add(Element.of("li")
                        .add(Element.name(ups.name()))
                        .text(", "
                                + Named.inSentence(ups.label()) + ": " + Figures.about(ups.voltAmpereLimit())
                                + "\u00a0VA, "
                                + Figures.about(ups.wattLimit()) + "\u00a0W; a battery of "
                                + Figures.about(ups.batteryAgeYears(), 2) + " years holds "
                                + Known.share(ups.batteryLeft())
                                + " of its runtime.")));
        return Element.together(table.element(), list);
    }

    private static String when(String at) {
        return switch (at) {
            case "idle" -> "idle";
            case "usual" -> "ordinary day";
            case "most" -> "everything at full load";
            default -> Named.inSentence(at);
        };
    }

    private static Element consumers(PowerAnswer power) {
        List<PowerAnswer.Draws> largest = power.consumers().stream()
                .sorted(Comparator.comparingDouble(it -> -it.watts().best()))
                .limit(MOST_CONSUMERS)
                .toList();
        double most = largest.get(0).mostWatts().best();
        boolean severalSites = power.sites().size() > 1;
        Table table = new Table("stack", "What draws power").column("Draws power");
        if (severalSites) {
            table.column("Site");
        }
        table.column("Ordinary day, and at most", "wide")
                .numbers("Idle")
                .numbers("Ordinary day")
                .numbers("At most");
        for (PowerAnswer.Draws it : largest) {
            List<Element> cells = new ArrayList<>();
            if (severalSites) {
                cells.add(Element.name(it.site()));
            }
            cells.add(Bar.within(
                    it.watts().best() / most,
                    it.mostWatts().best() / most,
                    "k1",
                    watts(it.watts().best())));
            cells.add(cell(watts(it.idleWatts().best())));
            cells.add(cell(Known.in("W", it.watts())));
            cells.add(cell(watts(it.mostWatts().best())));
            table.row(Element.name(it.name()), cells.toArray(Element[]::new));
        }
        return table.element();
    }

    private static String minutes(Likely minutes) {
        return Hours.withRange(minutes.best() / 60, minutes.low() / 60, minutes.high() / 60);
    }

    private static String watts(double watts) {
        return Figures.about(watts, 3) + "\u00a0W";
    }

    private static String amps(double amps) {
        return Figures.about(amps, 2) + "\u00a0A";
    }

    private static Element meaning(String text) {
        return Element.of("span", "meaning").text(text);
    }

    private static Element cell(String text) {
        return Element.together().text(text);
    }
}
