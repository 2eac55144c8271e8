package org.rackdrill.model.reading.form;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rackdrill.model.yaml.Tree;
import org.rackdrill.model.yaml.YamlFile;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON values as maps, lists, texts and numbers; the keys of objects keep their order. */
public final class Json {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+\\.\\d*|\\.\\d+|\\d+(\\.\\d*)?[eE][-+]?\\d+)");

    private Json() {}

    /** Returns an object of keys and values by turns. */
    public static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return object;
    }

    /** Returns the same object with one more key. */
    public static Map<String, Object> with(Map<String, Object> object, String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(object);
        more.put(key, value);
        return more;
    }

    /** Returns a whole schema (draft 2020-12) as JSON text with a title and a description. */
    public static String schemaText(String title, String description, Map<String, Object> schema) {
        Map<String, Object> all = object("$schema", DRAFT, "title", title, "description", description);
        all.putAll(schema);
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(all);
    }

    /** Returns a YAML text as editors see it, or the text itself where it is no YAML. */
    static @Nullable Object parsed(String yaml) {
        return YamlFile.parse(yaml.getBytes(StandardCharsets.UTF_8))
                .tree()
                .map(Json::of)
                .orElse(yaml);
    }

    /** Returns a tree as the value that it is in YAML 1.2. */
    public static @Nullable Object of(Tree tree) {
        if (tree instanceof Tree.Entries entries) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            entries.entries().forEach(entry -> object.put(entry.key().value(), of(entry.value())));
            return object;
        } else if (tree instanceof Tree.Items items) {
            return items.items().stream().map(Json::of).toList();
        } else if (tree instanceof Tree.Text text) {
            return text.quoted() ? text.value() : plain(text.value());
        }
        return null;
    }

    private static Object plain(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        } else if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text.startsWith("+") ? text.substring(1) : text);
        }
        return DECIMAL.matcher(text).matches() ? Double.valueOf(text) : text;
    }
}
