package org.rackdrill.simulator.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Surprises;

/**
 * What a row of histories came to. Tallies are made in parallel and read in the order of the histories, so that the
 * answer does not depend on the number of threads.
 */
public final class Tally implements Episodes.Listener {

    private final CompiledLab lab;
    private final int histories;
    Totals totals;

    /** Hours down: {@code [history][service]}. */
    final double[][] down;

    /** Hours down in each year: {@code [history][service * years + year]}. */
    final double[][] yearDown;

    /** Hours in which each protection would not have worked: {@code [history][protection]}. */
    final double[][] unprotected;

    /** Whether there was an outage at all: {@code [history]}, a bit for each service. */
    final BitSet[] anyOutage;

    /** Hours less what luck dealt; without controls they are what they were. */
    private Blame blame;

    private final Controls controls;

    /** What is known of each history, when that was asked for. */
    private final List<Detail> details = new ArrayList<>();

    private long[] episodeKeys = {};
    private double[] episodeHours = {};
    private double[] episodeLengths = {};
    private int episodeCount;
    private final boolean detailed;
    private int filled;

    private Tally(CompiledLab lab, int histories, boolean detailed, Controls controls) {
        this.lab = lab;
        this.histories = histories;
        this.detailed = detailed;
        this.controls = controls;
        blame = new Blame(lab, histories);
        totals = new Totals(lab);
        down = new double[histories][lab.services().length];
        yearDown = new double[histories][];
        unprotected = new double[histories][lab.guards().all().length];
        anyOutage = new BitSet[histories];
    }

    /** Makes room for histories from which controls take away what luck dealt. */
    public Tally(CompiledLab lab, int histories, Controls controls) {
        this(lab, histories, false, controls);
    }

    /** Makes room for histories of which details are kept, and nothing is taken away until {@link #control}. */
    public static Tally detailed(CompiledLab lab, int histories) {
        return new Tally(lab, histories, true, Controls.none(lab));
    }

    /**
     * What one history was like.
     *
     * @param charged the hours that each cause took from each service
     * @param struck the causes that did
     * @param failures by cause, beyond expectation
     * @param delays in hours by cause, beyond expectation
     */
    record Detail(Charged charged, BitSet struck, double[] failures, double[] delays) {}

    @Override
    public void episode(long key, double hours, double length) {
        if (episodeCount == episodeKeys.length) {
            int more = Math.max(256, 2 * episodeCount);
            episodeKeys = Arrays.copyOf(episodeKeys, more);
            episodeHours = Arrays.copyOf(episodeHours, more);
            episodeLengths = Arrays.copyOf(episodeLengths, more);
        }
        episodeKeys[episodeCount] = key;
        episodeHours[episodeCount] = hours;
        episodeLengths[episodeCount++] = length;
    }

    /** Hands over the episodes, in the order in which they ended. */
    void episodes(Episodes.Listener listener) {
        for (int i = 0; i < episodeCount; i++) {
            listener.episode(episodeKeys[i], episodeHours[i], episodeLengths[i]);
        }
        episodeKeys = new long[0];
        episodeHours = new double[0];
        episodeLengths = new double[0];
        episodeCount = 0;
    }

    /** Hands over the sums: a row that is kept for its details needs them no more, and those of a large lab are large. */
    Totals sums() {
        Totals sums = totals;
        totals = new Totals(lab);
        return sums;
    }

    void outage(int service, double hours) {
        totals.outageHours[service].add(hours);
    }

    void failover(int service, double lostWriteHours) {
        totals.lostWrites[service].add(lostWriteHours);
    }

    void look(int dataset, double ageHours, double restore) {
        if (ageHours < Double.POSITIVE_INFINITY) {
            totals.copyAge[dataset].add(ageHours);
        }
        if (restore < Double.POSITIVE_INFINITY) {
            totals.restoreHours[dataset].add(restore);
        }
    }

    void add(Ledger ledger, History history) {
        int services = lab.services().length;
        int years = ledger.years();
        anyOutage[filled] = new BitSet(services);
        yearDown[filled] = new double[services * years];
        for (int s = 0; s < services; s++) {
            down[filled][s] = ledger.down(s);
            anyOutage[filled].set(s, ledger.outages(s) > 0);
            for (int y = 0; y < years; y++) {
                yearDown[filled][s * years + y] = ledger.yearDown(s, y);
            }
        }
        for (int i = 0; i < unprotected[filled].length; i++) {
            unprotected[filled][i] = history.unprotectedHours(i);
        }
        Detail detail = detail(ledger, history);
        controls.fair(detail, filled, blame);
        if (detailed) {
            details.add(detail);
        }
        totals.add(ledger, history);
        filled++;
    }

    private Detail detail(Ledger ledger, History history) {
        BitSet struck = new BitSet(lab.causes().count());
        for (int c = 0; c < lab.causes().count(); c++) {
            struck.set(c, history.struck(c));
        }
        Surprises surprises = history.surprises();
        return new Detail(ledger.charged(), struck, surprises.failures(), surprises.delays());
    }

    /** Takes away what luck dealt, now that it is known what to take; only of a detailed tally. */
    public void control(Controls known) {
        blame = new Blame(lab, histories);
        for (int h = 0; h < details.size(); h++) {
            known.fair(details.get(h), h, blame);
        }
    }

    /** Writes everything but details, of which there are none. */
    void write(DataOutput out) throws IOException {
        out.writeInt(filled == 0 ? 0 : yearDown[0].length);
        Numbers.write(down, out);
        Numbers.write(yearDown, out);
        Numbers.write(unprotected, out);
        for (BitSet outages : anyOutage) {
            byte[] bits = outages.toByteArray();
            out.writeShort(bits.length);
            out.write(bits);
        }
        blame.write(out);
        totals.write(out);
        out.writeInt(episodeCount);
        for (int i = 0; i < episodeCount; i++) {
            out.writeLong(episodeKeys[i]);
            out.writeDouble(episodeHours[i]);
            out.writeDouble(episodeLengths[i]);
        }
    }

    /** Reads what {@link #write} has written of as many histories of the same lab. */
    static Tally read(CompiledLab lab, int histories, DataInput in) throws IOException {
        Tally tally = new Tally(lab, histories, Controls.none(lab));
        int places = in.readInt();
        tally.filled = histories;
        Arrays.setAll(tally.yearDown, h -> new double[places]);
        Numbers.read(tally.down, in);
        Numbers.read(tally.yearDown, in);
        Numbers.read(tally.unprotected, in);
        for (int h = 0; h < histories; h++) {
            byte[] bits = new byte[in.readShort()];
            in.readFully(bits);
            tally.anyOutage[h] = BitSet.valueOf(bits);
        }
        tally.blame.read(in);
        tally.totals.read(in);
        int episodes = in.readInt();
        for (int i = 0; i < episodes; i++) {
            tally.episode(in.readLong(), in.readDouble(), in.readDouble());
        }
        return tally;
    }

    List<Detail> details() {
        return details;
    }

    Blame blame() {
        return blame;
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

    /** Returns the hours that each service was down in one history of this row, less what luck dealt. */
    public double[] fair(int history) {
        return blame.down[history].clone();
    }

    /** Returns whether a cause struck in one history of this row; only of a detailed tally. */
    public boolean struck(int history, int cause) {
        return details.get(history).struck().get(cause);
    }

    /** Returns the hours that a cause took from a service in one history of this row; only of a detailed tally. */
    public double byCause(int history, int service, int cause) {
        return details.get(history).charged().of(service, cause);
    }
}
