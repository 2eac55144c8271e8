package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Cause;
import org.rackdrill.simulator.study.Results.Gain;
import org.rackdrill.simulator.study.Results.Service;

/** What stands between a lab and its goals, in words. */
public final class Gap {
    private static final int MOST_SERVICES = 6;
    private static final int MOST_CURES = 3;

    private Gap() {}

    static Element section(Results results) {
        List<Service> unsure = unsure(results);
        Element section = Section.of("gap", "What stands between this lab and its goals", summary(results));
        if (unsure.isEmpty()) {
            return section;
        }
        Element list = Element.of("ul", "plain");
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (Service service : unsure.subList(0, Math.min(MOST_SERVICES, unsure.size()))) {
            said.computeIfAbsent(sentence(service), s -> new ArrayList<>()).add(service.name());
        }
        said.forEach((sentence, names) -> list.add(Element.of("li")
                .add(Element.of("b").text(Named.list(names, MOST_SERVICES)))
                .text(": " + sentence)));
        section.add(list);
        if (unsure.size() > MOST_SERVICES) {
            section.add(Section.paragraph("The other " + Spoken.count(unsure.size() - MOST_SERVICES)
                    + " are nearer to their goals; "
                    + (Crowd.is(unsure.size()) ? "results.json has them all." : "the details below have them all.")));
        }
        return section;
    }

    /** Returns one or two sentences for the whole lab. */
    public static String summary(Results results) {
        List<Service> unsure = unsure(results);
        if (results.services().isEmpty()) {
            return "There is no goal.";
        }
        if (unsure.isEmpty()) {
            return "Nothing: even the lower ends of all ranges lie above the goals.";
        }
        String start = Spoken.capital(who(unsure, results.services().size())) + " not sure to keep "
                + (unsure.size() == 1 ? "its goal" : "their goals") + ". ";
        Map<Cure, Effect> effects = effects(unsure);
        Optional<Culprit> step = Culprit.of(results).stream()
                .filter(culprit -> of(effects, culprit).back > 0 && !Worry.isPlan(culprit.kind()))
                .max(Comparator.comparingInt((Culprit culprit) -> of(effects, culprit).home)
                        .thenComparingDouble(culprit -> of(effects, culprit).back));
        return start
                + step.map(culprit -> mostUseful(unsure, culprit, of(effects, culprit).home))
                        .orElse("What removing a single cause gives back was not measured.");
    }

    private static String who(List<Service> unsure, int all) {
        if (unsure.size() == 1) {
            return Named.inSentence(unsure.get(0).name()) + " is";
        }
        String of = unsure.size() == all
                ? "all " + Spoken.count(all)
                : Spoken.count(unsure.size()) + " of " + Spoken.count(all);
        return of + " services are";
    }

    private static String mostUseful(List<Service> unsure, Culprit culprit, int home) {
        String label = Named.inSentence(culprit.label());
        if (home == 0) {
            return "Curing " + label + " gives back most, but by itself would probably bring none of them home.";
        }
        return "Curing " + label + " helps most: by itself it would be expected to bring "
                + (unsure.size() == 1 ? "it" : Spoken.count(home) + " of them") + " home.";
    }

    /** What is cured: the part and what is wrong with it. */
    private record Cure(String component, String kind) {}

    /**
     * What a cure does for the services that are not sure to keep their goals.
     *
     * @param home those that miss on average and would not without this cause
     * @param back hours a year that all of them are given
     */
    private record Effect(int home, double back) {
        static final Effect NONE = new Effect(0, 0);

        Effect and(Effect other) {
            return new Effect(home + other.home, back + other.back);
        }
    }

    private static Effect of(Map<Cure, Effect> effects, Culprit culprit) {
        return effects.getOrDefault(new Cure(culprit.component(), culprit.kind()), Effect.NONE);
    }

    private static Map<Cure, Effect> effects(List<Service> unsure) {
        Map<Cure, Effect> effects = new HashMap<>();
        for (Service service : unsure) {
            double excess = excess(service);
            Map<Cure, Double> given = new LinkedHashMap<>();
            service.causes()
                    .forEach(cause ->
                            given.merge(new Cure(cause.component(), cause.kind()), hoursBack(cause), Double::sum));
            given.forEach((cure, back) ->
                    effects.merge(cure, new Effect(excess > 0 && back >= excess ? 1 : 0, back), Effect::and));
        }
        return effects;
    }

    /** Returns how far a service is from its goal, and which cures would close the gap. */
    public static String sentence(Service service) {
        double allowed = Goals.allowedHours(service);
        double down = Goals.downHours(service.availability().mean());
        String apart = Hours.text(Math.abs(down - allowed));
        if (down <= allowed) {
            String first = cures(service).stream()
                    .findFirst()
                    .map(cure -> " Curing " + Named.inSentence(cure.label()) + " would give it "
                            + Hours.text(hoursBack(cure)) + " more room.")
                    .orElse("");
            return "should keep " + Figures.goal(service.slo()) + " with " + apart
                    + " a year to spare, but the range reaches below it." + first;
        }
        return "down " + Hours.text(down) + " a year, " + apart + " more than its goal allows. " + howToClose(service);
    }

    private static String howToClose(Service service) {
        double excess = excess(service);
        List<Cause> cures = cures(service);
        double back = 0;
        int needed = 0;
        while (needed < cures.size() && back < excess) {
            back += hoursBack(cures.get(needed++));
        }
        if (back < excess) {
            return cures.isEmpty()
                    ? "What a cure gives back was not measured."
                    : "All " + Spoken.count(cures.size())
                            + " cures that were simulated would not close that, the largest being "
                            + cured(cures.get(0)) + ".";
        }
        if (needed == 1) {
            return alone(cures.get(0), excess);
        }
        List<String> named = cures.subList(0, Math.min(needed, MOST_CURES)).stream()
                .map(Gap::cured)
                .toList();
        String others =
                needed > MOST_CURES ? " and " + Spoken.count(needed - MOST_CURES, "smaller one", "smaller ones") : "";
        return "It takes about " + Spoken.count(needed) + " cures together: "
                + (others.isEmpty() ? Spoken.list(named) : String.join(", ", named) + others) + ".";
    }

    private static String alone(Cause cause, double excess) {
        Gain gain = Objects.requireNonNull(cause.gainIfRemoved());
        boolean sure = gain.low() >= excess;
        return "Curing " + Named.inSentence(cause.label()) + " gives "
                + Hours.withRange(gain.hoursPerYear(), gain.low(), gain.high()) + " back, which "
                + (sure ? "is" : "may be") + " enough by itself.";
    }

    private static String cured(Cause cause) {
        return Named.inSentence(cause.label()) + " (" + Hours.text(hoursBack(cause)) + ")";
    }

    /** What was measured to give hours back, the most first. */
    private static List<Cause> cures(Service service) {
        return service.causes().stream()
                .filter(cause -> hoursBack(cause) > 0 && !Worry.isPlan(cause.kind()))
                .sorted(Comparator.comparingDouble(Gap::hoursBack).reversed())
                .toList();
    }

    private static List<Service> unsure(Results results) {
        return Goals.worstFirst(results).stream()
                .filter(service -> Standing.of(service) != Standing.WILL)
                .toList();
    }

    private static double excess(Service service) {
        return Goals.downHours(service.availability().mean()) - Goals.allowedHours(service);
    }

    private static double hoursBack(Cause cause) {
        Gain gain = cause.gainIfRemoved();
        return gain == null ? 0 : gain.hoursPerYear();
    }
}
