package org.rackdrill.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rackdrill.reports.capacity.LimitWords;
import org.rackdrill.reports.capacity.ProcessorWords;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.capacity.Likely;
import org.rackdrill.simulator.capacity.MemoryAnswer;
import org.rackdrill.simulator.capacity.NetworkAnswer;
import org.rackdrill.simulator.capacity.PowerAnswer;
import org.rackdrill.simulator.capacity.SpaceAnswer;
import org.rackdrill.simulator.capacity.StorageAnswer;

/** The capacity of a lab in a terminal: at most 24 lines of at most 80 columns, the verdict first, the next command last. */
public final class CapacitySummary {
    private static final int WIDTH = 80;
    private static final int MOST_HEADLINES = 3;
    private static final int MOST_LIMITS = 3;
    private static final int MOST_POOLS = 3;
    private static final int MOST_FEELS = 3;

    private final Capacity capacity;
    private final Sheet sheet;

    private CapacitySummary(Capacity capacity, boolean colour) {
        this.capacity = capacity;
        this.sheet = new Sheet(WIDTH, colour);
    }

    /**
     * Returns the summary.
     *
     * @param next what to type next
     */
    public static String text(Capacity capacity, String next, boolean colour) {
        return new CapacitySummary(capacity, colour).of(next);
    }

    private String of(String next) {
        sheet.wrapped(LimitWords.headline(capacity), MOST_HEADLINES, Sheet.BOLD);
        sheet.blank();
        capacity.limits().stream()
                .skip(1)
                .limit(MOST_LIMITS)
                .forEach(limit -> sheet.wrapped(LimitWords.sentence(limit), 1, Sheet.YELLOW));
        sheet.blank();
        capacity.pools().stream().limit(MOST_POOLS).forEach(this::disks);
        capacity.overloads().stream().limit(1).forEach(pool -> sheet.fact("Disks", pool.pool(), " " + pool.sentence()));
        capacity.feels().stream()
                .sorted(Comparator.comparingDouble(feel -> -feel.seconds().best()))
                .limit(MOST_FEELS)
                .forEach(this::feels);
        remedy();
        space();
        memory();
        if (!capacity.cpu().lost().isEmpty()) {
            sheet.fact("Processors", ProcessorWords.brief(capacity.cpu()));
        }
        network();
        power();
        sheet.blank();
        sheet.command("Next", next);
        return sheet.text();
    }

    private void disks(Capacity.OfPool pool) {
        sheet.fact(
                "Disks",
                pool.name(),
                ": " + Figures.share(pool.utilisation().p75().best()) + " busy or more 6 h a day, limit at "
                        + Figures.about(pool.saturatesAt().best(), 2) + "x load");
    }

    private void feels(StorageAnswer.OfFeel feel) {
        sheet.fact("Feels", feel.what(), ": " + LimitWords.seconds(feel.seconds()));
    }

    private void remedy() {
        capacity.remedies().stream().findFirst().ifPresent(remedy -> {
            String page = remedy.seconds()
                    .map(seconds -> ": that takes " + Hours.text(seconds / 3600) + " then, disks ")
                    .orElse(": disks ");
            sheet.fact("Would help", remedy.change(), page + Figures.share(remedy.utilisationP75()) + " busy");
        });
    }

    private void space() {
        Optional<SpaceAnswer.OfPool> first = capacity.space().pools().stream()
                .min(Comparator.comparingDouble(CapacitySummary::years)
                        .thenComparingDouble(pool -> -pool.usedShare().best()));
        first.ifPresent(pool -> sheet.fact(
                "Space",
                pool.name(),
                ": " + Figures.share(pool.usedShare().best()) + " used, " + Figures.share(pool.ruleShare()) + " "
                        + LimitWords.brief(pool.rule())));
    }

    private static double years(SpaceAnswer.OfPool pool) {
        Double years = pool.rule().years();
        return years == null ? Double.POSITIVE_INFINITY : years;
    }

    private void memory() {
        List<MemoryAnswer.Lost> lost = capacity.memory().lost();
        if (lost.size() < 2) {
            return;
        }
        String homeless = lost.stream()
                .filter(one -> one.out().stream().anyMatch(out -> out.why().equals("no-room")))
                .map(MemoryAnswer.Lost::node)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        sheet.fact(
                "Memory",
                !capacity.memory().movable()
                        ? "nothing can start on another node than its own"
                        : homeless.isEmpty()
                                ? "whatever node is lost, what can start elsewhere finds room there"
                                : "not everything finds room elsewhere when this is lost: " + homeless);
    }

    private void network() {
        capacity.network().jobs().stream()
                .max(Comparator.comparingDouble(job -> job.share().best()))
                .ifPresent(job -> sheet.fact("Copies", job.name(), ": " + hours(job)));
    }

    private static String hours(NetworkAnswer.Job job) {
        Likely hours = job.hours();
        return Hours.withRange(hours.best(), hours.low(), hours.high()) + " of " + Hours.text(job.windowHours());
    }

    private void power() {
        PowerAnswer power = capacity.power();
        if (!(power.watts().best() > 0)) {
            return;
        }
        String ups = power.ups().stream()
                .flatMap(one -> one.usual().stream())
                .findFirst()
                .map(load -> ", UPS " + Figures.share(load.share().best()) + " loaded for "
                        + Hours.text(load.minutes().best() / 60))
                .orElse(", no UPS");
        sheet.fact(
                "Power",
                Figures.about(power.watts().best(), 3) + " W, "
                        + power.sites().stream()
                                .findFirst()
                                .map(site -> Figures.about(site.amps().best(), 2) + " of "
                                        + Figures.about(site.outletAmps()) + " A")
                                .orElse("")
                        + ups);
        Likely cost = power.costPerYear();
        sheet.fact(
                "Costs",
                Figures.about(cost.best(), 3) + " (" + Figures.about(cost.low(), 2) + " to "
                        + Figures.about(cost.high(), 2) + ") " + power.currency() + " a year for "
                        + Figures.about(power.kWhPerYear().best(), 3) + " kWh");
    }
}
