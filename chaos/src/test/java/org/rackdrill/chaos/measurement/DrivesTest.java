package org.rackdrill.chaos.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.chaos.importing.draft.Unusable;

/** What disks say of themselves, what ZFS has counted at them, and how long drives were watched. */
class DrivesTest {

    @Test
    void anAtaDiskSaysHowOldItIsAndWhatIsUnreadable() {
        DriveHealth it = (DriveHealth) Recorded.file("smartctl-7.3-ata.json").get(0);

        assertThat(it.model()).isEqualTo("WDC WD8003FFBX-68B9AN0");
        assertThat(it.serial()).isEqualTo("V0ABCDEF");
        assertThat(it.hours()).hasValue(43_310);
        assertThat(it.reallocated()).hasValue(8);
        assertThat(it.pending()).hasValue(2);
        assertThat(it.uncorrectable()).hasValue(1);
        assertThat(it.unreadable())
                .as("a pending sector may be uncorrectable too")
                .hasValue(10);
        assertThat(it.errors()).hasValue(3);
        assertThat(it.worn()).isEmpty();
        assertThat(it.passed()).hasValue(true);
    }

    @Test
    void anNvmeDiskSaysHowFarItIsWorn() {
        DriveHealth it = (DriveHealth) Recorded.file("smartctl-7.3-nvme.json").get(0);

        assertThat(it.worn().orElseThrow()).isCloseTo(0.07, within(1e-12));
        assertThat(it.hours()).hasValue(17_655);
        assertThat(it.unreadable()).hasValue(0);
        assertThat(it.errors()).hasValue(5);
        assertThat(it.reallocated()).as("it has no such counter").isEmpty();
    }

    @Test
    void aScsiDiskCountsDefectsThatHaveGrown() {
        DriveHealth it = (DriveHealth) Recorded.text("""
                {"smartctl": {"version": [7, 3]}, "scsi_model_name": "TOSHIBA MG04SCA40EN", "serial_number": "X1",
                 "power_on_time": {"hours": 61002, "minutes": 12}, "scsi_grown_defect_list": 4,
                 "scsi_error_counter_log": {"read": {"total_uncorrected_errors": 1}}}
                """).get(0);

        assertThat(it.model()).isEqualTo("TOSHIBA MG04SCA40EN");
        assertThat(it.unreadable()).hasValue(5);
        assertThat(it.passed()).isEmpty();
    }

    @Test
    void otherThingsInTheUpperHalfOfARawValueAreNoSectors() {
        DriveHealth it = (DriveHealth) Recorded.text("""
                {"smartctl": {}, "model_name": "ST", "ata_smart_attributes": {"table": [
                  {"id": 5, "raw": {"value": 4294967298}}]}}
                """).get(0);

        assertThat(it.reallocated()).hasValue(2);
    }

    @Test
    void theDisksOfEachPoolAreTakenFromItsStatusAndWhatTheyMakeUpIsNot() {
        List<Measurement> pools = Recorded.file("zpool-status-2.1.txt");

        assertThat(pools).hasSize(2);
        PoolErrors tank = (PoolErrors) pools.get(0);
        assertThat(tank.pool()).isEqualTo("tank");
        assertThat(tank.disks())
                .extracting(PoolErrors.Disk::read, PoolErrors.Disk::write, PoolErrors.Disk::checksum)
                .containsExactly(
                        tuple(0L, 0L, 3L),
                        tuple(2L, 0L, 0L),
                        tuple(71L, 1228L, 0L),
                        tuple(0L, 0L, 0L),
                        tuple(0L, 0L, 0L));
        assertThat(((PoolErrors) pools.get(1)).disks())
                .extracting(PoolErrors.Disk::name)
                .containsExactly("nvme0n1p2");
    }

    @Test
    void everyLineOfATableOfDrivesIsADayOfOneDrive() {
        List<Measurement> all = Recorded.text("""
                date,serial_number,model,capacity_bytes,failure,smart_1_normalized
                2024-01-01,ZL1,ST16000NM001G,16000900661248,0,83
                2024-01-01,ZL2,ST16000NM001G,16000900661248,1,80
                2024-01-01,"Z,3","TOSHIBA MG08ACA16TA",16000900661248,0,
                date,serial_number,model,capacity_bytes,failure,smart_1_normalized
                2024-01-02,ZL1,ST16000NM001G,16000900661248,0,83
                """);

        assertThat(all)
                .containsExactly(new DriveDays("ST16000NM001G", 3, 1), new DriveDays("TOSHIBA MG08ACA16TA", 1, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date,serial_number,model,capacity_bytes,failure\n",
                "date,serial_number,model,capacity_bytes,failure\n2024-01-01,ZL1,ST,1\n",
                "date,serial_number,model,capacity_bytes,failure\n2024-01-01,ZL1,ST,1,2\n",
                "date,serial_number,model,capacity_bytes,failure\n2024-01-01,ZL1,,1,0\n",
                "{\"smartctl\": {\"exit_status\": 2}, \"device\": {\"name\": \"/dev/sdz\"}}",
                "{\"smartctl\": {}, \"model_name\": 5}extra",
                "{\"smartctl\": {}, \"model_name\": \"a\", \"power_on_time\": {\"hours\": \"many\"}}",
                "{\"smartctl\": {}, \"model_name\": \"a\", \"power_on_time\": {\"hours\": -1}}",
                "{\"smartctl\": {}, \"model_name\": \"a\", \"ata_smart_attributes\": {\"table\": {}}}",
                "  pool: tank\n state: ONLINE\nconfig:\n",
                "  pool: tank\n state: ONLINE\nconfig:\n\n NAME STATE READ WRITE CKSUM\n tank ONLINE 0 0 0\n  sda ONLINE a 0 0\n",
            })
    void whatIsMissingOrWrongIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> Recorded.text(text))
                .isInstanceOfSatisfying(
                        Unusable.class, e -> assertThat(e.problem().text()).matches("it:\\d+:\\d+: error: [^\n]+"));
    }
}
