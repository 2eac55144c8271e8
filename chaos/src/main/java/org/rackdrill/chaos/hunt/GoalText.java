package org.rackdrill.chaos.hunt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Scale;

/** Reads goals such as {@code jellyfin 99.9%}, {@code jellyfin 99.9% of a month} and {@code no data lost beyond 1 h}. */
public final class GoalText {

    /**
     * Data that are younger than this may be gone. A daily copy is a day old before the next one begins, and the next one
     * takes its time.
     */
    private static final Duration YOUNG = Duration.ofDays(2);

    private static final Pattern KEPT = Pattern.compile("no data lost(?: beyond (?<most>.+))?");
    private static final Pattern UPTIME = Pattern.compile(
            "(?<service>\\S+) +(?<slo>[0-9.]+) *%(?: (?:of|in|per) (?:a )?(?<period>week|month|year))?");
    private static final BigDecimal NANOS_OF_AN_HOUR = new BigDecimal("3600000000000");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private GoalText() {}

    /**
     * Reads a goal.
     *
     * @throws BadText when it is none, or about a service that the lab does not have
     */
    public static Goal read(String text, Lab lab) {
        String plain = text.strip().replaceAll("\\s+", " ");
        Matcher kept = KEPT.matcher(plain);
        if (kept.matches()) {
            if (lab.services().stream().allMatch(service -> service.data().isEmpty())) {
                throw new BadText("the lab keeps no data", "Give some service `data`, or another goal.");
            }
            String most = kept.group("most");
            return new Goal.Kept(plain, most == null ? YOUNG : time(most));
        }
        Matcher uptime = UPTIME.matcher(plain);
        if (!uptime.matches()) {
            throw new BadText("\"" + text + "\" is no goal", "Write it like \"jellyfin 99.9%\" or \"no data lost\".");
        }
        String service = String.valueOf(uptime.group("service"));
        if (lab.service(service).isEmpty()) {
            throw new BadText(
                    "the lab has no service " + service,
                    "There are " + lab.services().stream().map(Service::name).collect(Collectors.joining(", ")) + ".");
        }
        String period = uptime.group("period");
        return new Goal.Uptime(
                plain, service, allowed(String.valueOf(uptime.group("slo")), period == null ? "week" : period));
    }

    private static Duration time(String text) {
        return Duration.ofMillis(
                Math.round(Scale.TIME.parse(text) * Duration.ofHours(1).toMillis()));
    }

    /** Decimal, so that 99.9 % of a week leaves 604.8 s and not nearly that. */
    private static Duration allowed(String percent, String period) {
        BigDecimal left;
        try {
            left = HUNDRED.subtract(new BigDecimal(percent)).divide(HUNDRED);
        } catch (NumberFormatException e) {
            throw new BadText("\"" + percent + "\" is no number", "Write it like \"99.9%\".");
        }
        if (left.signum() < 0) {
            throw new BadText(percent + " % is more than all", "Write a percentage up to 100, like \"99.9%\".");
        }
        BigDecimal hours = BigDecimal.valueOf(Scale.TIME.parse("1 " + period));
        return Duration.ofNanos(left.multiply(hours)
                .multiply(NANOS_OF_AN_HOUR)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
