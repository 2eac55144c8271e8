package org.rackdrill.simulator.validation;

import static org.rackdrill.simulator.validation.Quantity.AVAILABILITY;
import static org.rackdrill.simulator.validation.Quantity.CHANCE_OF_A_GOOD_YEAR;
import static org.rackdrill.simulator.validation.Quantity.CHANCE_OF_OUTAGE;
import static org.rackdrill.simulator.validation.Quantity.HOURS_GAINED;
import static org.rackdrill.simulator.validation.Quantity.HOURS_UP;
import static org.rackdrill.simulator.validation.Quantity.MINUTES_DOWN;
import static org.rackdrill.simulator.validation.Quantity.OUTAGES_A_YEAR;
import static org.rackdrill.simulator.validation.Quantity.UNAVAILABILITY;
import static org.rackdrill.simulator.validation.Quantity.UNPROTECTED;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The table of known answers, for the quick form and the full one. */
final class Cases {

    /** Half-widths in the full form for what takes many years to show. */
    private static final double SELDOM = 0.02;

    private static final double HARDLY_EVER = 0.05;

    /** For what removing a link gives back: the simulator takes only 12 to 50 histories for that. */
    private static final double GAIN = 0.1;

    private static final double ONE_IN_A_THOUSAND = 0.1;

    private static final String PARALLEL = "Markov chain of a parallel system";
    private static final String TAKACS = "Takács' distribution of downtime";
    private static final String TESTED = "1 - (1 - exp(-x))/x, x = interval / mean life";
    private static final String STORM = "test of the Storm model checker (moves-rwth/storm)";
    private static final String AUSNET = "AusNet's targets for 2025; closed form";
    private static final String EVOENERGY = "Evoenergy's printed indices; closed form";

    private Cases() {}

    static List<Case> all() {
        return Stream.of(
                        o8(),
                        o9(),
                        o10(),
                        o11(),
                        o12(),
                        o13(),
                        o14(),
                        o15(),
                        o16(),
                        o26(),
                        o27(),
                        o28(),
                        o29(),
                        o40(),
                        mirror(),
                        DiskGroups.all(),
                        Composites.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> o8() {
        Study own = Study.of("o8-one-of-two").asking(0.95, 1.9);
        Study shared = Study.of("o8-one-crew").asking(0.95, 1.9);
        double oneOfTwo = Markov.parts(2, 3, 1e-4, 1 / 24.0, 2).shareOver(2, own.horizon());
        double oneCrew = Markov.parts(2, 3, 1e-4, 1 / 24.0, 1).shareOver(2, shared.horizon());
        double lost = Markov.parts(2, 3, 1e-4, 1 / 24.0, 1).untilLast().chanceAt(2, own.horizon());
        double alone = 1 - Exact.availability(10_000, 24);
        double meanHours = Exact.timeToSecondLoss(2, 1, 10_000, 24);
        return List.of(
                Case.of("O8", own, AVAILABILITY, "0.9999942675", 1 - alone * alone, PARALLEL)
                        .shows(1 - oneOfTwo)
                        .costly(SELDOM),
                Case.of("O8", own, CHANCE_OF_OUTAGE, "2098333.33", meanHours, PARALLEL + ", mean hours to failure")
                        .shows(lost)
                        .costly(SELDOM),
                Case.of("O8", shared, AVAILABILITY, "0.9999885352", 1 - Exact.allBrokenOneCrew(2, 10_000, 24), PARALLEL)
                        .shows(1 - oneCrew)
                        .costly(SELDOM),
                Case.of("O8", shared, CHANCE_OF_OUTAGE, "2098333.33", meanHours, PARALLEL + ", mean hours to failure")
                        .shows(lost)
                        .costly(SELDOM));
    }

    private static List<Case> o9() {
        Study own = Study.of("o9-majority").over(50 * Exact.YEAR).asking(0.95, 1.9);
        Study shared = Study.of("o9-one-crew").over(50 * Exact.YEAR).asking(0.95, 1.9);
        Study often = Study.of("o9-majority")
                .with("fails: exp(10000 h), repairs: exp(24 h)", "fails: exp(990 h), repairs: exp(10 h)");
        double works = Exact.availability(10_000, 24);
        double lost = Markov.parts(3, 3, 1e-4, 1 / 24.0, 1).untilLast().chanceAt(2, own.horizon());
        double meanHours = Exact.timeToSecondLoss(3, 2, 10_000, 24);
        return List.of(
                Case.of("O9", own, UNAVAILABILITY, "1.716990e-5", 1 - Exact.majority(works), PARALLEL)
                        .shows(majorityGone(own, 1e-4, 1 / 24.0, 3))
                        .costly(SELDOM),
                Case.of("O9", own, CHANCE_OF_OUTAGE, "702777.78", meanHours, PARALLEL + ", mean hours to failure")
                        .shows(lost)
                        .costly(SELDOM),
                Case.of("O9", shared, UNAVAILABILITY, "3.439411e-5", Exact.majorityGoneOneCrew(10_000, 24), PARALLEL)
                        .shows(majorityGone(shared, 1e-4, 1 / 24.0, 1))
                        .costly(SELDOM),
                Case.of("O9", often, AVAILABILITY, "0.999702", Exact.majority(0.99), "3p^2 - 2p^3")
                        .shows(1 - majorityGone(often, 1 / 990.0, 0.1, 3)));
    }

    private static double majorityGone(Study study, double failure, double repair, int crews) {
        Markov chain = Markov.parts(3, 4, failure, repair, crews);
        return chain.shareOver(2, study.horizon()) + chain.shareOver(3, study.horizon());
    }

    private static List<Case> o10() {
        Study study = Study.of("o10-not-exponential");
        double up = Exact.weibullMean(1.5, 20_000);
        double down = Exact.lognormalMean(4, 0.8);
        double failures = Exact.failuresUntil(study.horizon(), 1.5, 20_000, down);
        // A repair that the end cuts short counts only in part.
        double cut = Exact.lognormalSecondMoment(4, 0.8) / 2 / (up + down);
        double hoursDown = failures * down - cut;
        return List.of(
                Case.of(
                                "O10",
                                study,
                                AVAILABILITY,
                                "0.9996949953",
                                Exact.availability(up, down),
                                "renewal theory; over 200 years the renewal equation")
                        .shows(1 - hoursDown / study.horizon()),
                Case.of(
                                "O10",
                                study,
                                OUTAGES_A_YEAR,
                                "0.485039",
                                Exact.YEAR / (up + down),
                                "renewal theory; over 200 years the renewal equation")
                        .shows(failures / study.horizon() * Exact.YEAR)
                        .dispersed(Exact.weibullVariance(1.5, 20_000) / up / up));
    }

    private static List<Case> o11() {
        Study firstYear = Study.of("o11-starting-up");
        Study longRun = Study.of("o11-starting-up").over(100 * Exact.YEAR);
        return List.of(
                Case.of(
                        "O11",
                        firstYear,
                        AVAILABILITY,
                        "0.998404012",
                        Exact.availabilityOver(Exact.YEAR, 5000, 8),
                        "Markov chain of two states"),
                Case.of(
                                "O11",
                                longRun,
                                AVAILABILITY,
                                "0.998402556",
                                Exact.availability(5000, 8),
                                "Markov chain of two states")
                        .shows(Exact.availabilityOver(longRun.horizon(), 5000, 8)));
    }

    private static List<Case> o12() {
        Study seldom = Study.of("o12-sla-year").from(65_000, 400_000);
        Study often = Study.of("o12-sla-year")
                .with("fails: exp(5000 h), repairs: exp(8 h)", "fails: exp(1000 h), repairs: exp(4 h)")
                .from(9_500, 240_000);
        return List.of(
                goodYear(seldom, "cool-999", "0.472841", 0.001, 5000, 8),
                goodYear(seldom, "cool-9975", "0.764172", 0.0025, 5000, 8),
                goodYear(seldom, "cool-995", "0.950178", 0.005, 5000, 8).costly(SELDOM),
                goodYear(longRun("99%", 5000, 8).from(26_000, 26_000), "cool", "0.998579", 0.01, 5000, 8)
                        .costly(HARDLY_EVER),
                goodYear(longRun("99.9%", 1000, 4).from(1_100, 27_000), "cool", "0.027298", 0.001, 1000, 4),
                goodYear(often, "cool-9975", "0.230982", 0.0025, 1000, 4),
                goodYear(often, "cool-995", "0.731907", 0.005, 1000, 4),
                goodYear(longRun("99%", 1000, 4).from(5_300, 33_000), "cool", "0.994590", 0.01, 1000, 4)
                        .costly(SELDOM),
                Case.of(
                                "O12",
                                often,
                                AVAILABILITY,
                                "0.9960159",
                                Exact.availability(1000, 4),
                                "Markov chain of two states")
                        .service("cool-99")
                        .shows(Exact.availabilityOver(Exact.YEAR, 1000, 4)));
    }

    /** Where a good or a bad year is rare, many years in one history: the first is as in O12, the others begin anywhere. */
    private static Study longRun(String goal, int up, int down) {
        String lives = "{fails: exp(%d h), repairs: exp(%d h)}".formatted(up, down);
        return Study.of("o11-starting-up")
                .with("box: {fails: exp(5000 h), repairs: exp(8 h)}", "box: " + lives)
                .with("cool: {needs: [box]}", "cool: {needs: [box], slo: %s}".formatted(goal))
                .over(100 * Exact.YEAR);
    }

    private static Case goodYear(Study study, String service, String printed, double share, double up, double down) {
        double allowed = share * Exact.YEAR;
        double first = Exact.downAtMost(allowed, Exact.YEAR, up, down);
        double later = Exact.downAtMostInLaterYears(allowed, up, down);
        double years = study.horizon() / Exact.YEAR;
        return Case.of("O12", study, CHANCE_OF_A_GOOD_YEAR, printed, first, TAKACS)
                .service(service)
                .shows(later + (first - later) / years);
    }

    private static List<Case> o13() {
        String byHand = "ReliaWiki, repairable systems; by hand";
        return Stream.of("o13-trace", "o13-trace-ageing")
                .flatMap(lab -> Stream.of(
                        Case.of("O13", Study.of(lab), AVAILABILITY, "0.866667", 260 / 300.0, byHand),
                        Case.of("O13", Study.of(lab), OUTAGES_A_YEAR, "4", 4, byHand + ", 4 in 300 h")
                                .shows(4 / 300.0 * Exact.YEAR)
                                .dispersed(0)))
                .toList();
    }

    private static List<Case> o14() {
        String equation = "renewal equation, replacements in 87,600 h";
        Study study = Study.of("o14-slots").from(20_000, 460_000);
        return List.of(
                slot(study, "slot1", "0.154198", 1.12, 461_386, equation),
                slot(study, "slot2", "1.94550", 1.5, 43_800, equation));
    }

    private static Case slot(Study study, String service, String printed, double shape, double scale, String source) {
        double replaced = Exact.failuresUntil(study.horizon(), shape, scale, 0);
        return Case.of("O14", study, OUTAGES_A_YEAR, printed, replaced, source)
                .service(service)
                .shows(replaced * Exact.YEAR / study.horizon());
    }

    private static List<Case> o15() {
        double ordered = 0.9 / 365 * 14;
        return List.of(
                waiting(0, "0.0339315", 1 - Math.exp(-ordered)),
                waiting(1, "5.82298e-4", 1 - Math.exp(-ordered) * (1 + ordered)).costly(SELDOM));
    }

    /** One of nine waits when more are ordered than were in the drawer; whoever waits does not fail meanwhile. */
    private static Case waiting(int spares, String printed, double palm) {
        Study study = Study.of("o15-spares")
                .with("spares: {generic-switch-1g: 1}", "spares: {generic-switch-1g: " + spares + "}");
        double[] weights = new double[spares + 10];
        weights[0] = 1;
        for (int n = 1; n < weights.length; n++) {
            int running = 9 - Math.max(0, n - 1 - spares);
            weights[n] = weights[n - 1] * running * 0.1 / 365 * 14 / n;
        }
        double all = Arrays.stream(weights).sum();
        double nobody = Arrays.stream(weights, 0, spares + 1).sum();
        return Case.of("O15", study, UNAVAILABILITY, printed, palm, "Palm's theorem; nine sources")
                .service("all")
                .shows(1 - nobody / all);
    }

    private static List<Case> o16() {
        return List.of(
                hidden("o16-hidden-failure", "0.00726460", 730),
                hidden("o16-hidden-failure-4380", "0.0425486", 4380),
                hidden("o16-hidden-failure-8760", "0.0827006", 8760),
                covered(4380, "0.0425486", 182 * 24),
                covered(730, "0.00726460", 30 * 24).costly(SELDOM));
    }

    /** The same through coverage: a copy that decays unseen and is rehearsed, in the mornings of whole days. */
    private static Case covered(double between, String printed, double inWholeDays) {
        Study study = Study.of("o16-coverage")
                .with("drills: {restore: every 4380 h}", "drills: {restore: every %.0f h}".formatted(between))
                .with("tested: every 4380 h", "tested: every %.0f h".formatted(between))
                .from(1_050, 26_000);
        return Case.of("O16", study, UNPROTECTED, printed, Exact.hidden(between, 50_000), TESTED)
                .shows(Exact.hidden(inWholeDays, 50_000))
                .service("restores of files from spare/tank");
    }

    private static Case hidden(String lab, String printed, double between) {
        return Case.of("O16", Study.of(lab), UNAVAILABILITY, printed, Exact.hidden(between, 50_000), TESTED)
                .service("restore");
    }

    private static List<Case> o26() {
        double none = Math.exp(-0.3) * Math.exp(-0.4) * Math.exp(-1);
        double two = Math.exp(-0.7) + Math.exp(-1.3) + Math.exp(-1.4);
        // One of both goes at 0.5 + 0.15 an hour, the other one at 0.5.
        double spare = 1 - (0.65 * Math.exp(-0.5) - 0.5 * Math.exp(-0.65)) / 0.15;
        return List.of(
                lost("o26-and", 4_300, 107_000, "0.3995764009", Math.pow(1 - Math.exp(-1), 2)),
                Case.of("O26", untilLost("o26-and"), HOURS_UP, "3", 2 + 2 - 1, STORM),
                lost("o26-voting", 5_500, 135_000, "0.3496529873", 1 - two + 2 * none),
                Case.of(
                        "O26",
                        untilLost("o26-voting"),
                        HOURS_UP,
                        "2685/1547",
                        1 / 0.7 + 1 / 1.3 + 1 / 1.4 - 2 / 1.7,
                        STORM),
                lost("o26-spare", 23_000, 570_000, "0.1118530638", spare),
                Case.of("O26", untilLost("o26-spare"), HOURS_UP, "46/13", 1 / 0.65 + 1 / 0.5, STORM));
    }

    private static Case lost(String lab, int quick, int full, String printed, double chance) {
        return Case.of("O26", Study.of(lab).from(quick, full), CHANCE_OF_OUTAGE, printed, chance, STORM);
    }

    /** In 60 hours nothing is left: of what lives for 2 hours, one in ten thousand million. */
    private static Study untilLost(String lab) {
        return Study.of(lab).over(60).asking(0.03, 0.03);
    }

    private static List<Case> o27() {
        double trains = Math.pow(1 - 0.92 * 0.92, 3);
        double down = 1 - 0.98 * 0.98 * (1 - trains);
        return List.of(Case.of(
                "O27",
                Study.of("o27-common-cause").from(64_000, 1_550_000),
                CHANCE_OF_OUTAGE,
                "0.04308037",
                down,
                "beta-factor example of SCRAM (rakhimov/scram)"));
    }

    private static List<Case> o28() {
        Study study = Study.of("o28-bridge");
        String series = "series-parallel reduction around the cross link";
        double arm = Exact.bridge(1, 0.9, 0.9, 0.9, 0.9) - Exact.bridge(0, 0.9, 0.9, 0.9, 0.9);
        double across = Exact.bridge(0.9, 0.9, 0.9, 0.9, 1) - Exact.bridge(0.9, 0.9, 0.9, 0.9, 0);
        double through = Exact.bridge(0.9, 0.9, 0.9, 0.9, 0.9);
        double soFar = Exact.meanOver(study.horizon(), 3000, t -> {
            double p = 0.9 + 0.1 * Math.exp(-t / 90);
            return Exact.bridge(p, p, p, p, p);
        });
        Case whole =
                Case.of("O28", study, AVAILABILITY, "0.97848", through, series).shows(soFar);
        Stream<Case> arms = Stream.of("in1", "in2", "out1", "out2")
                .map(link -> gain(study, link, "0.1062", arm, "Birnbaum importance of an arm"));
        Case cross = gain(study, "across", "0.0162", across, "Birnbaum importance of the cross link");
        return Stream.concat(Stream.of(whole), Stream.concat(arms, Stream.of(cross)))
                .toList();
    }

    private static Case gain(Study study, String link, String printed, double importance, String source) {
        return Case.of("O28", study, HOURS_GAINED, printed, importance, source)
                .without(link)
                .shows(0.1 * importance * Exact.YEAR)
                .costly(GAIN);
    }

    /** What a guide gets wrong by a factor of two. */
    private static List<Case> mirror() {
        Study study = Study.of("half-a-mirror").from(800_000, 800_000);
        return List.of(Case.of("mirror", study, CHANCE_OF_OUTAGE, "0.0009", 0.03 * 0.03, "p squared")
                .costly(ONE_IN_A_THOUSAND));
    }

    private static List<Case> o29() {
        Study half = Study.of("o29-mains-ups").asking(0.9, 0.9).from(570, 14_000);
        String lognormal = "\"lognormal(median 47.701721 min, sigma 1.2)\"";
        Study skewed = half.with("exp(97.753 min)", lognormal);
        double beyond = Exact.lognormalBeyond(30, 98 * Math.exp(-0.72), 1.2);
        double excess = Exact.lognormalExcess(30, 98 * Math.exp(-0.72), 1.2);
        return Stream.of(
                        battery("O29", half, 0.89, 97.753, 10, "0.80346", "78.540", AUSNET),
                        battery("O29", half, 0.89, 97.753, 30, "0.65480", "64.008", AUSNET),
                        battery("O29", half, 0.89, 97.753, 60, "0.48175", "47.093", AUSNET),
                        battery("O29", half, 0.89, 97.753, 120, "0.26077", "25.491", AUSNET),
                        pair("O29", skewed, 0.89, 98, 0.89 * beyond, 0.89 * excess, "0.57888", "64.942", AUSNET))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> o40() {
        Study evoenergy = Study.of("o29-mains-ups")
                .asking(0.9, 0.9)
                .from(620, 15_000)
                .with("fails: exp(9842.696629 h), lasts: exp(97.753 min)", "fails: exp(7300 h), lasts: exp(74.6 min)");
        return Stream.of(
                        battery("O40", evoenergy, 1.2, 74.6, 10, "1.04946", "78.290", EVOENERGY),
                        battery("O40", evoenergy, 1.2, 74.6, 30, "0.80266", "59.878", EVOENERGY),
                        battery("O40", evoenergy, 1.2, 74.6, 60, "0.53689", "40.052", EVOENERGY),
                        battery("O40", evoenergy, 1.2, 74.6, 120, "0.24021", "17.919", EVOENERGY))
                .flatMap(List::stream)
                .toList();
    }

    /** Exponential outages behind a battery that is always full: those that outlast it, by what they outlast it. */
    private static List<Case> battery(
            String name,
            Study study,
            double aYear,
            double meanMinutes,
            int batteryMinutes,
            String outages,
            String minutes,
            String source) {
        Study other = batteryMinutes == 30
                ? study
                : study.with("{100 W: 30 min}", "{100 W: %d min}".formatted(batteryMinutes));
        double outlast = aYear * Math.exp(-batteryMinutes / meanMinutes);
        return pair(name, other, aYear, meanMinutes, outlast, outlast * meanMinutes, outages, minutes, source);
    }

    private static List<Case> pair(
            String name,
            Study study,
            double aYear,
            double meanMinutes,
            double outages,
            double minutes,
            String printedOutages,
            String printedMinutes,
            String source) {
        // The lab's clock to the next outage stands still during one.
        double clock = Exact.availabilityOver(study.horizon(), Exact.YEAR / aYear, meanMinutes / 60);
        return List.of(
                Case.of(name, study, OUTAGES_A_YEAR, printedOutages, outages, source)
                        .service("lamp")
                        .shows(outages * clock),
                Case.of(name, study, MINUTES_DOWN, printedMinutes, minutes, source)
                        .service("lamp")
                        .shows(minutes * clock));
    }
}
