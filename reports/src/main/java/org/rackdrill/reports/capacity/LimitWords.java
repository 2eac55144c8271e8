package org.rackdrill.reports.capacity;

import java.util.List;
import java.util.Optional;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Sizes;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.capacity.Likely;
import org.rackdrill.simulator.capacity.Limit;
import org.rackdrill.simulator.capacity.Reached;
import org.rackdrill.simulator.capacity.StorageAnswer;

/** What is short, in sentences. */
public final class LimitWords {

    /** What a waiting person calls slow. */
    private static final double LONG_SECONDS = 10;

    private static final double SECONDS_PER_HOUR = 3600;

    private LimitWords() {}

    /** Returns the answer in one or two sentences: what limits this lab first, and when. */
    public static String headline(Capacity capacity) {
        Optional<Limit> first = capacity.limits().stream().findFirst();
        if (first.isEmpty()) {
            return "Nothing in this lab is short, today or within ten years.";
        }
        Limit limit = first.get();
        String sentence = sentence(limit);
        if (limit.kind().equals("busy") || limit.kind().equals("overload")) {
            return sentence + felt(capacity, limit.subject());
        }
        return isToday(limit) ? sentence : "Nothing is short today. " + sentence;
    }

    /** Returns whether it is short as things are, without growth and with everything in order. */
    static boolean isToday(Limit limit) {
        Reached when = limit.when();
        Double years = when == null ? null : when.years();
        return when == null
                ? List.of(
                                "overload",
                                "memory",
                                "cores",
                                "cpu",
                                "ups",
                                "outlet",
                                "busy",
                                "slow",
                                "window",
                                "breaker",
                                "inrush",
                                "battery")
                        .contains(limit.kind())
                : years != null && years == 0;
    }

    private static String felt(Capacity capacity, String pool) {
        List<String> services = capacity.services().stream()
                .filter(service -> service.pool().equals(pool))
                .map(StorageAnswer.OfService::name)
                .toList();
        return capacity.feels().stream()
                .filter(feel -> services.contains(feel.service()) && feel.atP75Seconds() >= LONG_SECONDS)
                .findFirst()
                .map(feel -> " Then " + Named.inSentence(feel.what()) + " takes "
                        + Hours.text(feel.atP75Seconds() / SECONDS_PER_HOUR) + ".")
                .orElse("");
    }

    /** Returns one sentence. */
    public static String sentence(Limit limit) {
        String subject = Named.inSentence(limit.subject());
        String other = Named.inSentence(limit.other());
        double value = limit.value();
        double bound = limit.bound();
        return switch (limit.kind()) {
            case "overload" ->
                "The disks of " + subject + " never keep up: they are asked for " + Figures.about(value, 2)
                        + " times what they can do.";
            case "busy" ->
                "The disks of " + subject + " limit this lab today: a quarter of the time they are at least "
                        + Figures.share(value) + " busy.";
            case "slow" ->
                subject + " keeps the latency that it aims at in " + Figures.share(value) + " of the time, and wants "
                        + Figures.share(bound) + ".";
            case "load" ->
                "The disks of " + subject + " hold until " + Figures.about(value, 2) + " times today's load.";
            case "memory" ->
                "The guests on " + subject + " want " + Sizes.memory(value) + " of memory and have "
                        + Sizes.memory(bound) + ".";
            case "node-lost" ->
                "If " + subject + " is lost, " + other + " finds no room: it needs " + Sizes.memory(value) + ", and "
                        + (bound > 0 ? "at most " + Sizes.memory(bound) + " are free." : "nothing is free.");
            case "cores" ->
                other + " does not start on " + subject + ": it has " + cores(value) + ", and " + subject + " "
                        + threads(bound) + ".";
            case "cpu" ->
                "The guests on " + subject + " keep " + Figures.about(value, 2) + " of its " + cores(bound)
                        + " busy in the mean, which leaves little for peaks.";
            case "cores-lost" ->
                "If " + subject + " is lost, " + other + " starts nowhere: it has " + cores(value)
                        + ", and the node with memory for it " + threads(bound) + ".";
            case "cpu-lost" ->
                "If " + subject + " is lost, guests keep " + Figures.about(value, 2) + " of the " + cores(bound)
                        + " of " + other + " busy in the mean.";
            case "space" -> space(limit, subject);
            case "window" ->
                "The copies from " + subject + " take " + Hours.text(value) + " of the " + Hours.text(bound)
                        + " that they have.";
            case "window-later" ->
                "The copies from " + subject + " take " + Hours.text(value) + " of the " + Hours.text(bound)
                        + " that they have, and will be too long " + when(limit) + ".";
            default -> power(limit, subject, other);
        };
    }

    private static String space(Limit limit, String subject) {
        boolean today = isToday(limit);
        return today
                ? subject + " is " + Figures.share(limit.value()) + " full today, and gets slow above "
                        + Figures.share(limit.bound()) + "."
                : subject + " will be " + Figures.share(limit.bound()) + " full " + when(limit) + ".";
    }

    private static String power(Limit limit, String subject, String other) {
        double value = limit.value();
        double bound = limit.bound();
        return switch (limit.kind()) {
            case "ups" ->
                subject + " carries more than it may: " + watts(value) + ", and its limit is " + watts(bound) + ".";
            case "ups-busy" ->
                "With everything at full load " + subject + " carries " + watts(value) + ", and its limit is "
                        + watts(bound) + ".";
            case "ups-lost" ->
                "If " + other + " fails, " + subject + " carries " + watts(value) + ", and its limit is " + watts(bound)
                        + ".";
            case "outlet" ->
                "The socket at " + subject + " gives " + amps(value) + " and is rated for " + amps(bound) + ".";
            case "outlet-busy" ->
                "With everything at full load the socket at " + subject + " gives " + amps(value) + " and is rated for "
                        + amps(bound) + ".";
            case "breaker" ->
                "With the rest of the household on, the breaker at " + subject + " carries " + amps(value)
                        + " and bears " + amps(bound) + " for long.";
            case "inrush" ->
                "When power returns at " + subject + ", all at once is " + amps(value)
                        + ", and a breaker like this may trip above " + amps(bound) + ".";
            case "battery" ->
                subject + " lasts " + Hours.text(value / 60) + ", and the shutdown begins with "
                        + Hours.text(bound / 60) + " left.";
            default -> subject + " is short.";
        };
    }

    /** Returns when something is reached, without how well that is known. */
    public static String brief(Reached when) {
        return Days.brief(when);
    }

    /** Returns how long something takes, with its interval. */
    public static String seconds(Likely seconds) {
        return Known.text(seconds, value -> Hours.text(value / SECONDS_PER_HOUR));
    }

    private static String when(Limit limit) {
        Reached when = limit.when();
        return when == null ? "some day" : Days.text(when);
    }

    private static String cores(double count) {
        return Figures.about(count) + "\u00a0" + (count == 1 ? "core" : "cores");
    }

    private static String threads(double count) {
        return Figures.about(count) + "\u00a0" + (count == 1 ? "thread" : "threads");
    }

    private static String watts(double watts) {
        return Figures.about(watts, 3) + "\u00a0W";
    }

    private static String amps(double amps) {
        return Figures.about(amps, 2) + "\u00a0A";
    }
}
