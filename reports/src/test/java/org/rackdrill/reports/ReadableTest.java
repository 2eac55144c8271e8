package org.rackdrill.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.rackdrill.reports.Gallery.DESK;
import static org.rackdrill.reports.Gallery.PHONE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.reports.browser.Tab;

/** What axe-core makes of every page: whether everyone can read it. */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class ReadableTest {
    private static final String AXE_VARIABLE = "RACKDRILL_AXE";

    private static final String AXE = """
            axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v =>
              v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + n.failureSummary).join(' | ')))
            """;

    private @Nullable Gallery gallery;
    private String axe = "";

    static List<String> pages() {
        return Gallery.pages();
    }

    @BeforeAll
    void open(@TempDir Path directory) throws IOException, InterruptedException {
        Optional<Path> script =
                Optional.ofNullable(System.getenv(AXE_VARIABLE)).map(Path::of).filter(Files::exists);
        assumeTrue(
                script.isPresent(),
                "no axe-core here: npm install axe-core, and set " + AXE_VARIABLE + " to the path of its axe.min.js");
        axe = Files.readString(script.get()) + ";0";
        gallery = Gallery.in(directory);
    }

    @AfterAll
    void close() throws IOException, InterruptedException {
        if (gallery != null) {
            gallery.close();
        }
    }

    /** Each page at both widths and in both schemes; every other page of a kind the other way round. */
    @ParameterizedTest
    @MethodSource("pages")
    void everyoneCanReadIt(String page) {
        boolean swapped = pages().indexOf(page) % 2 == 1;
        readable(page, DESK, swapped ? "dark" : "light");
        readable(page, PHONE, swapped ? "light" : "dark");
    }

    private void readable(String page, int width, String scheme) {
        Tab tab = Optional.ofNullable(gallery).orElseThrow().tab(width, scheme, page);
        tab.evaluate(axe);
        assertThat(tab.evaluate(AXE)).as("%s at %d, %s", page, width, scheme).isEmpty();
    }
}
