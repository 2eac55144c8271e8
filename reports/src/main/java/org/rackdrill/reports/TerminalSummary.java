package org.rackdrill.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Uptime;
import org.rackdrill.reports.simulation.Culprit;
import org.rackdrill.reports.simulation.DrillWords;
import org.rackdrill.reports.simulation.Exactness;
import org.rackdrill.reports.simulation.Fate;
import org.rackdrill.reports.simulation.Goals;
import org.rackdrill.reports.simulation.Headline;
import org.rackdrill.reports.simulation.Offer;
import org.rackdrill.reports.simulation.Standing;
import org.rackdrill.reports.simulation.Worry;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Drilling;
import org.rackdrill.simulator.study.Results.Estimate;
import org.rackdrill.simulator.study.Results.Gain;
import org.rackdrill.simulator.study.Results.Power;
import org.rackdrill.simulator.study.Results.Service;
import org.rackdrill.simulator.study.Results.Toil;

/** The answer in a terminal: at most 24 lines of at most 80 columns, the verdict first, the next command last. */
public final class TerminalSummary {
    private static final int WIDTH = 80;
    private static final int LONGEST_LAB = 48;
    private static final int MOST_SERVICES = 10;
    private static final int MOST_HEADLINES = 3;
    private static final int LONGEST_NAME = 12;

    private final Sheet sheet;

    private TerminalSummary(boolean colour) {
        this.sheet = new Sheet(WIDTH, colour);
    }

    /** Returns the summary; the last line says how to see what the answer rests on. */
    public static String text(Results results, boolean colour) {
        String lab = Columns.plain(results.lab());
        boolean fits = Columns.width(lab) <= LONGEST_LAB;
        return text(results, fits ? "rackdrill explain " + lab : "rackdrill explain --help", colour);
    }

    /**
     * Returns the summary.
     *
     * @param next what to type next
     */
    public static String text(Results results, String next, boolean colour) {
        return new TerminalSummary(colour).of(results, next);
    }

    /** Returns the summary of a comparison; the last line says how to look at the last lab alone. */
    public static String comparison(Comparison comparison, boolean colour) {
        int labs = comparison.labs().size();
        String last =
                labs == 0 ? "" : Columns.plain(comparison.labs().get(labs - 1).lab());
        boolean fits = !last.isEmpty() && Columns.width(last) <= LONGEST_LAB;
        return comparison(comparison, "rackdrill simulate " + (fits ? last : "--help"), colour);
    }

    /**
     * Returns the summary of a comparison.
     *
     * @param next what to type next
     */
    public static String comparison(Comparison comparison, String next, boolean colour) {
        return new ComparisonLines(comparison, colour).text(next);
    }

    private String of(Results results, String next) {
        sheet.wrapped(Headline.of(results), MOST_HEADLINES, Sheet.BOLD);
        if (results.partial()) {
            sheet.line("Interrupted: the ranges are wider than asked for.", Sheet.PLAIN);
        }
        sheet.blank();
        Optional<Drilling> drill = DrillWords.worthMostFirst(results.drilling()).stream()
                .filter(DrillWords::isWorthALine)
                .findFirst();
        boolean exact = !Exactness.sentence(results).isEmpty();
        int more = (drill.isPresent() ? 1 : 0) + (exact ? 1 : 0) + (results.variant() == null ? 0 : 1);
        services(Goals.worstFirst(results), MOST_SERVICES - more);
        sheet.blank();
        List<Culprit> culprits = Culprit.of(results);
        worstCause(culprits);
        Offer.first(results)
                .ifPresentOrElse(this::offer, () -> Worry.of(culprits).ifPresent(this::worry));
        drill.ifPresent(most -> sheet.fact("Drills", DrillWords.brief(most)));
        if (results.variant() == null) {
            data(Fate.of(results));
            toil(results.toil());
            power(results.power());
        }
        warnings(results.warnings());
        if (results.variant() != null) {
            sheet.fact("Variant", "exponentialised: no data, no people, no power bill; not the lab");
        }
        if (exact) {
            sheet.fact("Exact", Exactness.brief(results));
        }
        sheet.blank();
        sheet.command("Next", next);
        return sheet.text();
    }

    private void services(List<Service> services, int most) {
        int shown = services.size() <= most ? services.size() : most - 1;
        int name = services.stream()
                .limit(shown)
                .mapToInt(service -> Columns.width(Columns.plain(service.name())))
                .max()
                .orElse(0);
        int width = Math.min(20, name);
        services.stream()
                .limit(shown)
                .forEach(service -> sheet.line(row(service, width), colour(Standing.of(service))));
        if (shown < services.size()) {
            sheet.line("    and " + rest(services.subList(shown, services.size())), Sheet.PLAIN);
        }
    }

    private static String row(Service service, int width) {
        Standing standing = Standing.of(service);
        Estimate available = service.availability();
        String interval = "(" + Uptime.range(available.low(), available.high()) + ")";
        return "  " + standing.mark() + " " + Columns.fitted(standing.word(), 9)
                + Columns.fitted(Columns.plain(service.name()), width) + "  "
                + Columns.fitted(Uptime.text(available.mean(), available.low(), available.high()), 10)
                + Columns.fitted(interval, 21) + "goal " + Figures.goal(service.slo());
    }

    private static String rest(List<Service> others) {
        boolean allKeep = others.stream().allMatch(service -> Standing.of(service) == Standing.WILL);
        return Spoken.count(others.size()) + " more"
                + (allKeep ? ", all keep their goal" : ", none in a worse standing");
    }

    private static String colour(Standing standing) {
        return switch (standing) {
            case WILL -> Sheet.GREEN;
            case WILL_NOT -> Sheet.RED;
            default -> Sheet.YELLOW;
        };
    }

    private void worstCause(List<Culprit> culprits) {
        if (culprits.isEmpty()) {
            sheet.fact("Worst cause", "none: nothing went down in any simulated year");
            return;
        }
        Culprit worst = culprits.get(0);
        sheet.fact(
                "Worst cause",
                worst.label(),
                ", " + Figures.share(worst.share()) + " of all downtime, " + Hours.text(worst.hours()) + " a year");
    }

    private void offer(Offer offer) {
        Gain gain = offer.improvement().gain();
        String what = offer.improvement().what();
        String price = ", " + Columns.plain(offer.price()) + ", gives back ";
        String whole = price + Hours.withRange(gain.hoursPerYear(), gain.low(), gain.high()) + " a year";
        // What it is matters more than how well its gain is known, which the report says.
        boolean fits = Columns.width(Columns.plain(what) + whole) <= WIDTH - Columns.width("Cheapest fix  ");
        sheet.fact("Cheapest fix", what, fits ? whole : price + Hours.text(gain.hoursPerYear()) + " a year");
    }

    private void worry(Worry worry) {
        String back = Hours.withRange(
                worry.gain().hoursPerYear(), worry.gain().low(), worry.gain().high());
        sheet.fact(
                worry.free() ? "Cheapest fix" : "Best fix",
                worry.culprit().label(),
                ", gives back " + back + " a year");
    }

    private void data(List<Fate> fates) {
        if (fates.isEmpty()) {
            sheet.fact("Data", "unknown: the lab file names none");
            return;
        }
        Fate worst = fates.get(0);
        String by = worst.mostlyBy().isEmpty() ? "" : ", " + Columns.plain(worst.mostlyBy());
        String without = worst.worst().lossLeavesOut().isEmpty() ? "" : ", not all counted";
        String said = " lost in ten years: " + worst.chance();
        int name =
                Math.min(LONGEST_NAME, Columns.width(Columns.plain(worst.worst().name())));
        int room = WIDTH - name - Columns.width("Data          " + said + without);
        sheet.fact("Data", worst.worst().name(), said + (Columns.width(by) <= room ? by : "") + without);
    }

    private void toil(Toil toil) {
        sheet.fact(
                "Toil",
                Figures.about(toil.handsOnHoursPerYear(), 2) + " h a year by hand, "
                        + Figures.about(toil.nightsWokenPerYear(), 2) + " nights woken, "
                        + Figures.about(toil.interventionsPerWeek(), 2) + " interventions a week");
    }

    private void power(Power power) {
        List<String> parts = new ArrayList<>();
        parts.add(Figures.about(power.watts(), 3) + " W");
        parts.add(Figures.about(power.amps(), 2) + " of " + Figures.about(power.outletAmps()) + " A");
        Double minutes = power.upsMinutes();
        parts.add(minutes == null ? "no UPS" : "UPS " + Hours.text(minutes / 60));
        parts.add(Figures.about(power.kWhPerYear(), 3) + " kWh and "
                + Figures.whole(power.costPerYear().amount()) + " "
                + Columns.cut(Columns.plain(power.costPerYear().currency()), 8) + " a year");
        sheet.fact("Power", String.join(", ", parts));
    }

    private void warnings(List<String> warnings) {
        if (!warnings.isEmpty()) {
            sheet.fact("Warnings", Spoken.count(warnings.size()) + ", in the report");
        }
    }
}
