package org.rackdrill.chaos.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.importing.draft.Unusable;

/** What {@code zpool iostat} prints with its various options. */
class ZpoolIostatTest {

    private static final String HEAD = """
                          capacity     operations     bandwidth
            pool        alloc   free   read  write   read  write
            ----------  -----  -----  -----  -----  -----  -----
            """;

    private static final String PARTS = """
                          capacity     operations     bandwidth    total_wait     disk_wait    syncq_wait    asyncq_wait  scrub   trim
            pool        alloc   free   read  write   read  write   read  write   read  write   read  write   read  write   wait   wait
            ----------  -----  -----  -----  -----  -----  -----  -----  -----  -----  -----  -----  -----  -----  -----  -----  -----
            tank        9.31T  5.24T     12     85   512K  3.40M    7ms   20ms    6ms    4ms    1us    2us      -   18ms      -      -
              raidz2-0  9.31T  5.24T     12     85   512K  3.40M    7ms   20ms    6ms    4ms    1us    2us      -   18ms      -      -
                sda         -      -      2     14    85K   580K    7ms   20ms    6ms    4ms    1us    2us      -   18ms      -      -
            logs            -      -      -      -      -      -      -      -      -      -      -      -      -      -      -      -
              nvme0n1    1.2M  10.0G      0      9      0   120K      -  300us      -  300us      -      -      -      -      -      -
            ----------  -----  -----  -----  -----  -----  -----  -----  -----  -----  -----  -----  -----  -----  -----  -----  -----
            """;

    @Test
    void poolsAreTakenAndTheFirstLookIsNot() {
        DiskLoad tank = (DiskLoad) Recorded.text(HEAD + """
                        tank        1.23T  2.40T   1000   1000     1M     1M
                        ----------  -----  -----  -----  -----  -----  -----
                        tank        1.23T  2.40T     10     20   640K     2M
                        tank        1.23T  2.40T     30  1.50K     1M     4M
                        """).get(0);

        assertThat(tank.device()).isEqualTo("tank");
        assertThat(tank.pool()).isTrue();
        assertThat(tank.samples()).isEqualTo(2);
        assertThat(tank.readsPerSecond()).isEqualTo(20);
        assertThat(tank.writesPerSecond()).isEqualTo((20 + 1536) / 2.0);
        assertThat(tank.readBytes()).isCloseTo((640 + 1024) * 1024 / 40.0, within(1e-9));
        assertThat(tank.readMillis()).isEmpty();
    }

    @Test
    void timesAreTakenAndWhatStandsUnderAPoolIsNot() {
        List<Measurement> all = Recorded.text(PARTS);

        assertThat(all).hasSize(1);
        assertThat(((DiskLoad) all.get(0)).sinceBoot()).isTrue();
        assertThat(((DiskLoad) all.get(0)).readMillis()).hasValue(7.0);
        assertThat(((DiskLoad) all.get(0)).writeMillis()).hasValue(20.0);
    }

    @Test
    void exactNumbersForScriptsAreTheSame() {
        DiskLoad tank = (DiskLoad) Recorded.text("tank\t10237\t57589\t1\t1\t1\t1\t1\t1\t1\t1\t-\t-\t-\t-\t-\t-\n"
                        + "tank\t1023\t575\t12\t85\t524288\t3565158\t7000000\t20000000\t6\t4\t-\t-\t-\t-\t-\t-\n")
                .get(0);

        assertThat(tank.samples()).isEqualTo(1);
        assertThat(tank.writesPerSecond()).isEqualTo(85);
        assertThat(tank.readMillis()).hasValue(7.0);
    }

    @Test
    void aWordAmongTheNumbersIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> Recorded.text(HEAD + "tank 1T 2T 10 many 640K 2M\n"))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        e -> assertThat(e.problem().text()).startsWith("it:4:15: error: `many` is no number"));
        assertThatThrownBy(() -> Recorded.text(HEAD))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("no pool");
    }

    @Test
    void aRecordOfFortyMegabytesNeedsNoMoreMemoryThanAShortOne() throws IOException {
        byte[] line = "tank        1.23T  2.40T     10     20   640K     2M\n".getBytes(StandardCharsets.UTF_8);
        int looks = 800_000;
        InputStream endless = new InputStream() {
            private long at = -HEAD.length();

            @Override
            public int read() {
                long here = at++;
                if (here < 0) {
                    return HEAD.charAt((int) (here + HEAD.length()));
                }
                return here < (long) looks * line.length ? line[(int) (here % line.length)] : -1;
            }
        };
        long before = used();

        var contents = MeasuredFile.read("it", endless).orElseThrow();

        assertThat(used() - before).isLessThan(16L << 20);
        assertThat(((DiskLoad) contents.measurements().get(0)).samples()).isEqualTo(looks - 1);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
