package org.rackdrill.chaos.drill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.yaml.YamlFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema that editors use says what the reader checks. */
class DrillSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TEXT = DrillSchema.json();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);
    private static final String HEAD = "drill: 1\nname: x\nlab: v1\nwhy: y\n";
    private static final String STEP = "timeline: [{at: 1 min, node-power-loss: node1}]\n";
    private static final String EXPECT = "expect: [{recovers: proxy, within: 4 min}]\n";

    static List<Path> drills() {
        return Drills.shipped();
    }

    @ParameterizedTest
    @MethodSource("drills")
    void everyDrillThatWeShipIsValid(Path file) {
        assertThat(problems(Drills.text(file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEAD + EXPECT,
                HEAD + STEP,
                STEP + EXPECT,
                HEAD + STEP + EXPECT + "sed: 7\n",
                HEAD + STEP + EXPECT + "seed: -7\n",
                HEAD + STEP + EXPECT + "worlds: [moon]\n",
                HEAD + STEP + EXPECT + "accepts: [danger]\n",
                HEAD + EXPECT + "timeline: [{at: 1, node-power-loss: node1}]\n",
                HEAD + EXPECT + "timeline: [{at: -1 min, node-power-loss: node1}]\n",
                HEAD + EXPECT + "timeline: [{at: 1 min}]\n",
                HEAD + EXPECT + "timeline: [{node-power-lost: node1}]\n",
                HEAD + EXPECT + "timeline: [{node-reboot: node1, for: 5 min}]\n",
                HEAD + EXPECT + "timeline: [{node-reboot: node1, node-hang: node2}]\n",
                HEAD + EXPECT + "timeline: [{link-loss: vpn}]\n",
                HEAD + EXPECT + "timeline: [{link-loss: {of: vpn, lost: 5}}]\n",
                HEAD + EXPECT + "timeline: [{wait-for: {up: proxy}}]\n",
                HEAD + EXPECT + "timeline: [{node-hang: node1, then: [{at: 1 min, failback: proxy}]}]\n",
                HEAD + STEP + "expect: [{recovers: proxy}]\n",
                HEAD + STEP + "expect: [{recovers: proxy, at-most: 5 min}]\n",
                HEAD + STEP + "expect: [{down: proxy, at-most: 20%}]\n",
                HEAD + STEP + "expect: [{eventually: {runs: proxy}, within: 5 min}]\n",
                HEAD + STEP + EXPECT + "steady: [{used: node1/tank, at-most: 5 min}]\n",
                HEAD + STEP + EXPECT + "abort-unless: [{up: proxy, tolerates: 5 min}]\n",
                HEAD + STEP + EXPECT + "calendar: {days: [someday]}\n",
            })
    void whatTheReaderRefusesTheSchemaRefusesToo(String yaml) {
        assertThat(problems(yaml)).isNotEmpty();
        assertThat(Drills.read(yaml).drill()).isEmpty();
    }

    @Test
    void everyKeyHasADescriptionAndExamplesThatHold() {
        keys(JSON.readTree(TEXT), "drill");
    }

    private void keys(JsonNode schema, String path) {
        if (schema.has("properties")) {
            schema.get("properties").properties().forEach(key -> {
                String name = path + "." + key.getKey();
                assertThat(key.getValue().path("description").asString(""))
                        .as(name)
                        .isNotBlank();
                Schema own = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(key.getValue());
                key.getValue()
                        .path("examples")
                        .forEach(example -> assertThat(own.validate(example))
                                .as(name + ": " + example)
                                .isEmpty());
                keys(key.getValue(), name);
            });
        }
        if (schema.has("items")) {
            keys(schema.get("items"), path + "[]");
        }
        schema.path("anyOf").forEach(one -> keys(one, path));
    }

    @Test
    void itIsTheSameTextEveryTime() {
        assertThat(DrillSchema.json()).isEqualTo(TEXT);
    }

    private static List<String> problems(String yaml) {
        Object json = Json.of(
                YamlFile.parse(yaml.getBytes(StandardCharsets.UTF_8)).tree().orElseThrow());
        return SCHEMA.validate(JSON.writeValueAsString(json), InputFormat.JSON).stream()
                .map(String::valueOf)
                .toList();
    }
}
