package org.rackdrill.simulator.history;

import java.util.Arrays;
import java.util.BitSet;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.statistics.LogHistogram;

/**
 * What a row of histories came to. Tallies are made in parallel and read in the order of the histories, so that the
 * answer does not depend on the number of threads.
 */
public final class Tally {

    private final CompiledLab lab;
    final int histories;

    /** Hours down: {@code [history][service]}. */
    final double[][] down;

    /** Years that kept the goal: {@code [history][service]}. */
    final int[][] goodYears;

    /** Whether there was an outage at all: {@code [history]}, a bit for each service. */
    final BitSet[] anyOutage;

    /** Hours by cause: {@code [history][service * causes + cause]}; kept only when asked for. */
    final double[][] byCause;

    /** Causes that struck: {@code [history]}. */
    final BitSet[] struck;

    /** Mean hours down of a year over all services: {@code [history][year]}. */
    final double[][] years;

    final double[] causeHours;
    final double[] causeSquares;
    final double[] planned;
    final double[] inUse;
    final long[] outages;
    final LogHistogram[] outageHours;
    final LogHistogram[] yearDown;
    final LogHistogram[] copyAge;
    final LogHistogram[] lostWrites;
    final LogHistogram[] restoreHours;
    final long[] lost;
    final long[] damaged;
    final long[] poolLosses;
    double allDown;
    long events;
    double interventions;
    double handsOn;
    double nightAlarms;
    private final boolean detailed;
    private int filled;

    /**
     * Makes room.
     *
     * @param detailed whether hours by cause are kept for each history
     */
    public Tally(CompiledLab lab, int histories, boolean detailed) {
        this.lab = lab;
        this.histories = histories;
        this.detailed = detailed;
        int services = lab.services().length;
        down = new double[histories][services];
        goodYears = new int[histories][services];
        anyOutage = new BitSet[histories];
        byCause = new double[detailed ? histories : 0][];
        struck = new BitSet[detailed ? histories : 0];
        years = new double[histories][];
        causeHours = new double[services * lab.causes().count()];
        causeSquares = new double[causeHours.length];
        planned = new double[services];
        inUse = new double[services];
        outages = new long[services];
        outageHours = histograms(services);
        yearDown = histograms(services);
        copyAge = histograms(lab.data().length);
        lostWrites = histograms(services);
        restoreHours = histograms(lab.data().length);
        lost = new long[lab.data().length];
        damaged = new long[lab.pools().length];
        poolLosses = new long[lab.pools().length];
    }

    private static LogHistogram[] histograms(int count) {
        LogHistogram[] all = new LogHistogram[count];
        Arrays.setAll(all, i -> new LogHistogram());
        return all;
    }

    void outage(int service, double hours) {
        outageHours[service].add(hours);
    }

    void failover(int service, double lostWriteHours) {
        lostWrites[service].add(lostWriteHours);
    }

    void look(int dataset, double ageHours, double restore) {
        if (ageHours < Double.POSITIVE_INFINITY) {
            copyAge[dataset].add(ageHours);
        }
        if (restore < Double.POSITIVE_INFINITY) {
            restoreHours[dataset].add(restore);
        }
    }

    void add(Ledger ledger, History history) {
        int services = lab.services().length;
        int causes = lab.causes().count();
        anyOutage[filled] = new BitSet(services);
        years[filled] = new double[ledger.years()];
        if (detailed) {
            byCause[filled] = new double[services * causes];
            struck[filled] = new BitSet(causes);
            for (int c = 0; c < causes; c++) {
                struck[filled].set(c, history.struck(c));
            }
        }
        for (int s = 0; s < services; s++) {
            down[filled][s] = ledger.down(s);
            anyOutage[filled].set(s, ledger.outages(s) > 0);
            planned[s] += ledger.planned(s);
            inUse[s] += ledger.inUse(s);
            outages[s] += ledger.outages(s);
            double allowed = (1 - lab.services()[s].slo()) * ledger.yearHours();
            for (int y = 0; y < ledger.years(); y++) {
                double hours = ledger.yearDown(s, y);
                yearDown[s].add(hours);
                years[filled][y] += hours / services;
                goodYears[filled][s] += hours <= allowed ? 1 : 0;
            }
            for (int c = 0; c < causes; c++) {
                double hours = ledger.causeHours(s, c);
                causeHours[s * causes + c] += hours;
                causeSquares[s * causes + c] += hours * hours;
                if (detailed) {
                    byCause[filled][s * causes + c] = hours;
                }
            }
        }
        for (int i = 0; i < lost.length; i++) {
            lost[i] += history.lost(i);
        }
        for (int i = 0; i < damaged.length; i++) {
            damaged[i] += history.damaged(i);
            poolLosses[i] += history.poolLosses(i);
        }
        allDown += ledger.allDown();
        interventions += history.interventions();
        handsOn += history.handsOnHours();
        nightAlarms += history.nightAlarmsBetween(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        events += history.events();
        filled++;
    }

    /** Returns how many histories are in the row. */
    public int histories() {
        return histories;
    }

    /** Returns the hours that a service was down in one history of this row. */
    public double down(int history, int service) {
        return down[history][service];
    }

    /** Returns the hours that each service was down in one history of this row. */
    public double[] down(int history) {
        return down[history].clone();
    }

    /** Returns whether a cause struck in one history of this row; only of a detailed tally. */
    public boolean struck(int history, int cause) {
        return struck[history].get(cause);
    }

    /** Returns the hours that a cause took from a service in one history of this row; only of a detailed tally. */
    public double byCause(int history, int service, int cause) {
        return byCause[history][service * lab.causes().count() + cause];
    }
}
