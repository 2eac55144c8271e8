package org.rackdrill.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** A plot needs no fonts from the machine: slim containers have none, and Java fails there when it looks for them. */
class NoFontTest {

    @Test
    void drawingLoadsNoFontSystem() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Draw.class.getName())
                .redirectErrorStream(true)
                .start();
        String log = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor())
                .as(log.substring(Math.max(0, log.length() - 2000)))
                .isZero();
        assertThat(log)
                .contains("org.jfree.chart.plot.XYPlot", "SVGGraphics2D")
                .doesNotContain("sun.font.SunFontManager");
    }

    /** Draws one plot. */
    static final class Draw {
        private Draw() {}

        public static void main(String[] arguments) {
            new YearSpread(Collections.nCopies(101, 3.0), 8.76).picture("title", "description", "goal");
        }
    }
}
