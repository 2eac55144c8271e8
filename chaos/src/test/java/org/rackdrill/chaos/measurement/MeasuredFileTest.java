package org.rackdrill.chaos.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.importing.draft.Unusable;

/** Which format a file is of, and what becomes of files of none. */
class MeasuredFileTest {

    private static final List<String> RECORDED = List.of(
            "fio-3.33-randrw.json",
            "iostat-12.6.1.txt",
            "iostat-12.6.1.json",
            "smartctl-7.3-ata.json",
            "zpool-status-2.1.txt",
            "kuma-2.0.csv");

    private static final long SEED = 20261126;

    @Test
    void whatIsNoRecordOfMeasurementsIsNotTakenForOne() {
        for (String text :
                List.of("", "\n\n", "hello", "{}", "[]", "{\"a\": 1}", "a,b,c\n1,2,3\n", "%PDF-1.4 \u0001\u0002")) {
            assertThat(Recorded.read(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isEmpty();
        }
        assertThat(Recorded.read(new byte[100_000])).isEmpty();
    }

    @Test
    void anotherEncodingIsNamed() {
        for (var encoding : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            byte[] bytes = ("\ufeff" + "Device r/s w/s rkB/s wkB/s\n").getBytes(encoding);
            assertThatThrownBy(() -> Recorded.read(bytes))
                    .isInstanceOf(Unusable.class)
                    .hasMessageContaining("UTF-16");
        }
    }

    @Test
    void linesAreTheSameHoweverTheyAreParted() {
        String head = "date,serial_number,model,capacity_bytes,failure\n";
        for (int length : List.of(1, 1000, 65_000, 65_536)) {
            String model = "M".repeat(Math.min(length, 60_000));
            String line = "2026-01-01,1," + model + ",1,1\r\n";
            List<Measurement> all = Recorded.text(head + line.repeat(5) + "2026-01-01,1," + model + ",1,0");

            assertThat(all).containsExactly(new DriveDays(model, 6, 5));
        }
        assertThatThrownBy(() -> Recorded.text(head + "2026-01-01,1," + "M".repeat(70_000) + ",1,1\n"))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("longer than 65,536");
    }

    @Test
    void aDamagedRecordIsReadOrRefusedWithAPlaceAndNeverAnythingElse() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 1200; round++) {
            String name = RECORDED.get(round % RECORDED.size());
            byte[] bytes = Recorded.bytes(name).clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                Recorded.read(bytes)
                        .ifPresent(it -> assertThat(it.measurements()).isNotEmpty());
            } catch (Unusable expected) {
                assertThat(expected.problem().text())
                        .as("seed %d, round %d, %s", SEED, round, name)
                        .startsWith("it:");
            }
        }
    }
}
