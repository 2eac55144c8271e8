package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.reading.form.ModelForm;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The lab file as a JSON Schema, for editors: made from the same description that {@link LabReader} checks against. */
public final class LabSchema {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private LabSchema() {}

    /**
     * Returns the schema as JSON text (draft 2020-12), the same text for the same catalogue.
     *
     * @param catalogue whose entries are proposed for models
     */
    public static String json(Catalogue catalogue) {
        Map<String, Object> head = Json.object(
                "$schema",
                DRAFT,
                "title",
                "Rackdrill lab",
                "description",
                "One lab: what it is made of and how it is run.");
        Map<?, ?> body = (Map<?, ?>) filled(LabKeys.LAB.schema(), catalogue);
        body.forEach((key, value) -> head.put(String.valueOf(key), value));
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(head);
    }

    /** Puts the names of the catalogue's entries where the schema asks for them. */
    private static Object filled(Object schema, Catalogue catalogue) {
        if (schema instanceof List<?> list) {
            return list.stream().map(item -> filled(item, catalogue)).toList();
        }
        if (!(schema instanceof Map<?, ?> object)) {
            return schema;
        }
        Map<String, Object> filled = Json.object();
        object.forEach((key, value) -> {
            if (key.equals(ModelForm.ENTRIES) && value instanceof List<?> kinds) {
                filled.put("anyOf", models(kinds, catalogue));
            } else {
                filled.put(String.valueOf(key), filled(value, catalogue));
            }
        });
        return filled;
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
