package org.rackdrill.live.zfs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.live.text.Lines;

/** The text of {@code zpool status}, which has been the same since 2005 but for words: OpenZFS and ZFS on FUSE alike. */
final class PoolText {
    private static final Pattern KEY = Pattern.compile(
            " {0,10}(pool|state|status|action|see|scan|scrub|remove|checkpoint|dedup|comment|config|errors): ?(.*)");
    private static final Set<String> SECTIONS = Set.of("logs", "cache", "spares", "special", "dedup");

    private final Map<String, PoolStatus> pools = new LinkedHashMap<>();

    /** What was said under each key of the pool that is being read, its lines joined. */
    private final Map<String, String> said = new LinkedHashMap<>();

    private final List<Vdev> vdevs = new ArrayList<>();
    private final Set<String> again = new HashSet<>();
    private String key = "";
    private String section = "";
    private boolean clean = true;

    Map<String, PoolStatus> read(String output) {
        for (String line : Lines.complete(output)) {
            line(line);
        }
        end();
        return pools;
    }

    private void line(String line) {
        // What no terminal shows has no business here, and what was no text was damaged.
        clean &= line.chars()
                .noneMatch(letter -> letter == 0xFFFD || (letter != '\t' && Character.isISOControl(letter)));
        Matcher named = KEY.matcher(line);
        if (named.matches()) {
            if (named.group(1).equals("pool")) {
                end();
            }
            key = named.group(1).equals("scrub") ? "scan" : named.group(1);
            // Said twice, as when the name of the next pool got lost: none of it can be told apart any more.
            clean &= said.put(key, named.group(2).strip()) == null;
        } else if (key.equals("config") && line.startsWith("\t")) {
            row(line.substring(1));
        } else if (!line.isBlank()) {
            boolean more = line.startsWith("\t") || line.startsWith("  ");
            clean &= more && !key.isEmpty() && !key.equals("config");
            said.merge(key, line.strip(), (before, next) -> before.length() > 4096 ? before : before + " " + next);
        }
    }

    private void row(String row) {
        String[] words = row.strip().split("\\s+", 64);
        if (words[0].equals("NAME")) {
            return;
        }
        if (words.length == 1 && SECTIONS.contains(words[0])) {
            section = words[0];
            return;
        }
        int at = 1;
        while (at < words.length && Health.of(words[at]) == Health.UNKNOWN) {
            at++;
        }
        int depth = (row.length() - row.stripLeading().length()) / 2;
        if (at >= words.length) {
            vdevs.add(new Vdev(words[0], section, depth, Health.UNKNOWN, -1, -1, -1, ""));
            return;
        }
        String name = String.join(" ", List.of(words).subList(0, at));
        List<String> rest = List.of(words).subList(at + 1, words.length);
        boolean counted = rest.size() >= 3 && Vdev.counter(rest.get(0)) >= 0;
        vdevs.add(new Vdev(
                name,
                section,
                depth,
                Health.of(words[at]),
                counted ? Vdev.counter(rest.get(0)) : -1,
                counted ? Vdev.counter(rest.get(1)) : -1,
                counted ? Vdev.counter(rest.get(2)) : -1,
                String.join(" ", counted ? rest.subList(3, rest.size()) : rest)));
    }

    private void end() {
        String name = said.getOrDefault("pool", "");
        if (!name.isEmpty()) {
            String scan = said.get("scan");
            PoolStatus status = new PoolStatus(
                    name,
                    Health.of(said.getOrDefault("state", "")),
                    said.getOrDefault("status", ""),
                    said.getOrDefault("see", ""),
                    scan == null ? Scan.NONE : Scan.of(scan),
                    vdevs,
                    said.getOrDefault("errors", ""),
                    clean && said.containsKey("errors") && rooted(name));
            if (pools.put(name, status) != null) {
                again.add(name);
            }
        }
        pools.keySet().removeAll(again);
        said.clear();
        vdevs.clear();
        key = "";
        section = "";
        clean = true;
    }

    /** Returns whether the table begins with the pool itself, as a whole one does. */
    private boolean rooted(String name) {
        return !vdevs.isEmpty()
                && vdevs.get(0).name().equals(name)
                && vdevs.get(0).depth() == 0;
    }
}
