package org.rackdrill.live.zfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.live.text.Tree;
import tools.jackson.databind.JsonNode;

/** The JSON of {@code zpool status -j}, from OpenZFS 2.3 on. Keys differ between minor versions; few are needed. */
final class PoolJson {
    private static final int DEEPEST = 16;

    /** The sections that stand beside the data, and what the text calls them. */
    private static final Map<String, String> SECTIONS =
            Map.of("logs", "logs", "l2cache", "cache", "spares", "spares", "special", "special", "dedup", "dedup");

    private PoolJson() {}

    static Map<String, PoolStatus> read(String output) {
        Map<String, PoolStatus> pools = new LinkedHashMap<>();
        JsonNode document = Tree.read(output).orElse(null);
        if (document == null || !document.path("pools").isObject()) {
            return pools;
        }
        JsonNode said = document.path("pools");
        boolean strayed = strayed(document, said);
        for (Map.Entry<String, JsonNode> pool : said.properties()) {
            // With --json-pool-key-guid the key is a number.
            String name = Tree.word(pool.getValue(), "name");
            pools.put(name.isEmpty() ? pool.getKey() : name, pool(name, pool.getValue(), strayed));
        }
        return pools;
    }

    /** Returns whether a scan is said outside of every pool: nobody knows whose it is. */
    private static boolean strayed(JsonNode document, JsonNode pools) {
        boolean above = document.properties().stream()
                .filter(child -> !child.getKey().equals("pools"))
                .anyMatch(child -> child.getValue().findValue("function") != null);
        return above
                || pools.properties().stream()
                        .anyMatch(child -> child.getValue().has("function"));
    }

    private static PoolStatus pool(String name, JsonNode pool, boolean strayed) {
        List<Vdev> vdevs = new ArrayList<>();
        parts(pool.path("vdevs"), "", 0, vdevs);
        SECTIONS.forEach((key, section) -> parts(pool.path(key), section, 1, vdevs));
        JsonNode scan = pool.path("scan_stats");
        String errors = Tree.word(pool, "error_count");
        return new PoolStatus(
                name,
                Health.of(Tree.word(pool, "state")),
                Tree.word(pool, "status").replaceAll("\\s+", " "),
                Tree.word(pool, "moreinfo") + Tree.word(pool, "msgid"),
                scan.isObject() ? scan(scan) : unsaid(pool, strayed),
                vdevs,
                errors.equals("0") ? "No known data errors" : errors + " data errors",
                !name.isEmpty() && errors.matches("\\d{1,18}") && !vdevs.isEmpty());
    }

    /** Returns no scan, or an unknown one where it is said in a place of which we have not heard. */
    private static Scan unsaid(JsonNode pool, boolean strayed) {
        return strayed || pool.findValue("function") != null ? Scan.of("", "", "") : Scan.NONE;
    }

    private static Scan scan(JsonNode scan) {
        String state = Tree.word(scan, "scrub_pause").matches("|-|0") ? Tree.word(scan, "state") : "PAUSED";
        return Scan.of(Tree.word(scan, "function"), state, Tree.word(scan, "errors"));
    }

    private static void parts(JsonNode parts, String section, int depth, List<Vdev> into) {
        if (depth > DEEPEST) {
            return;
        }
        for (Map.Entry<String, JsonNode> part : parts.properties()) {
            JsonNode said = part.getValue();
            // A special group is listed among the data too, and says what it is.
            String type = Tree.word(said, "class").matches("special|dedup") ? Tree.word(said, "class") : section;
            into.add(new Vdev(
                    part.getKey(),
                    type,
                    depth,
                    Health.of(Tree.word(said, "state")),
                    Vdev.counter(Tree.word(said, "read_errors")),
                    Vdev.counter(Tree.word(said, "write_errors")),
                    Vdev.counter(Tree.word(said, "checksum_errors")),
                    Tree.word(said, "not_present").isEmpty() ? "" : "not there"));
            parts(said.path("vdevs"), type, depth + 1, into);
        }
    }
}
