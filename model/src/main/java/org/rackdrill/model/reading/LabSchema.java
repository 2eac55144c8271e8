package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.reading.form.ModelForm;

/** The lab file as a JSON Schema, for editors: made from the same description that {@link LabReader} checks against. */
public final class LabSchema {

    private LabSchema() {}

    /**
     * Returns the schema as JSON text (draft 2020-12), the same text for the same catalogue.
     *
     * @param catalogue whose entries are proposed for models
     */
    public static String json(Catalogue catalogue) {
        return Json.schemaText(
                "Rackdrill lab",
                "One lab: what it is made of and how it is run.",
                filled(LabKeys.LAB.schema(), catalogue));
    }

    /** Puts the names of the catalogue's entries where the schema asks for them. */
    private static Map<String, Object> filled(Map<?, ?> schema, Catalogue catalogue) {
        Map<String, Object> filled = Json.object();
        schema.forEach((key, value) -> {
            if (key.equals(ModelForm.ENTRIES) && value instanceof List<?> kinds) {
                filled.put("anyOf", models(kinds, catalogue));
            } else {
                filled.put(String.valueOf(key), filledValue(value, catalogue));
            }
        });
        return filled;
    }

    private static Object filledValue(Object value, Catalogue catalogue) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> filledValue(item, catalogue)).toList();
        }
        return value instanceof Map<?, ?> object ? filled(object, catalogue) : value;
    }

    private static List<Object> models(List<?> kinds, Catalogue catalogue) {
        List<String> names = new ArrayList<>();
        for (Catalogue.Entry entry : catalogue.entries()) {
            if (kinds.contains(entry.kind())) {
                names.add(entry.name());
            }
        }
        return List.of(Json.object("enum", names), Json.object("type", "string"));
    }
}
