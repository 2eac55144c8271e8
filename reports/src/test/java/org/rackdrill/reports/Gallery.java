package org.rackdrill.reports;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rackdrill.reports.browser.Chromium;
import org.rackdrill.reports.browser.Tab;

/** Every page in a directory, and a browser that looks at them. */
final class Gallery implements AutoCloseable {
    static final int DESK = 1280;
    static final int PHONE = 390;

    private static final Map<String, String> PAGES = Pages.all();

    private final Path directory;
    private final Chromium chromium;
    private final Tab tab;

    private Gallery(Path directory, Chromium chromium) {
        this.directory = directory;
        this.chromium = chromium;
        tab = chromium.tab();
    }

    /** Writes the pages and starts the browser, when there is one here. */
    static Gallery in(Path directory) throws IOException, InterruptedException {
        assumeTrue(Chromium.program().isPresent(), Chromium.HOW_TO_INSTALL);
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            Files.writeString(directory.resolve(page.getKey() + ".html"), page.getValue());
        }
        return new Gallery(directory, Chromium.start());
    }

    /** Returns the names of the pages, those of a kind side by side. */
    static List<String> pages() {
        return List.copyOf(PAGES.keySet());
    }

    /** Loads a page. */
    Tab tab(int width, String scheme, String page) {
        return tab.size(width, 900).scheme(scheme).load(file(page));
    }

    Tab anotherTab() {
        return chromium.tab();
    }

    Path file(String page) {
        return directory.resolve(page + ".html");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        chromium.close();
    }
}
