package org.rackdrill.chaos.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.chaos.importing.draft.Unusable;

/** What iostat prints, as a text and as JSON. */
class IostatTest {

    private static DiskLoad of(List<Measurement> all, String device) {
        return all.stream()
                .map(DiskLoad.class::cast)
                .filter(it -> it.device().equals(device))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRecordedTextGivesTheMeanOfItsLooksWithoutTheFirstWhichIsThatSinceBoot() {
        DiskLoad disk = of(Recorded.file("iostat-12.6.1.txt"), "vda");

        // Two looks: 0 and 5 reads of 36 kB, 8 writes of 24 kB and none.
        assertThat(disk.pool()).isFalse();
        assertThat(disk.samples()).isEqualTo(2);
        assertThat(disk.sinceBoot()).isFalse();
        assertThat(disk.readsPerSecond()).isCloseTo(2.5, within(1e-9));
        assertThat(disk.readBytes()).isCloseTo(36.0 * 1024 / 5, within(1e-9));
        assertThat(disk.writesPerSecond()).isCloseTo(4, within(1e-9));
        assertThat(disk.writeBytes()).isCloseTo(24.0 * 1024 / 8, within(1e-9));
        assertThat(disk.readMillis())
                .hasValueSatisfying(value -> assertThat(value).isCloseTo(0.40, within(1e-9)));
        assertThat(disk.writeMillis())
                .hasValueSatisfying(value -> assertThat(value).isCloseTo(0.12, within(1e-9)));
        assertThat(disk.busy()).hasValue(0.0);
    }

    @Test
    void aRecordedDocumentGivesTheSameKindsOfNumbers() {
        List<Measurement> all = Recorded.file("iostat-12.6.1.json");

        DiskLoad disk = of(all, "vda");
        assertThat(disk.samples()).isEqualTo(2);
        assertThat(disk.readsPerSecond()).isCloseTo((5.94 + 1.00) / 2, within(1e-9));
        assertThat(disk.writesPerSecond()).isCloseTo(396.04 / 2, within(1e-9));
        assertThat(disk.writeBytes()).isCloseTo(25_346.53 * 1024 / 396.04, within(1e-6));
        assertThat(disk.readMillis())
                .hasValueSatisfying(value -> assertThat(value)
                        .as("weighted with how many there were")
                        .isCloseTo(0.5 * 5.94 / 6.94, within(1e-9)));
        assertThat(disk.busy()).hasValueSatisfying(value -> assertThat(value).isCloseTo(0.0119, within(1e-9)));
    }

    @Test
    void aSingleLookIsThatSinceBoot() {
        DiskLoad disk = of(Recorded.text("""
                Linux 4.19.0-6-amd64 (nas)  11/26/26  _x86_64_  (4 CPU)

                Device:  rrqm/s  wrqm/s  r/s   w/s   rMB/s  wMB/s  avgrq-sz  avgqu-sz  await  svctm  %util
                sda      0,00    1,20    2,50  10,0  0,10   0,20   40,00     0,10      7,50   1,00   12,5
                """), "sda");

        assertThat(disk.sinceBoot()).isTrue();
        assertThat(disk.readsPerSecond()).as("decimals behind a comma").isEqualTo(2.5);
        assertThat(disk.readBytes()).as("columns in megabytes").isCloseTo(0.1 * (1 << 20) / 2.5, within(1e-6));
        assertThat(disk.writeMillis()).as("one time for both").hasValue(7.5);
        assertThat(disk.busy()).hasValueSatisfying(value -> assertThat(value).isCloseTo(0.125, within(1e-9)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Device r/s w/s rkB/s wkB/s %util\nsda 1 2 3\n",
                "Device r/s w/s rkB/s wkB/s %util\nsda 1 2 x 4 5\n",
                "Device r/s rkB/s wkB/s %util\nsda 1 2 3 4\n",
                "Device r/s w/s rkB/s wkB/s %util\nsda 1 \0 3 4 5\n",
                "{\"sysstat\": {\"hosts\": [{\"statistics\": [{\"disk\": [{\"disk_device\": \"sda\", \"tps\": 1}]}]}]}}",
                "{\"sysstat\": {\"hosts\": [{\"statistics\": [{\"disk\": [{\"disk_device\": \"sda\", \"r/s\": []}]}]}]}}",
                "{\"sysstat\": {\"hosts\": []}}",
                "{\"sysstat\": {\"hosts\": [",
                "{\"sysstat\": 3}",
            })
    void whatIsCutOffOrNoNumberIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> Recorded.text(text))
                .isInstanceOfSatisfying(
                        Unusable.class, e -> assertThat(e.problem().text()).matches("it:\\d+:\\d+: error: [^\n]+"));
    }
}
