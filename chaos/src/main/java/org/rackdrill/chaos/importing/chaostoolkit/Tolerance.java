package org.rackdrill.chaos.importing.chaostoolkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.rackdrill.chaos.importing.draft.Remark;
import org.rackdrill.chaos.importing.draft.Spot;
import org.rackdrill.model.reading.form.Meant;

/** What a probe may answer, as far as {@code up} and {@code answers} can say it. */
final class Tolerance {

    private final List<Remark> remarks;

    /** Judges tolerances; what is lost of them goes to {@code remarks}. */
    Tolerance(List<Remark> remarks) {
        this.remarks = remarks;
    }

    /** Returns whether it asks for a working answer to a request; the answer's content is left out. */
    boolean answer(Spot tolerance) {
        if (tolerance.isGroup()) {
            checked(tolerance);
            if (type(tolerance).equals("range") && target(tolerance).equals("status")) {
                List<Spot> range = tolerance.find("range").orElseThrow().items();
                return (good(range.get(0)) && good(range.get(1))) || refused(tolerance);
            }
            remarks.add(tolerance.leftOut(
                    "`" + type(tolerance) + "`: a drill does not look into the answer, only whether there is one"));
            return true;
        }
        if (tolerance.isList()) {
            return members(tolerance, Tolerance::good);
        }
        return good(tolerance) || refused(tolerance);
    }

    /** Returns whether it asks for a true answer of a function. */
    boolean truth(Spot tolerance) {
        if (tolerance.isGroup()) {
            checked(tolerance);
        }
        return tolerance.flag().orElse(false) || refused(tolerance);
    }

    /** Returns whether it asks for a program that ends well. */
    boolean success(Spot tolerance) {
        if (tolerance.isGroup()) {
            checked(tolerance);
            return refused(tolerance);
        }
        return tolerance.isList() ? members(tolerance, it -> it.is(0)) : tolerance.is(0) || refused(tolerance);
    }

    private boolean members(Spot list, Predicate<Spot> good) {
        if (list.items().isEmpty() || !list.items().stream().allMatch(good)) {
            return refused(list);
        }
        if (list.items().size() == 2) {
            remarks.add(list.noted("one of both is meant, and not all between: it is no range for what has a status"));
        }
        return true;
    }

    private boolean refused(Spot tolerance) {
        remarks.add(tolerance.leftOut("a drill can only ask whether it works, so the probe is left out"));
        return false;
    }

    /** The status of an answer that works. */
    private static boolean good(Spot status) {
        return status.isNumber() && status.number() >= 200 && status.number() < 400;
    }

    private static String type(Spot tolerance) {
        return tolerance.find("type").map(Spot::text).orElse("");
    }

    private static String target(Spot tolerance) {
        return tolerance.find("target").map(Spot::text).orElse("");
    }

    /** Refuses what the toolkit would refuse. */
    private static void checked(Spot tolerance) {
        switch (type(tolerance)) {
            case "regex" -> needs(tolerance, "pattern").text();
            case "jsonpath" -> needs(tolerance, "path").text();
            case "probe" -> needs(tolerance, "provider").entries();
            case "range" -> {
                Spot range = needs(tolerance, "range");
                if (range.items().size() != 2 || !range.items().stream().allMatch(Spot::isNumber)) {
                    throw range.wrong("a range has two numbers", "Write `[0, 10]`.");
                }
            }
            default ->
                throw tolerance.wrong(
                        "`" + Meant.shortened(type(tolerance)) + "` is no tolerance",
                        "Write `type: regex`, `jsonpath`, `range` or `probe`, or a plain value.");
        }
    }

    private static Spot needs(Spot tolerance, String key) {
        Optional<Spot> found = tolerance.find(key);
        return found.orElseThrow(() -> tolerance.wrong("it has no `" + key + "`", "Add it."));
    }
}
