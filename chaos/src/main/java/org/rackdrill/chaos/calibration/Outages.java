package org.rackdrill.chaos.calibration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rackdrill.chaos.measurement.Watched;

/**
 * What a monitor says of the things that it watches. An outage at the same time as that of another monitor is taken for a
 * matter of something that both need, and says nothing of either.
 */
final class Outages {

    /** What is shorter is a blink where a thing has such beside its failures, and most of those are not seen at all. */
    private static final Duration BLINK = Duration.ofMinutes(5);

    private static final double HOURS_A_YEAR = 8760;

    private final Uncertain uncertain;
    private final List<Given> all;
    private final Map<Value, Seen> rates = new LinkedHashMap<>();
    private final Map<Value, Seen> times = new LinkedHashMap<>();

    /** What was seen of the things behind one value. */
    private static final class Seen {
        private final String file;
        private final Set<String> paths = new TreeSet<>();
        private final List<Double> hours = new ArrayList<>();
        private int outages;
        private int left;
        private double years;

        Seen(String file) {
            this.file = file;
        }

        String counted() {
            return Found.count(outages, "outage") + " in " + Uncertain.digits(years) + " years"
                    + (left == 0 ? "" : ", beside " + left + " that others shared or that were blinks") + " (" + file
                    + ")";
        }

        String timed() {
            return Found.count(hours.size(), "duration") + " (" + file + ")";
        }
    }

    Outages(Uncertain uncertain, List<Given> all) {
        this.uncertain = uncertain;
        this.all =
                all.stream().filter(it -> it.measurement() instanceof Watched).toList();
    }

    void learn(Found found) {
        for (Given given : all) {
            one(given, (Watched) given.measurement(), found);
        }
        rates.forEach((value, seen) -> found.add(
                Uncertain.counted(value, seen.paths, seen.outages, seen.years, seen.counted()), seen.file, value));
        times.forEach((value, seen) ->
                Uncertain.timed(value, seen.paths, seen.hours, seen.timed()).ifPresent(found::add));
    }

    private void one(Given given, Watched watched, Found found) {
        String name = watched.name().strip().toLowerCase(Locale.ROOT).replace(' ', '-');
        Optional<Predicate<String>> path = Stream.of(
                        path(name, "crashes", "services", "nodes"), path(name, "fails", "network", "components"))
                .filter(it -> uncertain.at(it).isPresent())
                .findFirst();
        if (path.isEmpty()) {
            found.leave(
                    given.file(),
                    "nothing in the lab is called " + Found.shown(watched.name())
                            + " and has failures that are not known exactly");
            return;
        }
        boolean blinks = uncertain.at(path(name, "dips", "network")).isPresent();
        List<Watched.Outage> own = watched.outages().stream()
                .filter(it -> !shared(given, it))
                .filter(it -> !blinks || it.lasted().compareTo(BLINK) >= 0)
                .toList();
        Seen rate = seen(rates, path.get(), given);
        rate.outages += own.size();
        rate.left += watched.outages().size() - own.size();
        rate.years += watched.watched().toSeconds() / 3600.0 / HOURS_A_YEAR;
        Stream.of(path(name, "lasts", "network", "components"), path(name, "repairs", "components"))
                .filter(it -> uncertain.at(it).isPresent())
                .findFirst()
                .ifPresent(it -> own.stream()
                        .filter(Watched.Outage::over)
                        .forEach(outage -> seen(times, it, given)
                                .hours
                                .add(Math.max(1, outage.lasted().toSeconds()) / 3600.0)));
    }

    /** Things of one catalogue entry share what is not known of it, and so what is learned. */
    private Seen seen(Map<Value, Seen> all, Predicate<String> path, Given given) {
        Value value = uncertain.at(path).orElseThrow();
        Seen seen = all.computeIfAbsent(value, first -> new Seen(given.file()));
        value.paths().stream().filter(path).forEach(seen.paths::add);
        return seen;
    }

    private static Predicate<String> path(String name, String key, String... sections) {
        return Pattern.compile("(?:" + String.join("|", sections) + ")\\." + Pattern.quote(name) + "\\." + key)
                .asMatchPredicate();
    }

    private boolean shared(Given of, Watched.Outage outage) {
        return all.stream()
                .filter(it -> !it.equals(of))
                .flatMap(it -> ((Watched) it.measurement()).outages().stream())
                .anyMatch(outage::overlaps);
    }
}
