package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.yaml.YamlFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema that editors use says what the reader checks. */
class LabSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TEXT = LabSchema.json(Catalogue.load());
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    static List<String> labs() {
        return Labs.valid();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void everyLabThatWeShipIsValid(String yaml) {
        assertThat(problems(yaml)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nodes: {nas: {modle: x}}",
                "nodes: {nas: {age: 7}}",
                "nodes: {nas: {pools: {tank: {layout: raid5, disks: 2 x 8 TB hdd}}}}",
                "nodes: {nas: {pools: {tank: {layout: mirror}}}}",
                "slo: 99.9",
                "services: {dns: {on: nas, failover: sometimes}}",
                "services: {photos: {on: nas, data: {size: 2}}}",
                "operations: {operator: {away: 4 weeks}}",
                "sites: {home: {electricity: 0.32}}",
                "nodes: {'my nas': {}}"
            })
    void whatTheReaderRefusesTheSchemaRefusesToo(String section) {
        String yaml = "rackdrill: 1\n" + section + "\n";

        assertThat(problems(yaml)).isNotEmpty();
        assertThat(Labs.read(yaml).lab()).isEmpty();
    }

    @Test
    void theVersionIsRequired() {
        assertThat(problems("name: x\n")).isNotEmpty();
    }

    @Test
    void everyKeyHasADescription() {
        everyKeyHasADescription(JSON.readTree(TEXT), "lab");
    }

    private void everyKeyHasADescription(JsonNode schema, String path) {
        JsonNode properties = schema.get("properties");
        if (properties != null) {
            properties.properties().forEach(key -> {
                String name = path + "." + key.getKey();
                assertThat(key.getValue().path("description").asString(""))
                        .as(name)
                        .isNotBlank();
                everyKeyHasADescription(key.getValue(), name);
            });
        }
        if (schema.has("additionalProperties")) {
            everyKeyHasADescription(schema.get("additionalProperties"), path + ".*");
        }
        schema.path("anyOf").forEach(one -> everyKeyHasADescription(one, path));
    }

    @Test
    void everyExampleOfAKeyIsValidAgainstItsOwnSchema() {
        examples(JSON.readTree(TEXT), "lab");
    }

    private void examples(JsonNode schema, String path) {
        JsonNode properties = schema.get("properties");
        if (properties != null) {
            properties.properties().forEach(key -> {
                Schema own = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(key.getValue());
                key.getValue()
                        .path("examples")
                        .forEach(example -> assertThat(own.validate(example))
                                .as(path + "." + key.getKey() + ": " + example)
                                .isEmpty());
                examples(key.getValue(), path + "." + key.getKey());
            });
        }
        if (schema.has("additionalProperties")) {
            examples(schema.get("additionalProperties"), path + ".*");
        }
        schema.path("anyOf").forEach(one -> examples(one, path));
    }

    @Test
    void modelsAreProposedFromTheCatalogue() {
        assertThat(TEXT).contains("\"synology-ds1621+\"", "\"au-vic-urban\"", "\"proxmox-ve\"");
    }

    @Test
    void itIsTheSameTextEveryTime() {
        assertThat(LabSchema.json(Catalogue.load())).isEqualTo(TEXT);
    }

    private static List<String> problems(String yaml) {
        Object json = Json.of(
                YamlFile.parse(yaml.getBytes(StandardCharsets.UTF_8)).tree().orElseThrow());
        return SCHEMA.validate(JSON.writeValueAsString(json), InputFormat.JSON).stream()
                .map(String::valueOf)
                .toList();
    }
}
