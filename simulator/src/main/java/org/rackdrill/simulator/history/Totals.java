package org.rackdrill.simulator.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.statistics.LogHistogram;

/**
 * Sums over histories that need not be known history by history. The totals of a row of histories are added to those of
 * the whole study.
 */
final class Totals {

    final double[] down;
    final double[] inUse;
    final double[] audienceDown;
    final long[] outages;
    final LogHistogram[] outageHours;
    final LogHistogram[] yearDown;
    final LogHistogram[] copyAge;
    final LogHistogram[] lostWrites;
    final LogHistogram[] restoreHours;
    final long[] lost;
    final long[] damaged;
    double allDown;
    double interventions;
    double handsOn;
    double nightAlarms;
    double falseAlarms;
    int histories;
    long events;

    Totals(CompiledLab lab) {
        int services = lab.services().length;
        int datasets = lab.data().length;
        down = new double[services];
        inUse = new double[services];
        audienceDown = new double[lab.audiences().length];
        outages = new long[services];
        outageHours = histograms(services);
        yearDown = histograms(services);
        copyAge = histograms(datasets);
        lostWrites = histograms(services);
        restoreHours = histograms(datasets);
        lost = new long[datasets];
        damaged = new long[lab.pools().length];
    }

    private static LogHistogram[] histograms(int count) {
        LogHistogram[] all = new LogHistogram[count];
        Arrays.setAll(all, i -> new LogHistogram());
        return all;
    }

    /** Adds one history. */
    void add(Ledger ledger, History history) {
        for (int s = 0; s < outages.length; s++) {
            down[s] += ledger.down(s);
            inUse[s] += ledger.inUse(s);
            outages[s] += ledger.outages(s);
            for (int y = 0; y < ledger.years(); y++) {
                yearDown[s].add(ledger.yearDown(s, y));
            }
        }
        for (int i = 0; i < audienceDown.length; i++) {
            audienceDown[i] += ledger.audienceDown(i);
        }
        for (int i = 0; i < lost.length; i++) {
            lost[i] += history.lost(i);
        }
        for (int i = 0; i < damaged.length; i++) {
            damaged[i] += history.damaged(i);
        }
        allDown += ledger.allDown();
        interventions += history.interventions();
        handsOn += history.handsOnHours();
        nightAlarms += history.nightAlarmsBetween(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        falseAlarms += history.falseAlarms();
        events += history.events();
        histories++;
    }

    /** Adds what other histories came to. */
    void add(Totals more) {
        add(down, more.down);
        add(inUse, more.inUse);
        add(audienceDown, more.audienceDown);
        add(outages, more.outages);
        add(outageHours, more.outageHours);
        add(yearDown, more.yearDown);
        add(copyAge, more.copyAge);
        add(lostWrites, more.lostWrites);
        add(restoreHours, more.restoreHours);
        add(lost, more.lost);
        add(damaged, more.damaged);
        allDown += more.allDown;
        interventions += more.interventions;
        handsOn += more.handsOn;
        nightAlarms += more.nightAlarms;
        falseAlarms += more.falseAlarms;
        histories += more.histories;
        events += more.events;
    }

    void write(DataOutput out) throws IOException {
        for (double[] sums : List.of(down, inUse, audienceDown)) {
            Numbers.write(sums, out);
        }
        for (long[] sums : List.of(outages, lost, damaged)) {
            Numbers.write(sums, out);
        }
        for (LogHistogram[] each : List.of(outageHours, yearDown, copyAge, lostWrites, restoreHours)) {
            for (LogHistogram one : each) {
                one.write(out);
            }
        }
        Numbers.write(new double[] {allDown, interventions, handsOn, nightAlarms, falseAlarms}, out);
        out.writeInt(histories);
        out.writeLong(events);
    }

    /** Takes what another one has written in the place of what is here: nothing yet. */
    void read(DataInput in) throws IOException {
        for (double[] sums : List.of(down, inUse, audienceDown)) {
            Numbers.read(sums, in);
        }
        for (long[] sums : List.of(outages, lost, damaged)) {
            Numbers.read(sums, in);
        }
        for (LogHistogram[] each : List.of(outageHours, yearDown, copyAge, lostWrites, restoreHours)) {
            for (LogHistogram one : each) {
                one.add(in);
            }
        }
        allDown = in.readDouble();
        interventions = in.readDouble();
        handsOn = in.readDouble();
        nightAlarms = in.readDouble();
        falseAlarms = in.readDouble();
        histories = in.readInt();
        events = in.readLong();
    }

    private static void add(double[] sums, double[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    private static void add(long[] sums, long[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    private static void add(LogHistogram[] sums, LogHistogram[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i].add(more[i]);
        }
    }
}
