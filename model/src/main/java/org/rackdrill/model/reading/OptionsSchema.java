package org.rackdrill.model.reading;

import org.rackdrill.model.reading.form.Json;

/** The options file as a JSON Schema, for editors: made from the description that {@link OptionsReader} checks against. */
public final class OptionsSchema {

    private OptionsSchema() {}

    /** Returns the schema as JSON text (draft 2020-12), always the same. */
    public static String json() {
        return Json.schemaText(
                "Rackdrill options",
                "What could be bought for a lab, with prices and what each changes in the lab file.",
                OptionKeys.FILE.schema());
    }
}
