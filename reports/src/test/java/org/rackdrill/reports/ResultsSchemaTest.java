package org.rackdrill.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema says what is written: every key, and nothing else. */
class ResultsSchemaTest {
    private static final JsonNode TREE = JsonMapper.builder().build().readTree(ResultsJson.schema());
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ResultsJson.schema(), InputFormat.JSON);

    static List<Results> samples() {
        return Samples.all();
    }

    static Stream<Class<?>> records() {
        return Stream.of(Results.class, Comparison.class)
                .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses())))
                .filter(Class::isRecord);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsWrittenIsValid(Results results) {
        assertThat(problems(new String(ResultsJson.write(results), StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"seed\" : 1 | \"seed\" : \"one\"",
                "\"format\" : \"1.0\" | \"format\" : \"2.0\"",
                "\"lab\" : \"v1\", | ",
                "\"slo\" : 0.999 | \"slo\" : 99.9",
                "\"twoMedia\" : false | \"twoMedia\" : null"
            })
    void whatIsWrongIsFound(String from, @Nullable String to) {
        String written = new String(ResultsJson.write(Samples.v1()), StandardCharsets.UTF_8);
        String wrong = written.replace(from, to == null ? "" : to);

        assertThat(wrong).isNotEqualTo(written);
        assertThat(problems(wrong)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyKeyIsDescribed(Class<?> type) {
        JsonNode described = type == Results.class ? TREE : TREE.get("$defs").get(type.getSimpleName());
        List<String> keys = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();

        assertThat(described).as(type.getName()).isNotNull();
        assertThat(described.get("properties").propertyNames()).containsExactlyElementsOf(keys);
        described
                .get("properties")
                .forEach(key -> assertThat(key.path("description").asString("")).endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatMayBeNullSaysSo(Class<?> type) {
        JsonNode described = type == Results.class ? TREE : TREE.get("$defs").get(type.getSimpleName());
        for (RecordComponent component : type.getRecordComponents()) {
            boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            assertThat(described
                            .get("properties")
                            .get(component.getName())
                            .toString()
                            .contains("\"null\""))
                    .as(component.getName())
                    .isEqualTo(mayBeNull);
        }
    }

    @Test
    void itSaysWhichSchemaItIs() {
        assertThat(TREE.get("$schema").asString("")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    private static List<String> problems(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
