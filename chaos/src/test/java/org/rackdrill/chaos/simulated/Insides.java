package org.rackdrill.chaos.simulated;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every flag and every count that the simulated world keeps of its things: what works, how many reasons there are that
 * something does not, where each guest is, how much of a battery is left. What only grows is left out, such as stamps and
 * what was written down, and so is what notes a time.
 */
record Insides(Map<String, String> kept) {

    /** What changes for good with whatever happens, and means nothing afterwards. */
    private static final Set<String> GROWS = Set.of(
            "stamp",
            "memberStamp",
            "queue",
            "head",
            "tail",
            "blame",
            "told",
            "toldBlame",
            "meant",
            "losses",
            "damaged",
            "stops",
            "unstarted",
            "attended",
            "mounted",
            "count",
            "what",
            "visited",
            "disksOf",
            "starting",
            "anyKeyless");

    /** What the last look at the network found, which the next one writes over. */
    private static final Set<String> LAST_LOOK = Set.of(
            "anew", "reachedAnew", "reachedAnewCount", "siteWasOnline", "linksChanged", "relinked", "allRelinked");

    /** Who is master of a cluster is nobody's business but its own; tries of a second lab are not this lab. */
    private static final Set<String> ELSEWHERE = Set.of("master", "foresight", "circumstances");

    /** Amounts that a fault on purpose sets; all other numbers with a fraction are times. */
    private static final Set<String> SET_ON_PURPOSE = Set.of("slowness", "fill", "memory", "skew", "holds", "harmedAt");

    static Insides of(SimulatedWorld world) {
        Map<String, String> kept = new TreeMap<>();
        walk(world, kept, Collections.newSetFromMap(new IdentityHashMap<>()));
        return new Insides(kept);
    }

    /** Returns what differs from what was before, such as {@code Storage.failed[3]} and {@code false -> true}. */
    Map<String, String> since(Insides before) {
        Map<String, String> changes = new TreeMap<>();
        kept.forEach((name, value) -> {
            // What is made when it is needed first holds nothing until then.
            String former = before.kept.getOrDefault(name, "0");
            if (!former.equals(value)) {
                changes.put(name, former + " -> " + value);
            }
        });
        return changes;
    }

    private static void walk(Object owner, Map<String, String> kept, Set<Object> seen) {
        if (!seen.add(owner)) {
            return;
        }
        for (Field field : owner.getClass().getDeclaredFields()) {
            boolean counts = !Modifier.isStatic(field.getModifiers())
                    && !GROWS.contains(field.getName())
                    && !LAST_LOOK.contains(field.getName())
                    && !ELSEWHERE.contains(field.getName());
            Object value = counts ? read(field, owner) : null;
            if (value == null) {
                continue;
            }
            String name = owner.getClass().getSimpleName() + "." + field.getName();
            if (value instanceof Integer || value instanceof Boolean) {
                kept.put(name, value.toString());
            } else if (value instanceof Collection<?> all) {
                kept.put(name, all.size() + " of them");
            } else if (value.getClass().isArray()) {
                array(name, field.getName(), value, kept);
            } else if (isOurs(value.getClass())) {
                walk(value, kept, seen);
            }
        }
    }

    private static @Nullable Object read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the simulated world is made of; a compiled lab never changes. */
    private static boolean isOurs(Class<?> type) {
        String home = type.getPackageName();
        boolean ours = home.endsWith(".simulator.process") || home.endsWith(".chaos.simulated");
        return ours && !type.isRecord() && !type.isEnum() && !type.isHidden();
    }

    private static void array(String name, String field, Object array, Map<String, String> kept) {
        Class<?> type = array.getClass().getComponentType();
        for (int i = 0; i < Array.getLength(array); i++) {
            Object value = Array.get(array, i);
            if (type == boolean.class || type == int.class || SET_ON_PURPOSE.contains(field)) {
                kept.put(name + "[" + i + "]", String.valueOf(value));
            } else if (type.isArray() && value != null) {
                array(name + "[" + i + "]", field, value, kept);
            }
        }
    }
}
