package org.rackdrill.simulator.history;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.ServicePlan;
import org.rackdrill.simulator.process.Chronicle;
import org.rackdrill.simulator.process.History;

/** Keeps account of one history at a time, and adds it to a tally at its end. */
public final class Ledger implements Chronicle {

    /** Stands where a time would, while nothing is down. */
    private static final double UP = -1;

    private static final int FEWEST_PAIRS = 64;

    private final ServicePlan[] services;
    private final boolean[] isDown;
    private final double[] outageStart;
    private final double[] blamedSince;
    private final int[] blamed;
    private final double[] down;
    private final double[] inUse;
    private final int[] outages;
    private final Pairs pairs;
    private final double[] audienceSince;
    private final double[] audienceDown;
    private final Episodes episodes = new Episodes();

    /** Hours by the number of the pair. */
    private double[] causeHours = new double[FEWEST_PAIRS];

    private double[] yearDown = {};
    private double yearHours;
    private int years;
    private int downCount;
    private double allDownSince;
    private double allDown;
    private double horizon;
    private Tally tally;

    public Ledger(CompiledLab lab, Tally tally) {
        this.tally = tally;
        services = lab.services();
        int count = services.length;
        isDown = new boolean[count];
        outageStart = new double[count];
        blamedSince = new double[count];
        blamed = new int[count];
        down = new double[count];
        inUse = new double[count];
        outages = new int[count];
        pairs = new Pairs(count);
        audienceSince = new double[lab.audiences().length];
        audienceDown = new double[audienceSince.length];
    }

    /** Turns to a new tally. */
    public void into(Tally next) {
        tally = next;
    }

    /** Returns how many periods of a year (or one shorter period) a horizon has. */
    public static int years(double horizon) {
        return Math.max(1, (int) Math.floor(horizon / Hours.PER_YEAR + 1e-9));
    }

    /** Returns the length of the periods over which goals are judged: a year, or the horizon when that is shorter. */
    public static double yearHours(double horizon) {
        return Math.min(Hours.PER_YEAR, horizon);
    }

    @Override
    public void begins(double horizonHours) {
        horizon = horizonHours;
        years = years(horizon);
        yearHours = yearHours(horizon);
        if (yearDown.length != services.length * years) {
            yearDown = new double[services.length * years];
        }
        Arrays.fill(yearDown, 0);
        Arrays.fill(isDown, false);
        Arrays.fill(down, 0);
        Arrays.fill(inUse, 0);
        Arrays.fill(outages, 0);
        Arrays.fill(causeHours, 0, pairs.size(), 0);
        Arrays.fill(audienceSince, UP);
        Arrays.fill(audienceDown, 0);
        episodes.begin();
        downCount = 0;
        allDown = 0;
    }

    @Override
    public void service(int service, boolean up, int cause, double now) {
        if (!up && !isDown[service]) {
            isDown[service] = true;
            outageStart[service] = now;
            if (++downCount == services.length) {
                allDownSince = now;
            }
        } else if (!up) {
            charge(service, now);
        } else if (isDown[service]) {
            ends(service, now);
        }
        blamed[service] = cause;
        blamedSince[service] = now;
    }

    @Override
    public void audience(int audience, boolean up, double now) {
        if (!up) {
            audienceSince[audience] = now;
        } else if (audienceSince[audience] != UP) {
            audienceDown[audience] += now - audienceSince[audience];
            audienceSince[audience] = UP;
        }
    }

    private void ends(int service, double now) {
        charge(service, now);
        isDown[service] = false;
        if (downCount-- == services.length) {
            allDown += now - allDownSince;
        }
        if (now <= outageStart[service]) {
            return;
        }
        outages[service]++;
        tally.outage(service, now - outageStart[service]);
        inUse[service] += daily(service, now) - daily(service, outageStart[service]);
    }

    /** Writes the time since the last change of blame to the cause that has it. */
    private void charge(int service, double now) {
        double start = blamedSince[service];
        double hours = now - start;
        down[service] += hours;
        blame(service, blamed[service], hours);
        while (start < now) {
            int year = Math.min(years - 1, (int) (start / yearHours));
            double end = year == years - 1 ? now : Math.min(now, (year + 1) * yearHours);
            if ((year + 1) * yearHours > start) {
                yearDown[service * years + year] += Math.min(end, (year + 1) * yearHours) - start;
            }
            start = end;
        }
    }

    private void blame(int service, int cause, double hours) {
        int place = pairs.make(service, cause);
        if (place == causeHours.length) {
            causeHours = Arrays.copyOf(causeHours, 2 * place);
        }
        causeHours[place] += hours;
    }

    /** Returns the hours in which a service is wanted, from the start to a moment. */
    private double daily(int service, double time) {
        double from = services[service].usedFrom();
        double to = services[service].usedTo();
        if (from == to) {
            return time;
        }
        return to > from ? within(from, to, time) : time - within(to, from, time);
    }

    private static double within(double from, double to, double time) {
        double days = Hours.whole(time / Hours.PER_DAY);
        double today = Math.max(0, Math.min(to, time - days * Hours.PER_DAY) - from);
        return days * (to - from) + today;
    }

    @Override
    public void together(int service, int cause, int other, int another, double from, double until) {
        episodes.add(Together.key(cause, other, another), from, until, tally);
    }

    @Override
    public void copies(int dataset, double ageHours, double restoreHours) {
        tally.look(dataset, ageHours, restoreHours);
    }

    @Override
    public void failover(int service, double lostWriteHours, double now) {
        tally.failover(service, lostWriteHours);
    }

    @Override
    public void ends(History history) {
        for (int i = 0; i < services.length; i++) {
            if (isDown[i]) {
                ends(i, horizon);
            }
        }
        for (int i = 0; i < audienceSince.length; i++) {
            audience(i, true, horizon);
        }
        episodes.end(tally);
        tally.add(this, history);
    }

    double down(int service) {
        return down[service];
    }

    double inUse(int service) {
        return inUse[service];
    }

    int outages(int service) {
        return outages[service];
    }

    /** Returns the hours that each cause took from each service. */
    Charged charged() {
        int[] ends = new int[services.length];
        int[] causes = new int[pairs.size()];
        double[] hours = new double[pairs.size()];
        int count = 0;
        for (int s = 0; s < services.length; s++) {
            for (int i = 0; i < pairs.count(s); i++) {
                double taken = causeHours[pairs.place(s, i)];
                if (taken != 0) {
                    causes[count] = pairs.cause(s, i);
                    hours[count++] = taken;
                }
            }
            ends[s] = count;
        }
        return new Charged(ends, Arrays.copyOf(causes, count), Arrays.copyOf(hours, count));
    }

    double yearDown(int service, int year) {
        return yearDown[service * years + year];
    }

    int years() {
        return years;
    }

    double yearHours() {
        return yearHours;
    }

    double audienceDown(int audience) {
        return audienceDown[audience];
    }

    double allDown() {
        return allDown;
    }
}
