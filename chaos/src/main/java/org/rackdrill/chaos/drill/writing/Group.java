package org.rackdrill.chaos.drill.writing;

import java.time.Duration;
import java.util.Optional;

/** Keys and values on one line, in braces. */
final class Group {

    private final StringBuilder text = new StringBuilder();

    /** Adds a key with a value that is written already. */
    Group with(String key, String value) {
        text.append(text.isEmpty() ? "" : ", ").append(key).append(": ").append(value);
        return this;
    }

    Group with(String key, Duration time) {
        return with(key, Words.time(time));
    }

    Group withTime(String key, Optional<Duration> time) {
        return time.isPresent() ? with(key, time.get()) : this;
    }

    Group withName(String key, Optional<String> name) {
        return name.isPresent() ? with(key, Words.text(name.get())) : this;
    }

    /** Adds every key of a group that stands without its braces. */
    Group and(Group other) {
        text.append(text.isEmpty() || other.text.isEmpty() ? "" : ", ").append(other.text);
        return this;
    }

    String braced() {
        return "{" + text + "}";
    }
}
