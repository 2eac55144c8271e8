package org.rackdrill.live.operation;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One state that a repository of restic keeps.
 *
 * @param id as restic calls it
 * @param guid of the snapshot that was read for it
 * @param taken when it was made, in seconds since 1970
 */
record Backup(String id, String guid, long taken) {
    private static final String GUID = "guid=";

    /**
     * Returns the backups in a list of restic that are of known snapshots, the oldest first. A backup names its snapshot
     * by a tag: {@code guid=...}, or the snapshot's own name.
     *
     * @param known snapshots whose names may stand in tags
     */
    static List<Backup> list(String json, Collection<Snapshot> known) {
        Map<String, String> guids =
                known.stream().collect(Collectors.toMap(Snapshot::shortName, Snapshot::guid, (first, second) -> first));
        List<Backup> backups = new ArrayList<>();
        try {
            JsonNode list = JsonMapper.builder().build().readTree(json);
            for (JsonNode one : list) {
                read(one, guids).ifPresent(backups::add);
            }
        } catch (JacksonException e) {
            return List.of();
        }
        backups.sort(Comparator.comparingLong(Backup::taken));
        return backups;
    }

    private static Optional<Backup> read(JsonNode one, Map<String, String> guids) {
        String id = one.path("id").asString("");
        if (!id.matches("[0-9a-f]{8,64}")) {
            return Optional.empty();
        }
        long taken;
        try {
            taken = OffsetDateTime.parse(one.path("time").asString("")).toEpochSecond();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
        for (JsonNode tag : one.path("tags")) {
            String text = tag.asString("");
            if (text.startsWith(GUID)) {
                return Optional.of(new Backup(id, text.substring(GUID.length()), taken));
            }
            if (guids.containsKey(text)) {
                return Optional.of(new Backup(id, guids.get(text), taken));
            }
        }
        return Optional.empty();
    }
}
