package org.rackdrill.chaos.calibration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.rackdrill.chaos.measurement.DriveDays;
import org.rackdrill.chaos.measurement.DriveHealth;
import org.rackdrill.chaos.measurement.PoolErrors;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.reading.Explained;

/**
 * What drives tell of how often such drives fail, and of how often a place of theirs becomes unreadable. Failures are all
 * taken for those that come at random: how drives wear out is left as it is, since no count says at what age they failed.
 */
final class DrivesSeen {

    private static final double DAYS_A_YEAR = 365;
    private static final double HOURS_A_YEAR = 8760;

    private final Uncertain uncertain;
    private final List<Explained> explained;

    /** What was seen of the drives behind one value. */
    private static final class Seen {
        private double events;
        private double years;
        private final Set<String> paths = new TreeSet<>();
        private final StringBuilder files = new StringBuilder();

        void add(List<String> of, double more, double inYears, String file) {
            paths.addAll(of);
            events += more;
            years += inYears;
            if (files.indexOf(file) < 0) {
                files.append(files.isEmpty() ? "" : ", ").append(file);
            }
        }
    }

    private final Map<Value, Seen> failures = new LinkedHashMap<>();
    private final Map<Value, Seen> unreadable = new LinkedHashMap<>();

    DrivesSeen(Uncertain uncertain, List<Explained> explained) {
        this.uncertain = uncertain;
        this.explained = explained;
    }

    void learn(List<Given> all, Found found) {
        for (Given given : all) {
            if (given.measurement() instanceof DriveDays days) {
                days(given, days, found);
            } else if (given.measurement() instanceof DriveHealth health) {
                health(given, health, found);
            } else if (given.measurement() instanceof PoolErrors errors) {
                errors(given, errors, found);
            }
        }
        failures.forEach((value, seen) -> found.add(
                Uncertain.counted(
                        value,
                        seen.paths,
                        seen.events,
                        seen.years,
                        Found.count((long) seen.events, "failure") + " in " + Uncertain.digits(seen.years)
                                + " drive-years (" + seen.files + ")"),
                seen.files.toString(),
                value));
        unreadable.forEach((value, seen) -> found.add(
                Uncertain.counted(
                        value,
                        seen.paths,
                        seen.events,
                        seen.years,
                        Found.count((long) seen.events, "drive") + " with unreadable places in "
                                + Uncertain.digits(seen.years) + " drive-years (" + seen.files + ")"),
                seen.files.toString(),
                value));
    }

    private void days(Given given, DriveDays days, Found found) {
        Optional<Predicate<String>> disks = given.at()
                .map(DrivesSeen::disksOf)
                .or(() -> disksCalled(days.model()))
                .map(it -> key(it, ".fails"));
        Optional<Value> value = disks.flatMap(uncertain::at);
        if (value.isEmpty()) {
            found.leave(
                    given.file(),
                    "no disks of the lab are " + Found.shown(days.model())
                            + " with a rate that is not known exactly; a folder NODE/POOL says whose they are");
            return;
        }
        failures.computeIfAbsent(value.get(), first -> new Seen())
                .add(paths(value.get(), disks.orElseThrow()), days.failures(), days.days() / DAYS_A_YEAR, given.file());
    }

    /** Bad places come in clusters, so that a drive with any of them counts once. */
    private void health(Given given, DriveHealth health, Found found) {
        Optional<Predicate<String>> disks = given.at().map(DrivesSeen::disksOf).map(it -> key(it, ".latent-errors"));
        Optional<Value> value = disks.flatMap(uncertain::at);
        if (value.isEmpty() || health.hours().isEmpty() || health.unreadable().isEmpty()) {
            found.leave(
                    given.file(),
                    value.isEmpty()
                            ? "it is not said which pool the drive is in; a folder NODE/POOL says it"
                            : "the drive does not count its hours and what is unreadable");
            return;
        }
        unreadable
                .computeIfAbsent(value.get(), first -> new Seen())
                .add(
                        paths(value.get(), disks.orElseThrow()),
                        health.unreadable().getAsLong() > 0 ? 1 : 0,
                        health.hours().getAsDouble() / HOURS_A_YEAR,
                        given.file());
    }

    private static void errors(Given given, PoolErrors errors, Found found) {
        long bad = errors.disks().stream()
                .filter(it -> it.read() + it.checksum() > 0)
                .count();
        found.leave(
                given.file(),
                bad == 0
                        ? "no disk of " + Found.shown(errors.pool()) + " has an error, and since when is not said"
                        : Found.count(bad, "disk") + " of " + Found.shown(errors.pool())
                                + " had errors, and since when is not said; `smartctl --json -a` of each disk says more");
    }

    private static Predicate<String> key(Predicate<String> disks, String key) {
        return path -> path.endsWith(key) && disks.test(path.substring(0, path.length() - key.length()));
    }

    private static List<String> paths(Value value, Predicate<String> of) {
        return value.paths().stream().filter(of).toList();
    }

    private static Predicate<String> disksOf(PoolRef at) {
        return Pattern.compile(Pattern.quote("nodes." + at.node() + ".pools." + at.pool() + ".disks") + "(?:\\[\\d+])?")
                .asMatchPredicate();
    }

    /** The lab may name a model that the catalogue does not know. */
    private Optional<Predicate<String>> disksCalled(String model) {
        String wanted = model.toLowerCase(Locale.ROOT);
        return explained.stream()
                .filter(it -> it.path().matches(".*\\.disks(?:\\[\\d+])?"))
                .filter(it -> it.value().toLowerCase(Locale.ROOT).matches("(?:\\d+ *[x×*] *)?" + Pattern.quote(wanted)))
                .map(it -> Pattern.compile(Pattern.quote(it.path())).asMatchPredicate())
                .findFirst();
    }
}
