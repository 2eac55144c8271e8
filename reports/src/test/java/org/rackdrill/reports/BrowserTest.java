package org.rackdrill.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rackdrill.reports.browser.Chromium;
import org.rackdrill.reports.browser.Tab;

/** What a browser makes of every page, at desk and phone width, light and dark, and on paper. */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class BrowserTest {
    private static final Map<String, String> PAGES = Pages.all();
    private static final int DESK = 1280;
    private static final int PHONE = 390;
    private static final int PAPER = 718;
    private static final String AXE_VARIABLE = "RACKDRILL_AXE";

    /** Names everything that sticks out of the page on the right, outside of frames that scroll by themselves. */
    private static final String STICKING_OUT = """
            [...document.querySelectorAll('body *')]
              .filter(e => !e.closest('.wide-table') && !e.closest('.unseen, thead, title, desc'))
              .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
              .map(e => e.tagName + '.' + (e.getAttribute('class') || '') + ' ' + e.textContent.slice(0, 40))
            """;

    private static final String AXE = """
            axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v =>
              v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' ' + n.failureSummary).join(' | ')))
            """;

    private @Nullable Chromium chromium;
    private @Nullable Tab tab;
    private @Nullable Path directory;

    static Set<String> pages() {
        return PAGES.keySet();
    }

    @BeforeAll
    void open(@TempDir Path pages) throws IOException, InterruptedException {
        assumeTrue(Chromium.program().isPresent(), Chromium.HOW_TO_INSTALL);
        chromium = Chromium.start();
        tab = chromium.tab();
        directory = pages;
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            Files.writeString(pages.resolve(page.getKey() + ".html"), page.getValue());
        }
    }

    @AfterAll
    void close() throws IOException, InterruptedException {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsAskedForAndNothingComplained(String page) {
        Tab tab = tab(DESK, "light", page);

        assertThat(tab.requests())
                .filteredOn(request -> !request.equals("data:,"))
                .containsExactly(address(page));
        assertThat(tab.complaints()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingSticksOut(String page) {
        for (int width : new int[] {DESK, 768, PHONE, 320}) {
            Tab tab = tab(width, "light", page);

            assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
                    .as("width of %s in a window of %d", page, width)
                    .isLessThanOrEqualTo(width);
            // Only where there is room for a table does a very wide one scroll; on a phone its rows become cards.
            String sticking = width <= PHONE ? STICKING_OUT.replace("!e.closest('.wide-table') &&", "") : STICKING_OUT;
            assertThat(tab.evaluate(sticking)).as("%s at %d", page, width).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsCutOnPaper(String page) {
        Tab tab = tab(PAPER, "light", page).print(true);

        assertThat(tab.evaluate(STICKING_OUT.replace("!e.closest('.wide-table') &&", "")))
                .isEmpty();
        assertThat(tab.pdf()).startsWith('%', 'P', 'D', 'F');
    }

    /** Each page at both widths and in both schemes; every other page of a kind the other way round. */
    @ParameterizedTest
    @MethodSource("pages")
    void everyoneCanReadIt(String page) throws IOException {
        Optional<Path> axe =
                Optional.ofNullable(System.getenv(AXE_VARIABLE)).map(Path::of).filter(Files::exists);
        assumeTrue(
                axe.isPresent(),
                "no axe-core here: npm install axe-core, and set " + AXE_VARIABLE + " to the path of its axe.min.js");
        boolean swapped = List.copyOf(PAGES.keySet()).indexOf(page) % 2 == 1;
        readable(axe.get(), DESK, swapped ? "dark" : "light", page);
        readable(axe.get(), PHONE, swapped ? "light" : "dark", page);
    }

    private void readable(Path axe, int width, String scheme, String page) throws IOException {
        Tab tab = tab(width, scheme, page);
        tab.evaluate(Files.readString(axe) + ";0");
        assertThat(tab.evaluate(AXE)).as("%s at %d, %s", page, width, scheme).isEmpty();
    }

    @Test
    void itLooksTheSameWithoutScripts() {
        byte[] with = tab(DESK, "light", "v1").screenshot(false);
        Tab without = Optional.ofNullable(chromium).orElseThrow().tab().scripts(false);

        assertThat(without.size(DESK, 900).scheme("light").load(file("v1")).screenshot(false))
                .isEqualTo(with);
    }

    @Test
    void darkIsDarkAndLightIsLight() {
        String background = "getComputedStyle(document.body).backgroundColor";

        assertThat(tab(DESK, "light", "v1").evaluate(background).asString("")).isEqualTo("rgb(251, 250, 247)");
        assertThat(tab(DESK, "dark", "v1").evaluate(background).asString("")).isEqualTo("rgb(20, 24, 28)");
        assertThat(tab(DESK, "dark", "v1").print(true).evaluate(background).asString(""))
                .isEqualTo("rgb(255, 255, 255)");
    }

    @Test
    void theAnswerStandsOnTheFirstScreen() {
        for (int width : new int[] {DESK, PHONE}) {
            Tab tab = tab(width, "light", "v1");
            String bottom = "document.querySelector('%s').getBoundingClientRect().bottom";

            assertThat(tab.evaluate(bottom.formatted("h1")).asDouble()).isLessThan(400);
            assertThat(tab.evaluate(bottom.formatted(".facts")).asDouble()).isLessThan(width == DESK ? 500 : 800);
        }
    }

    @Test
    void namesAreTextAndNothingElse() {
        Tab tab = tab(DESK, "light", "hostile");

        assertThat(tab.evaluate("document.querySelectorAll('script,iframe,img,object,embed').length")
                        .asInt())
                .isZero();
        assertThat(tab.evaluate("[...document.querySelectorAll('*')].filter(e => [...e.attributes].some("
                                + "a => a.name.startsWith('on'))).length")
                        .asInt())
                .isZero();
    }

    private Tab tab(int width, String scheme, String page) {
        return Optional.ofNullable(tab)
                .orElseThrow()
                .size(width, 900)
                .scheme(scheme)
                .load(file(page));
    }

    private Path file(String page) {
        return Optional.ofNullable(directory).orElseThrow().resolve(page + ".html");
    }

    private String address(String page) {
        return file(page).toUri().toString();
    }
}
