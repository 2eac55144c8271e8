package org.rackdrill.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One HTML file that needs nothing else: no network, no script, no fonts. */
public final class Page {
    /** Nothing may be loaded or run, whatever a name in the results says. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private Page() {}

    /** Returns the document around some sections. */
    public static String document(String title, List<Element> sections) {
        Element head = Element.of("head")
                .add(
                        Element.of("meta").with("charset", "utf-8"),
                        Element.of("meta")
                                .with("http-equiv", "Content-Security-Policy")
                                .with("content", POLICY),
                        Element.of("meta")
                                .with("name", "viewport")
                                .with("content", "width=device-width,initial-scale=1"),
                        Element.of("meta").with("name", "color-scheme").with("content", "light dark"),
                        Element.of("meta").with("name", "referrer").with("content", "no-referrer"),
                        Element.of("title").text(Named.visible(title)),
                        Element.of("link").with("rel", "icon").with("href", "data:,"),
                        Element.style(sheet()));
        Element body = Element.of("body").add(Element.of("main").add(sections));
        return "<!doctype html>\n"
                + Element.of("html").with("lang", "en").add(head, body).render() + "\n";
    }

    private static String sheet() {
        try (InputStream in = Page.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
