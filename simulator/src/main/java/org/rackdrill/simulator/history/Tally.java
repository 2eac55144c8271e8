package org.rackdrill.simulator.history;

import java.util.Arrays;
import java.util.BitSet;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.process.History;

/**
 * What a row of histories came to. Tallies are made in parallel and read in the order of the histories, so that the
 * answer does not depend on the number of threads.
 */
public final class Tally implements Episodes.Listener {

    private final CompiledLab lab;
    private final int histories;
    final Totals totals;

    /** Hours down: {@code [history][service]}. */
    final double[][] down;

    /** Hours down in each year: {@code [history][service * years + year]}. */
    final double[][] yearDown;

    /** Hours in which each protection would not have worked: {@code [history][protection]}. */
    final double[][] unprotected;

    /** Whether there was an outage at all: {@code [history]}, a bit for each service. */
    final BitSet[] anyOutage;

    /** Hours by cause: {@code [history][service * causes + cause]}; kept only when asked for. */
    private final double[][] byCause;

    /** Causes that struck: {@code [history]}. */
    private final BitSet[] struck;

    private long[] episodeKeys = {};
    private double[] episodeHours = {};
    private double[] episodeLengths = {};
    private int episodeCount;
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
        totals = new Totals(lab);
        down = new double[histories][lab.services().length];
        yearDown = new double[histories][];
        unprotected = new double[histories][lab.guards().all().length];
        anyOutage = new BitSet[histories];
        byCause = new double[detailed ? histories : 0][];
        struck = new BitSet[detailed ? histories : 0];
    }

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
        if (detailed) {
            details(ledger, history);
        }
        totals.add(ledger, history);
        filled++;
    }

    private void details(Ledger ledger, History history) {
        int services = lab.services().length;
        int causes = lab.causes().count();
        byCause[filled] = new double[services * causes];
        struck[filled] = new BitSet(causes);
        for (int c = 0; c < causes; c++) {
            struck[filled].set(c, history.struck(c));
            for (int s = 0; s < services; s++) {
                byCause[filled][s * causes + c] = ledger.causeHours(s, c);
            }
        }
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
