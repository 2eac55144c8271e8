package org.rackdrill.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.simulator.capacity.Capacity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program finds in capacity.json, and that a report can be drawn from nothing else. */
class CapacityJsonTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(CapacityJson.schema(), InputFormat.JSON);
    private static final JsonNode TREE = JsonMapper.builder().build().readTree(CapacityJson.schema());

    private static final List<Capacity> SAMPLES = List.of(
            CapacitySamples.busy(),
            CapacitySamples.easy(),
            CapacitySamples.hopeless(),
            CapacitySamples.circuit(),
            CapacitySamples.bare(),
            CapacitySamples.hostile());

    static List<Capacity> samples() {
        return SAMPLES;
    }

    private static JsonNode tree(Capacity capacity) {
        return JsonMapper.builder().build().readTree(CapacityJson.write(capacity));
    }

    private static String text(Capacity capacity) {
        return new String(CapacityJson.write(capacity), StandardCharsets.UTF_8);
    }

    @Test
    void numbersAreNumbersAndTheirIntervalsStandBesideThem() {
        JsonNode json = tree(CapacitySamples.busy());
        JsonNode pool = json.get("pools").get(0);
        assertThat(pool.get("utilisation").get("p75").asDouble()).isEqualTo(0.95);
        assertThat(pool.get("utilisation").get("p75Range").get("low").asDouble())
                .isEqualTo(0.855);
        assertThat(pool.get("hitRatio").asDouble()).isEqualTo(0.42);
        assertThat(pool.get("saturatesAt").asDouble()).isEqualTo(1.05);
        assertThat(pool.get("scrubbing").isNull()).isTrue();
        assertThat(json.get("services").get(0).get("latencyMillis").get("p95").isNumber())
                .isTrue();
        assertThat(json.get("feels").get(0).get("seconds").asDouble()).isEqualTo(98);
        assertThat(json.get("feels").get(0).get("secondsRange").get("high").asDouble())
                .isEqualTo(160);
        assertThat(json.get("power").get("watts").isNumber()).isTrue();
        assertThat(json.propertyNames())
                .contains("pools", "services", "feels", "space", "memory", "cpu", "network", "power");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsWrittenIsReadAgain(Capacity capacity) {
        byte[] written = CapacityJson.write(capacity);
        assertThat(CapacityJson.is(written)).isTrue();
        assertThat(CapacityJson.write(CapacityJson.read(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsWrittenIsAsTheSchemaSays(Capacity capacity) {
        assertThat(problems(text(capacity))).isEmpty();
    }

    /** Every key that is written is described, wherever it is. */
    @ParameterizedTest
    @MethodSource("samples")
    void everyKeyIsDescribed(Capacity capacity) {
        described(tree(capacity), TREE, "");
    }

    private static void described(JsonNode value, JsonNode schema, String path) {
        JsonNode there = schema;
        if (there.has("anyOf")) {
            there = there.get("anyOf").get(0);
        }
        if (there.has("$ref")) {
            there = TREE.get("$defs").get(there.get("$ref").asString("").replace("#/$defs/", ""));
        }
        if (value.isObject()) {
            for (String key : value.propertyNames()) {
                JsonNode property = there.path("properties").path(key);
                assertThat(property.isMissingNode()).as(path + "." + key).isFalse();
                described(value.get(key), property, path + "." + key);
            }
        } else if (value.isArray()) {
            for (JsonNode item : value) {
                described(item, there.get("items"), path + "[]");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"seed\" : 1 | \"seed\" : \"one\"",
                "\"format\" : \"1.0\" | \"format\" : \"2.0\"",
                "\"study\" : \"capacity\" | \"study\" : \"power\"",
                "\"hitRatio\" : 0.42 | \"hitRatio\" : \"much\""
            })
    void whatIsWrongIsFound(String from, String to) {
        String written = text(CapacitySamples.busy());
        assertThat(written).contains(from);
        assertThat(problems(written.replace(from, to))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\" : \"1.0\" | \"format\" : \"2.0\" | in format 2.0, and this rackdrill reads 1.x",
                "\"hitRatio\" : 0.42 | \"hitRatio\" : \"much\" | pools[0].hitRatio",
                "\"seed\" : 1, |  | the key seed is missing"
            })
    void whatCannotBeReadIsNamedWithItsPlace(String from, String to, String words) {
        byte[] broken =
                text(CapacitySamples.busy()).replace(from, to == null ? "" : to).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CapacityJson.read(broken))
                .isInstanceOf(UnreadableResults.class)
                .hasMessageContaining(words);
    }

    @Test
    void otherResultsAreNone() {
        assertThat(CapacityJson.is(ResultsJson.write(Samples.v1()))).isFalse();
        assertThat(CapacityJson.is("no json".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    private static List<String> problems(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
