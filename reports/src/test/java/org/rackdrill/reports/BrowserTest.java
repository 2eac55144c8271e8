package org.rackdrill.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.reports.Gallery.DESK;
import static org.rackdrill.reports.Gallery.PHONE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import org.rackdrill.reports.browser.Tab;

/** What a browser makes of every page, at desk and phone width, light and dark, and on paper. */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class BrowserTest {
    private static final int PAPER = 718;

    /** Names everything that sticks out of the page on the right, outside of frames that scroll by themselves. */
    private static final String STICKING_OUT = """
            [...document.querySelectorAll('body *')]
              .filter(e => !e.closest('.wide-table') && !e.closest('.unseen, thead, title, desc'))
              .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
              .map(e => e.tagName + '.' + (e.getAttribute('class') || '') + ' ' + e.textContent.slice(0, 40))
            """;

    private @Nullable Gallery gallery;

    static List<String> pages() {
        return Gallery.pages();
    }

    @BeforeAll
    void open(@TempDir Path directory) throws IOException, InterruptedException {
        gallery = Gallery.in(directory);
    }

    @AfterAll
    void close() throws IOException, InterruptedException {
        if (gallery != null) {
            gallery.close();
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

    @Test
    void itLooksTheSameWithoutScripts() {
        byte[] with = tab(DESK, "light", "v1").screenshot(false);
        Tab without = gallery().anotherTab().scripts(false);

        assertThat(without.size(DESK, 900)
                        .scheme("light")
                        .load(gallery().file("v1"))
                        .screenshot(false))
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

    private Gallery gallery() {
        return Optional.ofNullable(gallery).orElseThrow();
    }

    private Tab tab(int width, String scheme, String page) {
        return gallery().tab(width, scheme, page);
    }

    private String address(String page) {
        return gallery().file(page).toUri().toString();
    }
}
