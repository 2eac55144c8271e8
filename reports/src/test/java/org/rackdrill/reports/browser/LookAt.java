package org.rackdrill.reports.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes pictures of HTML files, so that a person can look at them: at 1280 and 390 px, light and dark, and as print.
 * Arguments: the directory to write to, then the files.
 */
public final class LookAt {
    private LookAt() {}

    /** Writes the pictures. */
    public static void main(String[] arguments) throws Exception {
        Path out = Files.createDirectories(Path.of(arguments[0]));
        try (Chromium browser = Chromium.start()) {
            Tab tab = browser.tab();
            for (String file : List.of(arguments).subList(1, arguments.length)) {
                String name = Path.of(file).getFileName().toString().replace(".html", "");
                for (String scheme : List.of("light", "dark")) {
                    tab.scheme(scheme);
                    for (int width : new int[] {1280, 390}) {
                        tab.size(width, width > 600 ? 800 : 844)
                                .load(Path.of(file).toAbsolutePath());
                        Files.write(out.resolve(name + "-" + width + "-" + scheme + ".png"), tab.screenshot(true));
                    }
                }
                Files.write(out.resolve(name + ".pdf"), tab.scheme("light").pdf());
            }
        }
    }
}
