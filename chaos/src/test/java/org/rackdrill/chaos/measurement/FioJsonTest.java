package org.rackdrill.chaos.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.chaos.importing.draft.Unusable;

/** What fio prints as JSON. */
class FioJsonTest {

    private static final String RECORDED = new String(Recorded.bytes("fio-3.33-randrw.json"), StandardCharsets.UTF_8);

    @Test
    void aRecordedRunIsRead() {
        Benchmark it = (Benchmark) Recorded.file("fio-3.33-randrw.json").get(0);

        assertThat(it.pattern()).isEqualTo("randrw");
        assertThat(it.random()).isTrue();
        assertThat(it.device()).isEqualTo("/dev/sdb");
        assertThat(it.blockBytes()).isEqualTo(4096);
        assertThat(it.depth()).isEqualTo(1);
        assertThat(it.direct()).isTrue();
        assertThat(it.reads().orElseThrow().perSecond()).isCloseTo(7356.143856, within(1e-6));
        assertThat(it.reads().orElseThrow().count()).isEqualTo(14_727);
        assertThat(it.reads().orElseThrow().meanMillis()).isCloseTo(0.043612, within(1e-6));
        assertThat(it.reads().orElseThrow().percentile(50))
                .hasValueSatisfying(value -> assertThat(value).isCloseTo(0.033536, within(1e-9)));
        assertThat(it.reads().orElseThrow().percentile(12.5)).isEmpty();
        assertThat(it.writes()).isPresent();
    }

    @Test
    void complaintsBeforeTheJsonArePassedOverAndDoNotMovePlaces() {
        String text = "fio: this platform does not support process shared mutexes\nfio: another\n" + RECORDED;

        assertThat(Recorded.text(text)).isEqualTo(Recorded.file("fio-3.33-randrw.json"));
        assertThatThrownBy(() -> Recorded.text(text.replace("\"total_ios\" : 14727", "\"total_ios\" : \"many\"")))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        e -> assertThat(e.problem().line()).isEqualTo(2 + lineOf("\"total_ios\" : 14727")));
    }

    private static int lineOf(String text) {
        return (int) RECORDED.substring(0, RECORDED.indexOf(text)).lines().count();
    }

    @Test
    void theSecondMajorVersionCountsInMicrosecondsAndNamesOptionsOnceForAll() {
        Benchmark it = (Benchmark) Recorded.text("""
                {"fio version": "fio-2.16",
                 "global options": {"rw": "randread", "bs": "8k,4k", "iodepth": "4", "ioengine": "libaio", "direct": "1"},
                 "jobs": [{"jobname": "a", "error": 0, "job options": {"filename": "/dev/sdc", "numjobs": "2"},
                   "read": {"iops": 120.5, "total_ios": 1205, "clat": {"mean": 8300.0, "percentile": {"99.000000": 20100}}},
                   "write": {"iops": 0.0, "total_ios": 0, "clat": {"mean": 0.0}}}]}
                """).get(0);

        assertThat(it.depth()).isEqualTo(8);
        assertThat(it.blockBytes()).isEqualTo(8192);
        assertThat(it.writes()).isEmpty();
        assertThat(it.reads().orElseThrow().meanMillis()).isCloseTo(8.3, within(1e-9));
        assertThat(it.reads().orElseThrow().percentile(99))
                .hasValueSatisfying(value -> assertThat(value).isCloseTo(20.1, within(1e-9)));
    }

    @Test
    void anEngineThatWaitsForEachAnswerAsksOneAtATimeWhateverDepthItIsGiven() {
        String sync = RECORDED.replace("libaio", "psync").replace("\"iodepth\" : \"1\"", "\"iodepth\" : \"32\"");

        assertThat(((Benchmark) Recorded.text(sync).get(0)).depth()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"total_ios\" : 14727 | \"total_i\" : 14727 | `jobs[0].read`: `total_ios` is missing",
                "\"iops\" : 7356.143856 | \"iops\" : -7 | `iops` is negative",
                "\"iops\" : 7356.143856 | \"iops\" : \"x\" | `jobs[0].read.iops`: here should stand a number",
                "\"error\" : 0 | \"error\" : 5 | could not do this job (error 5)",
                "\"jobs\" | \"works\" | it has no `jobs`",
                "\"bs\" : \"4k\" | \"bs\" : \"much\" | `bs` is no size",
                "\"iodepth\" : \"1\" | \"iodepth\" : \"0\" | `iodepth` is no number from 1",
            })
    void whatIsMissingOrWrongIsNamedWithItsPlace(String instead, String now, String complaint) {
        assertThatThrownBy(() -> Recorded.text(RECORDED.replaceFirst(java.util.regex.Pattern.quote(instead), now)))
                .isInstanceOfSatisfying(Unusable.class, e -> {
                    assertThat(e.problem().text()).contains(complaint);
                    assertThat(e.problem().column()).isPositive();
                });
    }

    @Test
    void aFileCutOffAnywhereIsRefusedWithItsPlaceOrNotTakenForFios() {
        for (int end = 0; end < RECORDED.stripTrailing().length(); end += 97) {
            byte[] cut = RECORDED.substring(0, end).getBytes(StandardCharsets.UTF_8);
            try {
                assertThat(Recorded.read(cut)).isEmpty();
            } catch (Unusable expected) {
                assertThat(expected.problem().text()).startsWith("it:").contains("not JSON");
            }
        }
    }
}
