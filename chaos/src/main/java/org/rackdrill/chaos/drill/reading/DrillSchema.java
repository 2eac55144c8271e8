package org.rackdrill.chaos.drill.reading;

import org.rackdrill.model.reading.form.Json;

/** The drill file as a JSON Schema, for editors: made from the same description that {@link DrillReader} checks against. */
public final class DrillSchema {

    private DrillSchema() {}

    /** Returns the schema as JSON text (draft 2020-12), always the same. */
    public static String json() {
        return Json.schemaText(
                "Rackdrill drill",
                "One game day: what is broken and done in a lab, and what that proves.",
                DrillKeys.DRILL.schema());
    }
}
