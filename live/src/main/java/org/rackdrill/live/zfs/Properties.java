package org.rackdrill.live.zfs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.rackdrill.live.text.Lines;

/**
 * What {@code zfs get -Hp -o name,property,value} says, the one form that every ZFS prints exactly: ZFS on FUSE has no
 * {@code zfs list -p}, and shortens what identifies a snapshot to three digits there.
 *
 * @param values by the dataset or snapshot, then by the property
 */
public record Properties(Map<String, Map<String, String>> values) {

    public Properties {
        values = Map.copyOf(values);
    }

    /** Returns what an output says. What it says twice and differently, it does not say. */
    public static Properties read(String output) {
        Map<String, Map<String, String>> values = new HashMap<>();
        for (String line : Lines.complete(output)) {
            String[] words = line.split("\t", -1);
            if (words.length == 3 && !words[0].isEmpty() && !words[1].isEmpty()) {
                values.computeIfAbsent(words[0], name -> new HashMap<>())
                        .merge(words[1], words[2], (one, other) -> one.equals(other) ? one : "");
            }
        }
        return new Properties(values);
    }

    /** Returns a property; none when it is not said or has no value. */
    public Optional<String> word(String dataset, String property) {
        return Optional.ofNullable(values.getOrDefault(dataset, Map.of()).get(property))
                .filter(value -> !value.isEmpty() && !value.equals("-"));
    }

    /** Returns a property that is a number. */
    public OptionalLong number(String dataset, String property) {
        Optional<String> digits = word(dataset, property).filter(value -> value.matches("\\d{1,18}"));
        return digits.isPresent() ? OptionalLong.of(Long.parseLong(digits.get())) : OptionalLong.empty();
    }

    /**
     * Returns how full a dataset's pool is for whoever writes there: {@code used / (used + available)}, which unlike the
     * capacity of {@code zpool list} knows of the space that ZFS keeps for itself and for parity.
     */
    public Optional<Double> used(String dataset) {
        OptionalLong used = number(dataset, "used");
        OptionalLong available = number(dataset, "available");
        if (used.isEmpty() || available.isEmpty() || used.getAsLong() + available.getAsLong() <= 0) {
            return Optional.empty();
        }
        return Optional.of((double) used.getAsLong() / (used.getAsLong() + available.getAsLong()));
    }
}
