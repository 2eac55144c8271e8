package org.rackdrill.simulator.validation;

import static org.rackdrill.simulator.validation.Quantity.CHANCE_OF_LOSS;
import static org.rackdrill.simulator.validation.Quantity.LOSSES_OF_1000;

import java.util.List;

/** Groups of disks with errors that nobody has found yet, as simulated elsewhere. */
final class DiskGroups {

    /** Losses by a second disk alone are one in 3600 groups. */
    private static final double ONE_IN_THOUSANDS = 0.4;

    private static final double ONE_IN_A_HUNDRED = 0.1;

    private static final double SELDOM = 0.05;

    private static final String PECHT = "Elerath and Pecht 2007, simulated in C";
    private static final String SCHINDLER = "Elerath and Schindler 2014, simulated in C";

    private DiskGroups() {}

    static List<Case> all() {
        Study pecht = Study.of("o19-group-of-disks");
        Study noErrors = pecht.with("exp(9259 h)", "never");
        String scrub = "\"weibull(shape 3, scale 168 h, location 6 h)\"";
        Study exponential = noErrors.with("weibull(shape 1.12, scale 461386 h)", "exp(461386 h)")
                .with("weibull(shape 2, scale 12 h, location 6 h)", "exp(12 h)");
        return List.of(
                losses("O19", exponential, "0.277", 0.007, PECHT).costly(ONE_IN_THOUSANDS),
                losses("O19", noErrors, "0.254", 0.007, PECHT).costly(ONE_IN_THOUSANDS),
                losses("O19", pecht.with(scrub, "never"), "1221.9", 2.2, PECHT),
                losses("O19", pecht.with(scrub, "\"weibull(shape 3, scale 12 h, location 6 h)\""), "15.78", 0.17, PECHT)
                        .costly(ONE_IN_A_HUNDRED),
                losses("O19", pecht, "136.0", 0.5, PECHT).costly(SELDOM),
                losses("O19", pecht.with("shape 1.12", "shape 1.2"), "118.7", 0.7, PECHT)
                        .costly(SELDOM),
                // The first year was printed without an interval; a tenth of the events of ten years were behind it.
                losses("O19", pecht.over(Exact.YEAR), "10.25", 0.15, PECHT).costly(ONE_IN_A_HUNDRED),
                losses("O20", Study.of("o20-sata-a"), "194.6", 0.9, SCHINDLER).costly(SELDOM),
                Case.of("O20", Study.of("o20-sata-a"), CHANCE_OF_LOSS, "0.1764", 0.1764, SCHINDLER)
                        .service("files")
                        .givenTo(0.0008)
                        .costly(SELDOM));
    }

    private static Case losses(String name, Study study, String printed, double half, String source) {
        return Case.of(name, study, LOSSES_OF_1000, printed, Double.parseDouble(printed), source)
                .service("files")
                .givenTo(half);
    }
}
