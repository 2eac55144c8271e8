package org.rackdrill.reports.simulation;

import java.util.List;
import java.util.stream.Collectors;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Exact;
import org.rackdrill.simulator.study.Results.Service;

/** Whether what was simulated agrees with what is known without luck: one sentence, and a loud one when it does not. */
public final class Exactness {
    private static final String AGREES = "agrees";
    private static final String DISAGREES = "disagrees";

    private Exactness() {}

    /** Returns the sentence; empty where nothing is known exactly. */
    public static String sentence(Results results) {
        List<Service> wrong = those(results, DISAGREES);
        if (!wrong.isEmpty()) {
            return "EXACT AND SIMULATED DO NOT AGREE for "
                    + wrong.stream()
                            .map(service -> Named.inSentence(service.name()) + " (" + says(service) + ")")
                            .collect(Collectors.joining("; "))
                    + ". One of the two is wrong: please report it.";
        }
        int agree = those(results, AGREES).size();
        int open = those(results, "not compared").size();
        if (agree == 0) {
            return open == 0 ? "" : "Known exactly, but not compared: " + why(results) + ".";
        }
        return "Exact and simulated agree for "
                + count(agree, results.services().size())
                + ": within the 99\u00a0% interval of luck"
                + (open == 0 ? "." : "; not compared for " + Spoken.count(open) + ": " + why(results) + ".");
    }

    /** Returns the same for one line of a terminal. */
    public static String brief(Results results) {
        List<Service> wrong = those(results, DISAGREES);
        if (!wrong.isEmpty()) {
            return "DOES NOT AGREE with what was simulated for "
                    + wrong.stream().map(Service::name).collect(Collectors.joining(", "));
        }
        int agree = those(results, AGREES).size();
        return agree == 0
                ? "known, but not compared; the report says why"
                : "agrees with what was simulated for "
                        + count(agree, results.services().size());
    }

    private static String count(int agree, int all) {
        return agree == all
                ? (all == 1 ? "the service" : "all " + Spoken.count(all) + " services")
                : Spoken.count(agree) + " of " + Spoken.count(all) + " services";
    }

    private static String why(Results results) {
        return those(results, "not compared").stream()
                .map(Exactness::says)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static List<Service> those(Results results, String agreement) {
        return results.services().stream()
                .filter(service -> {
                    Exact exact = service.exactDetails();
                    return exact != null && exact.agreement().equals(agreement);
                })
                .toList();
    }

    private static String says(Service service) {
        Exact exact = service.exactDetails();
        return exact == null ? "" : exact.says();
    }

    /** Returns what the first screen says of it, and of a lab that is not the one that was named. */
    static Element notice(Results results) {
        String sentence = sentence(results);
        String variant = results.variant();
        return Element.together(
                variant == null ? Element.nothing() : Element.of("p", "rule").text(Named.visible(variant)),
                sentence.isEmpty()
                        ? Element.nothing()
                        : Element.of("p", those(results, DISAGREES).isEmpty() ? "rule" : "rule no")
                                .text(sentence));
    }

    /** Returns how the exact answers were found. */
    static Element methods(Results results) {
        String methods = results.services().stream()
                .map(Service::exactDetails)
                .filter(exact -> exact != null)
                .map(exact -> exact.method())
                .distinct()
                .collect(Collectors.joining("; "));
        return methods.isEmpty()
                ? Element.nothing()
                : Element.of("p", "soft").text("Exact by: " + Named.visible(Spoken.shortened(methods, 400)) + ".");
    }
}
