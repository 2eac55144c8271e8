package org.rackdrill.chaos.run;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.journal.Recovered;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of records and plans. A reader ignores keys that it does not know, and refuses records that it does not. */
final class Entries {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private Entries() {}

    static String json(Entry entry) {
        return JSON.writerFor(Entry.class).writeValueAsString(entry);
    }

    static String json(Drill drill) {
        return JSON.writeValueAsString(drill);
    }

    static String json(Plan plan) {
        return JSON.writeValueAsString(plan);
    }

    /**
     * Reads a plan.
     *
     * @throws Unreadable when it is none
     */
    static Plan plan(String json) throws Unreadable {
        try {
            return JSON.readValue(json, Plan.class);
        } catch (JacksonException e) {
            throw new Unreadable("not a plan that this version can read: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads the records of a journal.
     *
     * @throws Unreadable when a whole record is of a kind that this version does not know
     */
    static List<Entry> of(Recovered recovered) throws Unreadable {
        List<Entry> entries = new ArrayList<>();
        for (String record : recovered.records()) {
            try {
                entries.add(JSON.readValue(record, Entry.class));
            } catch (JacksonException e) {
                throw new Unreadable(
                        "record " + (entries.size() + 1) + " is none that this version can read: "
                                + e.getOriginalMessage(),
                        e);
            }
        }
        return entries;
    }
}
