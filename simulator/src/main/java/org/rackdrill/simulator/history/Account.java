package org.rackdrill.simulator.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.statistics.LogHistogram;
import org.rackdrill.simulator.statistics.Nested;

/** What all histories of a study came to. Tallies are added in the order of their histories. */
public final class Account {

    /** How many simulated years are remembered, to choose a typical and a bad one from. */
    private static final int YEARS_REMEMBERED = 20_000;

    /** One simulated year. */
    public record Year(long history, int year, double meanHoursDown) {}

    private final CompiledLab lab;
    private final double horizon;
    private final int draws;
    private final Nested[] unavailability;
    private final Nested[] goodYears;
    private final double[] causeHours;
    private final double[] causeSquares;
    private final double[] planned;
    private final double[] inUse;
    private final long[] outages;
    private final long[] historiesWithOutage;
    private final LogHistogram[] outageHours;
    private final LogHistogram[] yearDown;
    private final LogHistogram[] copyAge;
    private final LogHistogram[] lostWrites;
    private final LogHistogram[] restoreHours;
    private final long[] lost;
    private final long[] damaged;
    private final List<Year> years = new ArrayList<>();
    private final Nested total;
    private double allDown;
    private double interventions;
    private double handsOn;
    private double nightAlarms;
    private int histories;
    private long events;

    public Account(CompiledLab lab, double horizon, int draws) {
        this.lab = lab;
        this.horizon = horizon;
        this.draws = draws;
        int services = lab.services().length;
        unavailability = new Nested[services];
        goodYears = new Nested[services];
        Arrays.setAll(unavailability, i -> new Nested(draws));
        Arrays.setAll(goodYears, i -> new Nested(draws));
        total = new Nested(draws);
        causeHours = new double[services * lab.causes().count()];
        causeSquares = new double[causeHours.length];
        planned = new double[services];
        inUse = new double[services];
        outages = new long[services];
        historiesWithOutage = new long[services];
        outageHours = histograms(services);
        yearDown = histograms(services);
        copyAge = histograms(lab.data().length);
        lostWrites = histograms(services);
        restoreHours = histograms(lab.data().length);
        lost = new long[lab.data().length];
        damaged = new long[lab.pools().length];
    }

    private static LogHistogram[] histograms(int count) {
        LogHistogram[] all = new LogHistogram[count];
        Arrays.setAll(all, i -> new LogHistogram());
        return all;
    }

    /** Adds the next row of histories. */
    public void add(Tally tally) {
        int services = lab.services().length;
        int periods = Ledger.years(horizon);
        for (int h = 0; h < tally.histories; h++) {
            int draw = (histories + h) % draws;
            double sum = 0;
            for (int s = 0; s < services; s++) {
                unavailability[s].add(draw, tally.down[h][s] / horizon);
                goodYears[s].add(draw, tally.goodYears[h][s] / (double) periods);
                historiesWithOutage[s] += tally.anyOutage[h].get(s) ? 1 : 0;
                sum += tally.down[h][s] / horizon;
            }
            total.add(draw, sum);
            for (int y = 0; y < periods && years.size() < YEARS_REMEMBERED; y++) {
                years.add(new Year(histories + h, y, tally.years[h][y]));
            }
        }
        addTo(causeHours, tally.causeHours);
        addTo(causeSquares, tally.causeSquares);
        addTo(planned, tally.planned);
        addTo(inUse, tally.inUse);
        addTo(outages, tally.outages);
        addTo(lost, tally.lost);
        addTo(damaged, tally.damaged);
        addTo(outageHours, tally.outageHours);
        addTo(yearDown, tally.yearDown);
        addTo(copyAge, tally.copyAge);
        addTo(lostWrites, tally.lostWrites);
        addTo(restoreHours, tally.restoreHours);
        allDown += tally.allDown;
        interventions += tally.interventions;
        handsOn += tally.handsOn;
        nightAlarms += tally.nightAlarms;
        histories += tally.histories;
        events += tally.events;
    }

    private static void addTo(double[] sums, double[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    private static void addTo(long[] sums, long[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    private static void addTo(LogHistogram[] sums, LogHistogram[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i].add(more[i]);
        }
    }

    public int histories() {
        return histories;
    }

    /** Returns the length of a history in hours. */
    public double horizon() {
        return horizon;
    }

    /** Returns how many events happened. */
    public long events() {
        return events;
    }

    public Nested unavailability(int service) {
        return unavailability[service];
    }

    public Nested goodYears(int service) {
        return goodYears[service];
    }

    /** Returns the unavailabilities of all services added up. */
    public Nested total() {
        return total;
    }

    /** Returns the hours a year that a cause takes from a service. */
    public double causeHoursPerYear(int service, int cause) {
        return perYear(causeHours[service * lab.causes().count() + cause]);
    }

    /** Returns the variance over histories of the hours that a cause takes from a service, in the whole horizon. */
    public double causeVariance(int service, int cause) {
        int place = service * lab.causes().count() + cause;
        double mean = causeHours[place] / Math.max(1, histories);
        return Math.max(0, causeSquares[place] / Math.max(1, histories) - mean * mean);
    }

    public double plannedHoursPerYear(int service) {
        return perYear(planned[service]);
    }

    public double inUseHoursPerYear(int service) {
        return perYear(inUse[service]);
    }

    public double outagesPerYear(int service) {
        return perYear(outages[service]);
    }

    /** Returns the share of histories in which a service was down at all. */
    public double outageProbability(int service) {
        return (double) historiesWithOutage[service] / histories;
    }

    public LogHistogram outageHours(int service) {
        return outageHours[service];
    }

    public LogHistogram yearDown(int service) {
        return yearDown[service];
    }

    public LogHistogram copyAge(int dataset) {
        return copyAge[dataset];
    }

    public LogHistogram restoreHours(int dataset) {
        return restoreHours[dataset];
    }

    /** Returns the hours of writes that each failover of a service lost. */
    public LogHistogram lostWrites(int service) {
        return lostWrites[service];
    }

    public double failoversPerYear(int service) {
        return perYear(lostWrites[service].count());
    }

    public double lossesPerYear(int dataset) {
        return perYear(lost[dataset]);
    }

    public double damagedPerYear(int pool) {
        return perYear(damaged[pool]);
    }

    public double allDownHoursPerYear() {
        return perYear(allDown);
    }

    public double interventionsPerYear() {
        return perYear(interventions);
    }

    public double handsOnHoursPerYear() {
        return perYear(handsOn);
    }

    public double nightAlarmsPerYear() {
        return perYear(nightAlarms);
    }

    /** Returns simulated years to choose from, in the order of their histories. */
    public List<Year> years() {
        return List.copyOf(years);
    }

    private double perYear(double sum) {
        return histories == 0 ? 0 : sum / histories / horizon * Hours.PER_YEAR;
    }
}
