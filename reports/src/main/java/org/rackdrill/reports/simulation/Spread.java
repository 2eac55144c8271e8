package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.reports.chart.YearSpread;
import org.rackdrill.reports.page.Download;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Estimate;
import org.rackdrill.simulator.study.Results.Service;

/** The spread of years: why an average is not a promise. */
final class Spread {
    private static final int MOST_PICTURES = 9;

    private Spread() {}

    static Element section(Results results) {
        List<Service> drawn = Goals.worstFirst(results).stream()
                .filter(service -> service.yearQuantiles().size() > 2)
                .toList();
        if (drawn.isEmpty()) {
            return Element.nothing();
        }
        Element section = Section.of(
                "spread",
                "No year is the average year",
                "Each square is one year in a hundred, lying where its hours of downtime are. "
                        + "Years left of the dashed line keep the goal; red years to its right miss it.");
        Element grid = Element.of("div", "grid");
        drawn.stream().limit(MOST_PICTURES).forEach(service -> grid.add(figure(service)));
        section.add(grid);
        if (drawn.size() > MOST_PICTURES) {
            section.add(Section.paragraph("Drawn are the " + Spoken.count(MOST_PICTURES)
                    + " services in the worst standing; "
                    + (Crowd.is(drawn.size()) ? "results.json has the others." : "the details have the others.")));
        }
        return section.add(numbers(Crowd.shown(drawn)));
    }

    private static Element figure(Service service) {
        double allowed = Goals.allowedHours(service);
        String goal = Figures.goal(service.slo()) + " allows " + Hours.text(allowed);
        String says = kept(service.probabilityYearMeetsSlo());
        var down = service.downtimeHoursPerYear();
        String caption = Spoken.capital(says) + ". Half of all years stay below " + Hours.text(down.p50())
                + "; one in twenty goes beyond " + Hours.text(down.p95()) + ".";
        Element picture = new YearSpread(service.yearQuantiles(), allowed)
                .picture("Hours down in a year: " + Named.inSentence(service.name()), caption, goal);
        Element figure = Element.of("figure");
        figure.add(Element.of("h3").add(Element.name(service.name())), picture);
        return figure.add(Element.of("figcaption").text(caption));
    }

    /** Such as "a year keeps the goal in 83 of 100 (61 to 93)". */
    static String kept(Estimate chance) {
        String low = ofHundred(chance.low());
        String high = ofHundred(chance.high());
        String range = low.equals(high) ? "" : " (" + low + " to " + high + ")";
        return "a year keeps the goal in " + ofHundred(chance.mean()) + " of 100" + range;
    }

    /** Whole numbers, but nearly all is not all and hardly any is not none. */
    private static String ofHundred(double share) {
        double years = share * 100;
        boolean nearTheEnd = (years > 0 && years < 1) || (years > 99 && years < 100);
        return nearTheEnd ? Figures.fixed(Math.max(0.1, Math.min(99.9, years)), 1) : Figures.fixed(years, 0);
    }

    private static Element numbers(List<Service> services) {
        List<String> head = new ArrayList<>(List.of("% of years"));
        services.forEach(service -> head.add(service.name()));
        int most = services.stream()
                .mapToInt(service -> service.yearQuantiles().size())
                .max()
                .orElse(0);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            List<String> row = new ArrayList<>(List.of(String.valueOf(i)));
            for (Service service : services) {
                List<Double> quantiles = service.yearQuantiles();
                row.add(i < quantiles.size() ? Figures.coordinate(quantiles.get(i)) : "");
            }
            rows.add(row);
        }
        return Download.csv("hours-down-by-year.csv", head, rows);
    }
}
