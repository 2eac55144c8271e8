package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rackdrill.simulator.compiled.Causes;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.history.Account;
import org.rackdrill.simulator.process.Chronicle;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Stage;

/** Replays one typical and one bad year, outage by outage. */
final class FamilyYears {

    private static final double EVENING_FROM = 17;
    private static final double EVENING_TO = 23;

    /** An outage of a quarter of an hour is the shortest that spoils an evening. */
    private static final double RUINS_HOURS = 0.25;

    /** Shorter outages cannot be seen on a page. */
    private static final double SHOWN_HOURS = 1.0 / 60;

    private static final int MOST_SHOWN = 600;

    private final CompiledLab lab;
    private final List<Results.FamilyYear> years = new ArrayList<>();

    FamilyYears(CompiledLab lab, Account account, double[][] factors, long seed, double horizon) {
        this.lab = lab;
        if (horizon < Hours.PER_YEAR || account.years().isEmpty()) {
            return;
        }
        List<Account.Year> sorted = account.years().stream()
                .sorted(Comparator.comparingDouble(Account.Year::meanHoursDown))
                .toList();
        years.add(replay("typical", sorted.get(sorted.size() / 2), factors, seed, horizon));
        years.add(replay("bad", sorted.get((int) (sorted.size() * 0.95)), factors, seed, horizon));
    }

    List<Results.FamilyYear> years() {
        return years;
    }

    private Results.FamilyYear replay(String kind, Account.Year year, double[][] factors, long seed, double horizon) {
        Recorder recorder = new Recorder(lab, year.year() * Hours.PER_YEAR);
        History history = new History(lab, recorder);
        history.run(seed, year.history(), factors[(int) (year.history() % factors.length)], horizon, Stage.NOBODY);
        List<String> services = new ArrayList<>();
        for (var service : lab.services()) {
            services.add(service.name());
        }
        List<Results.Outage> shown = recorder.outages.stream()
                .filter(outage -> outage.hours() >= SHOWN_HOURS)
                .sorted(Comparator.comparingDouble((Results.Outage outage) -> -outage.hours()))
                .limit(MOST_SHOWN)
                .sorted(Comparator.comparingDouble(Results.Outage::startHour).thenComparing(Results.Outage::service))
                .toList();
        return new Results.FamilyYear(
                kind, services, shown, recorder.evenings(EVENING_FROM, EVENING_TO), recorder.nights());
    }

    /** Writes down the outages of one year. */
    private static final class Recorder implements Chronicle {

        private final CompiledLab lab;
        private final double from;
        private final double[] since;
        private final int[] cause;
        private final boolean[] down;
        private final List<Results.Outage> outages = new ArrayList<>();
        private int nightAlarmsSeen;

        Recorder(CompiledLab lab, double from) {
            this.lab = lab;
            this.from = from;
            since = new double[lab.services().length];
            cause = new int[since.length];
            down = new boolean[since.length];
        }

        @Override
        public void begins(double horizon) {}

        @Override
        public void service(int service, boolean up, int newCause, double now) {
            if (down[service]) {
                write(service, now);
            }
            down[service] = !up;
            since[service] = now;
            cause[service] = newCause;
        }

        private void write(int service, double now) {
            double start = Math.max(since[service], from);
            double end = Math.min(now, from + Hours.PER_YEAR);
            if (end > start) {
                Causes.Cause it = lab.causes().get(cause[service]);
                outages.add(new Results.Outage(
                        lab.services()[service].name(),
                        start - from,
                        end - start,
                        it.label(),
                        String.valueOf(it.letter())));
            }
        }

        @Override
        public void copies(int dataset, double ageHours, double restoreHours) {}

        @Override
        public void ends(History history) {
            for (int i = 0; i < down.length; i++) {
                if (down[i]) {
                    write(i, history.now());
                }
            }
            nightAlarmsSeen = history.nightAlarmsBetween(from, from + Hours.PER_YEAR);
        }

        int nights() {
            return nightAlarmsSeen;
        }

        /** Counts the days on which some service was down in the evening long enough to matter. */
        int evenings(double evening, double night) {
            Set<Integer> days = new HashSet<>();
            for (Results.Outage outage : outages) {
                int last = (int) ((outage.startHour() + outage.hours()) / Hours.PER_DAY);
                for (int day = (int) (outage.startHour() / Hours.PER_DAY); day <= last; day++) {
                    double start = Math.max(outage.startHour(), day * Hours.PER_DAY + evening);
                    double end = Math.min(outage.startHour() + outage.hours(), day * Hours.PER_DAY + night);
                    if (end - start >= RUINS_HOURS) {
                        days.add(day);
                    }
                }
            }
            return days.size();
        }
    }
}
