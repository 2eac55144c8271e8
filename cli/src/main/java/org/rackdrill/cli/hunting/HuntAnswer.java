package org.rackdrill.cli.hunting;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rackdrill.chaos.hunt.Candidate;
import org.rackdrill.chaos.hunt.Finding;
import org.rackdrill.chaos.hunt.Hunt;
import org.rackdrill.chaos.hunt.Plot;
import org.rackdrill.chaos.hunt.Quarry;
import org.rackdrill.chaos.hunt.Strike;

/**
 * What a hunt found, as a program reads it. Keys may be added, never renamed; times are in seconds from the start of the
 * week that is looked at.
 *
 * @param complete whether every set of the list was looked at
 * @param tried how many sets of one fault, of two and so on were simulated
 * @param sets how many smallest sets of faults with their starts break the goal
 */
public record HuntAnswer(
        String format,
        String rackdrill,
        String lab,
        String labHash,
        String goal,
        long seed,
        int horizonDays,
        int most,
        boolean complete,
        List<Listed> candidates,
        List<Long> tried,
        int sets,
        List<Found> found) {

    private static final String FORMAT = "1.0";

    /** Something that may break, and what usually ends it. */
    public record Listed(
            String fault, String target, @Nullable Double lastsSeconds, String ends) {}

    /**
     * Faults that break the goal together.
     *
     * @param hours of downtime, or of newest writes that are lost; none: all of some data
     * @param starts every combination of starts at which the hunt found them, before they were shrunk
     * @param drill the name of its file beside this one; none: not written
     */
    public record Found(
            List<Fault> faults,
            @Nullable Double hours,
            List<List<Double>> starts,
            @Nullable String drill) {}

    /** A fault of the shrunk set. */
    public record Fault(
            String fault,
            String target,
            double atSeconds,
            @Nullable Double lastsSeconds) {}

    static HuntAnswer of(String version, String lab, String labHash, Quarry quarry, DrillFiles drills) {
        return new HuntAnswer(
                FORMAT,
                version,
                lab,
                labHash,
                quarry.goal().text(),
                quarry.seed(),
                (int) Hunt.HORIZON.toDays(),
                quarry.most(),
                quarry.complete(),
                quarry.candidates().stream().map(HuntAnswer::listed).toList(),
                quarry.tried(),
                quarry.sets(),
                quarry.findings().stream()
                        .map(finding -> found(finding, drills))
                        .toList());
    }

    private static Listed listed(Candidate<?> candidate) {
        return new Listed(
                candidate.fault().kind().word(),
                candidate.target().text(),
                candidate.lasts().map(HuntAnswer::seconds).orElse(null),
                candidate.usual());
    }

    private static Found found(Finding finding, DrillFiles drills) {
        return new Found(
                finding.smallest().strikes().stream().map(HuntAnswer::fault).toList(),
                Double.isInfinite(finding.hours()) ? null : finding.hours(),
                finding.plots().stream().map(HuntAnswer::starts).toList(),
                drills.nameOf(finding).orElse(null));
    }

    private static Fault fault(Strike strike) {
        return new Fault(
                strike.candidate().fault().kind().word(),
                strike.candidate().target().text(),
                seconds(strike.at()),
                strike.lasts().map(HuntAnswer::seconds).orElse(null));
    }

    private static List<Double> starts(Plot plot) {
        return plot.strikes().stream().map(strike -> seconds(strike.at())).toList();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}
