package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.Fixed;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.compiled.OperatorPlan;

/**
 * The person who repairs things: hears of a failure through monitoring or from those who suffer, sleeps, travels, waits
 * for parts, drives to the other site, and does one thing at a time.
 */
final class Operator {

    /** Looking at an alarm that is about nothing. Our estimate. */
    private static final double FALSE_ALARM_HOURS = Fixed.FALSE_ALARM.hours();

    private final Stage stage;
    private final OperatorPlan plan;
    private final int[] sparesLeft;

    /** Failures that found no spare in the drawer, oldest first, and because of what each of them is there. */
    private int[] withoutPart = new int[16];

    private int[] becauseOf = new int[16];

    private int withoutPartCount;
    private double[] trips = new double[16];
    private int tripCount;

    /** Work that is settled: from when until when, in the order of time. */
    private double[] busyFrom = new double[16];

    private double[] busyUntil = new double[16];
    private int busyCount;

    /** Failures that nobody has told the operator of, because monitoring was down; and when people would. */
    private final boolean[] untold;

    private int untoldCount;
    private final double[] noticedAt;

    /** Since when nobody was told of a failure; negative: monitoring told at once. */
    private final double[] untoldSince;

    private final int[] stamp;

    /** When somebody last did what could show a failure at once. */
    private final double[] watchedAt;

    /** The night in which the telephone rang last: whoever was woken works until the morning. */
    private double upNight;

    /** What the lab cost its owner in this history. */
    int interventions;

    double handsOnHours;
    int falseAlarms;
    private double[] nights = new double[64];
    private int nightCount;

    Operator(Stage stage) {
        this.stage = stage;
        plan = stage.lab.operator();
        sparesLeft = new int[plan.spares().length];
        untold = new boolean[stage.lab.modes().length];
        noticedAt = new double[untold.length];
        untoldSince = new double[untold.length];
        stamp = new int[untold.length];
        watchedAt = new double[untold.length];
    }

    void begin() {
        System.arraycopy(plan.spares(), 0, sparesLeft, 0, sparesLeft.length);
        withoutPartCount = 0;
        busyCount = 0;
        Arrays.fill(untold, false);
        untoldCount = 0;
        Arrays.fill(stamp, 0);
        interventions = 0;
        handsOnHours = 0;
        falseAlarms = 0;
        upNight = Double.NaN;
        Arrays.fill(watchedAt, -1);
        nightCount = 0;
        planTrips();
    }

    /** Trips are planned ahead, so that what happens at home does not change them. */
    private void planTrips() {
        tripCount = 0;
        if (stage.calm || plan.awayHoursPerYear() <= 0) {
            return;
        }
        double share = Math.min(0.95, plan.awayHoursPerYear() / Hours.PER_YEAR);
        double meanHome = plan.tripHours() * (1 - share) / share;
        double start = stage.luck.of(plan.stream()).exponential() * meanHome;
        while (start < stage.horizon) {
            if (tripCount == trips.length) {
                trips = Arrays.copyOf(trips, trips.length * 2);
            }
            trips[tripCount++] = start;
            start += plan.tripHours() + stage.luck.of(plan.stream()).exponential() * meanHome;
        }
    }

    /** Something broke that needs this person; the alarm is judged once the blow has done all its harm. */
    void hears(int mode) {
        stage.after(0, Event.ALARM, mode, 0);
    }

    /** Somebody sits at the keyboard and sees at once what goes wrong now. */
    void watches(int mode) {
        watchedAt[mode] = stage.now;
    }

    void alarm(int mode) {
        if (watchedAt[mode] == stage.now) {
            untold(mode, false);
            untoldSince[mode] = -1;
            noticedAt[mode] = stage.now;
            stage.after(0, Event.NOTICED, mode, ++stamp[mode]);
            return;
        }
        boolean watched = watched();
        untold(mode, !watched);
        untoldSince[mode] = watched ? -1 : stage.now;
        noticedAt[mode] = Double.POSITIVE_INFINITY;
        learns(mode, watched);
    }

    /** Returns whether an alarm that is raised now reaches its owner. */
    boolean watched() {
        return plan.monitoring() < 0 || stage.up(plan.monitoring());
    }

    private void untold(int mode, boolean now) {
        untoldCount += (now ? 1 : 0) - (untold[mode] ? 1 : 0);
        untold[mode] = now;
    }

    private void learns(int mode, boolean watched) {
        int delay = watched ? plan.noticesAfter() : plan.noticesWithout();
        double reached = stage.now + stage.lasts(delay, stage.lab.modes()[mode].stream());
        if (reached >= noticedAt[mode]) {
            return;
        }
        noticedAt[mode] = reached;
        boolean rings = watched && plan.wokenByAlarms() && plan.monitoring() >= 0;
        stage.at(rings ? reached : awake(reached), Event.NOTICED, mode, ++stamp[mode]);
    }

    /** Monitoring is back, and sees what is still broken. */
    void monitoringReturned() {
        int cause = stage.cause;
        for (int mode = 0; untoldCount > 0 && mode < untold.length; mode++) {
            if (untold[mode]) {
                untold(mode, false);
                stage.cause = stage.lab.modes()[mode].cause();
                learns(mode, true);
            }
        }
        stage.cause = cause;
    }

    /** Returns whether a notice is still news. */
    boolean isNews(int mode, int eventStamp) {
        return stamp[mode] == eventStamp;
    }

    /** The telephone rings at night; several alarms of one night wake once. */
    private void getsUp() {
        double night = OperatorPlan.night(stage.now);
        upNight = night;
        if (nightCount > 0 && nights[nightCount - 1] == night) {
            return;
        }
        if (nightCount == nights.length) {
            nights = Arrays.copyOf(nights, nightCount * 2);
        }
        nights[nightCount++] = night;
    }

    /** Returns in how many nights between two moments the telephone rang. */
    int nightsWoken(double from, double to) {
        int count = 0;
        for (int i = 0; i < nightCount; i++) {
            double noon = (nights[i] - 0.5) * Hours.PER_DAY;
            count += noon >= from && noon < to ? 1 : 0;
        }
        return count;
    }

    /** An alarm about nothing takes its time all the same. */
    void looksInVain() {
        falseAlarms++;
        handsOnHours += FALSE_ALARM_HOURS;
        if (plan.wokenByAlarms() && plan.asleep(stage.now)) {
            getsUp();
        }
    }

    void noticed(int mode) {
        untold(mode, false);
        if (plan.asleep(stage.now)) {
            getsUp();
        }
        if (untoldSince[mode] >= 0) {
            stage.waits.add(Circumstance.UNWATCHED, untoldSince[mode], noticedAt[mode]);
        }
        stage.waits.add(Circumstance.ASLEEP, noticedAt[mode], stage.now);
        interventions++;
        Mode.Repair repair = stage.lab.modes()[mode].repair();
        boolean inDrawer = repair.spare() >= 0 && sparesLeft[repair.spare()] > 0;
        // Drawn in any case, so that a part in the drawer changes nobody's luck.
        double shipped = stage.sample(repair.lasts(), stage.lab.modes()[mode].stream());
        if (!inDrawer) {
            stage.lasted(repair.lasts(), shipped);
        }
        if (repair.spare() < 0) {
            stage.after(shipped, Event.PART_HERE, mode, 0);
            return;
        }
        stage.after(shipped, Event.RESTOCKED, repair.spare(), 0);
        if (inDrawer) {
            sparesLeft[repair.spare()]--;
            stage.after(0, Event.PART_HERE, mode, 0);
        } else {
            // At the latest; somebody else's order may come before.
            stage.waits.add(Circumstance.NO_SPARE, stage.now, stage.now + shipped);
            if (withoutPartCount == withoutPart.length) {
                withoutPart = Arrays.copyOf(withoutPart, withoutPartCount * 2);
                becauseOf = Arrays.copyOf(becauseOf, withoutPartCount * 2);
            }
            becauseOf[withoutPartCount] = stage.cause;
            withoutPart[withoutPartCount++] = mode;
        }
    }

    /** A part that was ordered has arrived: whoever has waited longest gets it, else the drawer. */
    void restocked(int spare) {
        for (int i = 0; i < withoutPartCount; i++) {
            int mode = withoutPart[i];
            if (stage.lab.modes()[mode].repair().spare() == spare) {
                stage.cause = becauseOf[i];
                stage.waits.over(Circumstance.NO_SPARE);
                withoutPartCount--;
                System.arraycopy(withoutPart, i + 1, withoutPart, i, withoutPartCount - i);
                System.arraycopy(becauseOf, i + 1, becauseOf, i, withoutPartCount - i);
                stage.after(0, Event.PART_HERE, mode, 0);
                return;
            }
        }
        sparesLeft[spare]++;
    }

    void partHere(int mode) {
        Mode it = stage.lab.modes()[mode];
        Mode.Repair repair = it.repair();
        double way = repair.hands() ? stage.lasts(plan.travel()[repair.site()], it.stream()) : 0;
        double work = stage.lasts(repair.work(), it.stream());
        double start = settle(way + work + way, repair.hands());
        rememberWaits(start, repair.hands());
        handsOnHours += work + 2 * way;
        stage.at(start + way + work, Event.MENDED, mode, 0);
    }

    /** Keeps in mind what made work wait that could have started now. */
    private void rememberWaits(double start, boolean hands) {
        double time = stage.now;
        while (time < start) {
            double there = hands ? home(time) : time;
            double then = awake(there);
            if (then == time) {
                stage.waits.add(Circumstance.BUSY, time, start);
                return;
            }
            stage.waits.add(Circumstance.AWAY, time, there);
            stage.waits.add(Circumstance.ASLEEP, there, then);
            time = then;
        }
    }

    /** Finds the first time that is free for some work and keeps it: what waits for hands leaves room for a keyboard. */
    private double settle(double hours, boolean hands) {
        forgetPast();
        double start = ready(stage.now, hands);
        int place = 0;
        while (place < busyCount && start + hours > busyFrom[place]) {
            start = ready(Math.max(start, busyUntil[place]), hands);
            place++;
        }
        if (busyCount == busyFrom.length) {
            busyFrom = Arrays.copyOf(busyFrom, busyCount * 2);
            busyUntil = Arrays.copyOf(busyUntil, busyCount * 2);
        }
        System.arraycopy(busyFrom, place, busyFrom, place + 1, busyCount - place);
        System.arraycopy(busyUntil, place, busyUntil, place + 1, busyCount - place);
        busyFrom[place] = start;
        busyUntil[place] = start + hours;
        busyCount++;
        return start;
    }

    private void forgetPast() {
        int past = 0;
        while (past < busyCount && busyUntil[past] <= stage.now) {
            past++;
        }
        System.arraycopy(busyFrom, past, busyFrom, 0, busyCount - past);
        System.arraycopy(busyUntil, past, busyUntil, 0, busyCount - past);
        busyCount -= past;
    }

    /** Counts work that was planned. */
    void spends(double hours) {
        handsOnHours += hours;
    }

    double handsOnSample() {
        return stage.sample(plan.handsOn(), plan.stream());
    }

    /** Returns the first moment from then on at which the person is awake and, for work with hands, at home. */
    private double ready(double from, boolean hands) {
        double time = from;
        while (true) {
            double then = awake(hands ? home(time) : time);
            if (then == time) {
                return time;
            }
            time = then;
        }
    }

    /** Returns the first moment from then on at which the person is awake and at home. */
    double atHome(double from) {
        return ready(from, true);
    }

    private double home(double time) {
        for (int i = 0; i < tripCount && trips[i] <= time; i++) {
            if (time < trips[i] + plan.tripHours()) {
                return trips[i] + plan.tripHours();
            }
        }
        return time;
    }

    double awake(double time) {
        return OperatorPlan.night(time) == upNight ? time : plan.wakes(time);
    }

    /** Returns the moment of some day at which a share of that day's waking hours is over. */
    double wakingTime(double day, double share) {
        double waking = Hours.PER_DAY - wrapped(plan.asleepTo() - plan.asleepFrom());
        return Hours.whole(day / Hours.PER_DAY) * Hours.PER_DAY + plan.asleepTo() + share * waking;
    }

    private static double wrapped(double hours) {
        return hours < 0 ? hours + Hours.PER_DAY : hours;
    }
}
