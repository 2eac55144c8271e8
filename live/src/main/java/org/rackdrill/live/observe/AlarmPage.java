package org.rackdrill.live.observe;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.live.text.Shown;
import org.rackdrill.live.text.Tree;
import org.rackdrill.model.lab.Ups;
import tools.jackson.databind.JsonNode;

/**
 * The page on which monitoring says what is wrong, as JSON: {@code {"at": 1795700000, "alarms": [{"about": "node1",
 * "since": 1795699900, "text": "does not answer"}]}}. A page that is old, or not there, says nothing about anything.
 */
final class AlarmPage {
    /** What a monitor that writes every few seconds never takes. */
    private static final Duration OLD = Duration.ofSeconds(30);

    private static final int LONGEST = 1 << 20;

    private final Field field;
    private final Lookouts lookouts;
    private final Optional<URI> page;
    private final Clock clock;

    AlarmPage(Field field, Lookouts lookouts, Optional<URI> page, Clock clock) {
        this.field = field;
        this.lookouts = lookouts;
        this.page = page;
        this.clock = clock;
    }

    Observation silent(Target about, Within within) {
        if (page.isEmpty()) {
            return Seen.unknown("nobody has said where monitoring shows its alarms");
        }
        String name = "alarms at " + page.get();
        String text = lookouts.all(
                        List.of(name),
                        it -> lookouts.put(it, () -> fetch(page.get(), within.left()), "", within.left()),
                        it -> "",
                        within.left())
                .getOrDefault(name, "");
        JsonNode said = Tree.read(text).orElse(null);
        if (said == null || !said.path("at").isNumber() || !said.path("alarms").isArray()) {
            return Seen.unknown("monitoring shows no alarms page");
        }
        long age = clock.instant().getEpochSecond() - said.path("at").asLong();
        if (Math.abs(age) > OLD.toSeconds()) {
            return Seen.unknown("the alarms page is " + Seen.time(Duration.ofSeconds(Math.abs(age))) + " old");
        }
        return StreamSupport.stream(said.path("alarms").spliterator(), false)
                .filter(means(about))
                .findFirst()
                .map(alarm -> Seen.of(false, Shown.text(Tree.word(alarm, "text"))))
                .orElseGet(() -> Seen.of(true, ""));
    }

    /** Returns which alarms speak of a thing: by its name, or by that of what tells of it. */
    private Predicate<JsonNode> means(Target about) {
        return alarm -> {
            String named = Tree.word(alarm, "about");
            if (named.equals(about.text())) {
                return true;
            } else if (about instanceof Target.Disk disk) {
                return named.equals(disk.pool().toString());
            } else if (about instanceof Target.Mains mains) {
                boolean fed = field.lab().ups().stream()
                        .filter(ups -> ups.site().equals(mains.site()))
                        .map(Ups::name)
                        .anyMatch(named::equals);
                return fed && List.of(Tree.word(alarm, "text").split("\\W+")).contains("OB");
            }
            return false;
        };
    }

    private static String fetch(URI page, Duration within) {
        try {
            URLConnection connection = page.toURL().openConnection(Proxy.NO_PROXY);
            int millis = (int) Math.max(1, Math.min(within.toMillis(), 60_000));
            connection.setConnectTimeout(millis);
            connection.setReadTimeout(millis);
            if (connection instanceof HttpURLConnection http) {
                http.setInstanceFollowRedirects(false);
            }
            try (InputStream from = connection.getInputStream()) {
                return new String(from.readNBytes(LONGEST), StandardCharsets.UTF_8);
            }
        } catch (IOException | IllegalArgumentException e) {
            return "";
        }
    }
}
