package org.rackdrill.reports.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.fault.FaultState;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.chaos.run.Status;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schema of {@code drill.json} says what is written: every key, and nothing else. */
class DrillJsonTest {
    private static final Map<String, Replay> RUNS = Runs.all();
    private static final JsonNode TREE = JsonMapper.builder().build().readTree(DrillJson.schema());
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(DrillJson.schema(), InputFormat.JSON);

    static Stream<String> runs() {
        return RUNS.keySet().stream();
    }

    static Stream<Class<?>> records() {
        return Stream.concat(Stream.of(DrillDocument.class), Arrays.stream(DrillDocument.class.getDeclaredClasses()));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void whatIsWrittenIsValid(String run) {
        assertThat(problems(written(run))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\" : \"1.0\" | \"format\" : \"2.0\"",
                "\"exitCode\" : 0 | \"exitCode\" : 4",
                "\"verdict\" : \"passed\" | \"verdict\" : \"fine\"",
                "\"seen\" : \"true\" | \"seen\" : true",
                "\"world\" : \"live\", | "
            })
    void whatIsWrongIsFound(String from, @Nullable String to) {
        String written = written("drill-passed");
        String wrong = written.replace(from, to == null ? "" : to);

        assertThat(wrong).isNotEqualTo(written);
        assertThat(problems(wrong)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyKeyIsDescribed(Class<?> type) {
        List<String> keys = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();

        assertThat(described(type).get("properties").propertyNames()).containsExactlyElementsOf(keys);
        described(type)
                .get("properties")
                .forEach(key -> assertThat(key.path("description").asString("")).endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatMayBeNullSaysSo(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            assertThat(described(type)
                            .get("properties")
                            .get(component.getName())
                            .toString()
                            .contains("\"null\""))
                    .as(component.getName())
                    .isEqualTo(mayBeNull);
        }
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyStatusIsThere(Status status) {
        assertThat(allowed("status")).contains(DrillJson.word(status));
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void everyVerdictIsThere(Verdict verdict) {
        assertThat(allowed("verdict")).contains(DrillJson.word(verdict));
    }

    @ParameterizedTest
    @EnumSource(FaultState.class)
    void everyStateOfAFaultIsThere(FaultState state) {
        assertThat(TREE.at("/$defs/Fault/properties/state/enum").toString()).contains(DrillJson.word(state));
    }

    @ParameterizedTest
    @MethodSource("records")
    void thePageAboutItNamesEveryKey(Class<?> type) throws IOException {
        String page = Files.readString(Path.of("../docs/drill-report.md"));

        assertThat(Arrays.stream(type.getRecordComponents()).map(key -> "`" + key.getName() + "`"))
                .allSatisfy(key -> assertThat(page).contains(key));
    }

    @Test
    void theSameRunGivesTheSameBytes() {
        assertThat(written("drill-passed")).isEqualTo(json(Runs.passed(org.rackdrill.chaos.drill.WorldKind.LIVE)));
    }

    private static JsonNode described(Class<?> type) {
        return type == DrillDocument.class ? TREE : TREE.get("$defs").get(type.getSimpleName());
    }

    private static String allowed(String key) {
        return TREE.get("properties").get(key).get("enum").toString();
    }

    private static String written(String run) {
        return json(Optional.ofNullable(RUNS.get(run)).orElseThrow());
    }

    private static String json(Replay run) {
        return new String(DrillJson.write(run, "0.1.0", "a.journal"), StandardCharsets.UTF_8);
    }

    private static List<String> problems(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
