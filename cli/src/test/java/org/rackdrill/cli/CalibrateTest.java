package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rackdrill calibrate}, with journals that drills left in a real sandbox. */
class CalibrateTest {
    private static final Path JOURNALS = Path.of("src/test/resources/journals").toAbsolutePath();
    private static final Path LAB = Path.of("../scenarios/labs/sandbox.yaml").toAbsolutePath();

    @TempDir
    Path directory;

    @Test
    void realJournalsMakeTheFileMoreExactAndLeaveItsCommentsAlone() throws IOException {
        copy(LAB, "sandbox.yaml");
        copy(journal("web-crashes-1"), "one/web-crashes-1.journal");
        copy(journal("no-names-in-the-sandbox-1"), "one/no-names-in-the-sandbox-1.journal");

        Desk.Outcome outcome = calibrate("sandbox.yaml", "--from", "one", "--write");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains(" values of sandbox are known better after 5 measured durations of 2 runs.")
                .contains("operations.takes.alarm-after  x", "was  usually 5 s, sometimes 10 s", "now  usually ");
        assertThat(outcome.err()).contains("2 of 2 journals were made when the text of this lab was another one");
        String before = Files.readString(LAB);
        String after = Files.readString(directory.resolve("sandbox.yaml"));
        assertThat(after).isNotEqualTo(before);
        assertThat(after.lines().map(CalibrateTest::withoutValue))
                .containsExactlyElementsOf(
                        before.lines().map(CalibrateTest::withoutValue).toList());
        assertThat(desk().run("validate", "sandbox.yaml").code()).isZero();
    }

    @Test
    void withoutAPlaceToWriteToNothingIsWritten() throws IOException {
        copy(LAB, "sandbox.yaml");

        Desk.Outcome outcome =
                calibrate("sandbox.yaml", "--from", journal("web-crashes-1").toString());

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("Nothing was written");
        assertThat(directory.resolve("sandbox.yaml")).hasSameTextualContentAs(LAB);
    }

    @Test
    void whatWasKeptOutIsComparedWithWhatIsForeseenNow() {
        Desk.Outcome outcome = calibrate(
                "sandbox",
                "--from",
                journal("no-names-in-the-sandbox-1").toString(),
                "--check",
                journal("node-hangs-1").toString());

        assertThat(outcome.out())
                .contains("2 durations that were kept out lie in their 95 % intervals")
                .contains("Half of the intervals are no wider than");
        // It is one or the other, by what was measured, and never an error.
        assertThat(outcome.code()).isIn(0, 1);
    }

    @Test
    void aSandboxNeverCalibratesAnotherLab() {
        Desk.Outcome outcome =
                calibrate("v1", "--from", journal("web-crashes-1").toString());

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err())
                .contains("was measured in a sandbox, which stands for the lab sandbox, and says nothing of v1.");
    }

    @Test
    void aSimulatedRunMeasuresNothing() {
        desk().run("drill", "web-crashes", "--no-prediction", "--out", "simulated");

        Desk.Outcome outcome = calibrate("sandbox", "--from", "simulated");

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err())
                .contains("web-crashes-1.journal' is left out: it was simulated, and measured nothing.")
                .contains("nothing there has measured anything.");
    }

    @Test
    void aJournalThatWasCutOffIsLeftOutAndTheOthersCount() throws IOException {
        copy(journal("web-crashes-1"), "all/web-crashes-1.journal");
        byte[] whole = Files.readAllBytes(journal("node-hangs-1"));
        Files.write(directory.resolve("all/node-hangs-1.journal"), Arrays.copyOf(whole, whole.length * 2 / 3));

        Desk.Outcome outcome = calibrate("sandbox", "--from", "all");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("node-hangs-1.journal' is left out: it is damaged");
        assertThat(outcome.out()).contains("of 1 run.");
    }

    @Test
    void aJournalOfWhatTheLabHasNoMoreIsLeftOut() throws IOException {
        Files.writeString(
                directory.resolve("sandbox.yaml"), Files.readString(LAB).replaceAll("\\bweb\\b", "page"));

        Desk.Outcome outcome = calibrate("sandbox.yaml", "--from", JOURNALS.toString());

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err())
                .contains("node-hangs-1.journal' is left out: its drill names web, which the lab has no more.")
                .contains("nothing there has measured anything.");
    }

    @Test
    void whatHoldsNoJournalIsRefused() throws IOException {
        Files.createDirectories(directory.resolve("empty"));
        Files.writeString(directory.resolve("notes.txt"), "nothing was measured here");

        assertThat(calibrate("sandbox", "--from", "empty").err())
                .contains("'empty' holds no journal of a drill, and no record of a format that is known.");
        assertThat(calibrate("sandbox", "--from", "nowhere").code()).isEqualTo(65);
        Desk.Outcome notes = calibrate("sandbox", "--from", "notes.txt");
        assertThat(notes.code()).isEqualTo(65);
        assertThat(notes.err()).contains("'notes.txt' is left out: it is neither a journal of a drill nor a record");
    }

    @Test
    void whatOtherToolsRecordedMakesTheFileMoreExactAndLeavesItsCommentsAlone() throws IOException {
        copy(Path.of("../scenarios/labs/v1.yaml").toAbsolutePath(), "lab.yaml");
        String drive = """
                {"smartctl": {}, "model_name": "TOSHIBA MG04SCA40EN", "serial_number": "1",
                 "power_on_time": {"hours": 60000}, "scsi_grown_defect_list": 4}
                """;
        write("m/node1/tank/sda.json", drive);
        write("m/kuma.csv", "monitor,status,time\ndns,1,2026-01-01 00:00:00\ndns,1,2026-07-01 00:00:00\n");
        write("m/notes.txt", "nothing");

        Desk.Outcome outcome = calibrate("lab.yaml", "--from", "m", "--write");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("2 values of lab are known better after 2 measurements of other tools.")
                .contains("nodes.node1.pools.tank.disks.latent-errors  x")
                .contains(
                        "from 1 drive with unreadable places in 6.85 drive-years (m/node1/tank/sda.json), where 0.571")
                .contains("services.dns.crashes  x", "from 0 outages in 0.496 years (m/kuma.csv)");
        assertThat(outcome.err()).contains("1 file of no format that is known was passed over.");
        assertThat(Files.readString(directory.resolve("lab.yaml")))
                .contains("# What it teaches")
                .contains("disks: {count: 8, model: toshiba-sas-7k2-4tb, latent-errors: about every ")
                .contains("  dns:            {crashes: about every ");
        assertThat(desk().run("validate", "lab.yaml").code()).isZero();
    }

    @Test
    void aDamagedRecordIsRefusedWithItsPlace() throws IOException {
        write("days.csv", "date,serial_number,model,capacity_bytes,failure\n2026-01-01,1,WDC,1,maybe\n");

        Desk.Outcome outcome = calibrate("v1", "--from", "days.csv");

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err()).contains("days.csv:2:1: error: `failure` is neither 0 nor 1. Leave the line out.");
    }

    @Test
    void packedTablesAreReadAsTheyAre() throws IOException {
        Path packed = directory.resolve("node2-tank-days.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("date,serial_number,model,capacity_bytes,failure\n".getBytes(StandardCharsets.UTF_8));
            for (int day = 0; day < 3650; day++) {
                out.write("2026-01-01,1,WDC,1,0\n".getBytes(StandardCharsets.UTF_8));
            }
        }

        Desk.Outcome outcome = calibrate("v1", "--from", packed.getFileName().toString());

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("nodes.node2.pools.tank.disks.fails  x", "from 0 failures in 10 drive-years");
    }

    @Test
    void recordsOfOtherToolsCheckNothing() throws IOException {
        write("kuma.csv", "monitor,status,time\ndns,1,2026-01-01 00:00:00\ndns,1,2026-07-01 00:00:00\n");

        Desk.Outcome outcome =
                calibrate("sandbox", "--from", journal("web-crashes-1").toString(), "--check", "kuma.csv");

        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("--check compares runs of drills; there is no journal among these.");
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void noMeasurementCountsTwice() {
        String journal = journal("web-crashes-1").toString();

        Desk.Outcome outcome = calibrate("sandbox", "--from", journal, "--check", journal);

        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("is named twice");
    }

    @Test
    void aShippedLabIsNotWrittenTo() {
        Desk.Outcome outcome =
                calibrate("sandbox", "--from", journal("web-crashes-1").toString(), "--write");

        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("--out FILE writes a copy");
    }

    private static String withoutValue(String line) {
        return line.replaceFirst("(boot|[a-z]+-[a-z-]+|undoing|arming|failover): .*", "$1");
    }

    private static Path journal(String run) {
        return JOURNALS.resolve(run + ".journal");
    }

    private void copy(Path file, String to) throws IOException {
        Path target = directory.resolve(to);
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(file, target);
    }

    private Desk.Outcome calibrate(String... arguments) {
        String[] all = new String[arguments.length + 5];
        all[0] = "calibrate";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--runs";
        all[arguments.length + 2] = "100";
        all[arguments.length + 3] = "--threads";
        all[arguments.length + 4] = "1";
        return desk().run(all);
    }

    private Desk desk() {
        return new Desk(directory);
    }
}
