package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Service;

/** The answer as a friend would say it. */
public final class Headline {
    private static final int LONGEST_NAME = 24;

    private final List<Service> services;
    private final Map<Standing, List<String>> names = new EnumMap<>(Standing.class);
    private final boolean oneGoal;

    private Headline(List<Service> services) {
        this.services = services;
        this.oneGoal = services.stream().mapToDouble(Service::slo).distinct().count() == 1;
        for (Service service : services) {
            names.computeIfAbsent(Standing.of(service), s -> new ArrayList<>()).add(service.name());
        }
    }

    /** Returns one or two sentences. */
    public static String of(Results results) {
        if (results.services().isEmpty()) {
            return "This lab names no services, so there is nothing to keep up.";
        }
        Headline headline = new Headline(results.services());
        return Spoken.capital(headline.names.size() == 1 ? headline.allTheSame() : headline.mixed());
    }

    private String allTheSame() {
        Standing standing = names.keySet().iterator().next();
        int n = services.size();
        if (n == 1) {
            return Named.inSentence(services.get(0).name()) + " " + standing.keeps() + " " + goal(1) + ".";
        }
        if (standing == Standing.WILL_NOT) {
            return n == 2
                    ? "neither of the two services will keep " + goal(1) + "."
                    : "none of the " + Spoken.count(n) + " services will keep " + goal(1) + ".";
        }
        String all = n == 2 ? "both services " : "all " + Spoken.count(n) + " services ";
        return all + standing.keeps() + " " + goal(n) + (standing == Standing.MAY ? ", or may not." : ".");
    }

    private String mixed() {
        List<Standing> order = new ArrayList<>(names.keySet());
        StringBuilder said = new StringBuilder(first(order.remove(0)));
        boolean noneWill = order.remove(Standing.WILL_NOT);
        for (int i = 0; i < order.size(); i++) {
            boolean last = i == order.size() - 1 && i > 0;
            said.append(last ? " and " : ", ")
                    .append(who(order.get(i)))
                    .append(' ')
                    .append(order.get(i).verb());
        }
        said.append('.');
        if (noneWill) {
            said.append(' ').append(Spoken.capital(who(Standing.WILL_NOT))).append(" will not.");
        }
        return said.toString();
    }

    private String first(Standing best) {
        int n = of(best).size();
        String subject = n == 1 && isShort(of(best))
                ? Named.inSentence(of(best).get(0))
                : Spoken.count(n) + " of " + Spoken.count(services.size()) + " services";
        return subject + " " + best.keeps() + " " + goal(n);
    }

    private String who(Standing standing) {
        List<String> some = of(standing);
        return some.size() <= 2 && isShort(some) ? Named.list(some, 2) : Spoken.count(some.size());
    }

    private List<String> of(Standing standing) {
        return names.getOrDefault(standing, List.of());
    }

    private static boolean isShort(List<String> names) {
        return names.stream().allMatch(name -> name.length() <= LONGEST_NAME);
    }

    private String goal(int subjects) {
        if (oneGoal) {
            return Figures.goal(services.get(0).slo());
        }
        return subjects == 1 ? "its goal" : "their goals";
    }
}
