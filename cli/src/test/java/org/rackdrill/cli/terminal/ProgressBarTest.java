package org.rackdrill.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void saysHowFarAndHowLong() {
        ProgressBar bar = bar(true, "v1");
        after(6, bar, 0.25);
        assertThat(lastLine()).isEqualTo("v1 [#######.......................]  25 %, about 18 s left");
        after(2, bar, 0.5);
        assertThat(lastLine()).contains(" 50 %, about 8 s left");
    }

    @Test
    void guessesNothingFromTheFirstInstant() {
        after(1, bar(true, "v1"), 0.01);
        assertThat(lastLine()).endsWith("1 %");
    }

    @Test
    void countsMinutesWhenThereAreMany() {
        after(60, bar(true, "v1"), 0.1);
        assertThat(lastLine()).endsWith("about 9 min left");
    }

    @Test
    void neverGoesBack() {
        ProgressBar bar = bar(true, "v1");
        after(1, bar, 0.5);
        after(1, bar, 0.4);
        assertThat(lastLine()).contains("50 %");
    }

    @Test
    void drawsOnlyNowAndThen() {
        ProgressBar bar = bar(true, "v1");
        for (int i = 0; i < 1000; i++) {
            bar.at(i / 1000.0);
        }
        assertThat(text().chars().filter(c -> c == '\r')).hasSize(1);
    }

    @Test
    void leavesACleanLine() {
        ProgressBar bar = bar(true, "v1");
        after(1, bar, 0.5);
        int width = lastLine().length();
        bar.close();
        assertThat(text()).endsWith("\r" + " ".repeat(width) + "\r");
    }

    @Test
    void fitsTheTerminalWhateverTheLabIsCalled() {
        after(1, bar(true, "a-very-long-name".repeat(10) + "\u001b[2J"), 0.5);
        assertThat(lastLine()).hasSizeLessThan(Terminal.WIDTH).doesNotContain("\u001b");
    }

    @Test
    void isSilentInAFile() {
        ProgressBar bar = bar(false, "v1");
        after(1, bar, 0.5);
        bar.close();
        assertThat(text()).isEmpty();
    }

    private ProgressBar bar(boolean terminal, String title) {
        return new ProgressBar(new Outlet(bytes, StandardCharsets.UTF_8, terminal, true), title, nanos::get);
    }

    private void after(int seconds, ProgressBar bar, double share) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        bar.at(share);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String lastLine() {
        return text().substring(text().lastIndexOf('\r') + 1).stripTrailing();
    }
}
