package org.rackdrill.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutletTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void marksBecomePlainWhereTheEncodingLacksThem() {
        assertThat(printed(StandardCharsets.US_ASCII, "✓ jellyfin – 99.9 % ≥ goal … ± µ 17×8"))
                .isEqualTo("+ jellyfin - 99.9 % >= goal ~ +- u 17x8");
        assertThat(printed(StandardCharsets.US_ASCII, "┌──┐│█░")).isEqualTo("+--+|#.");
    }

    @Test
    void accentsAreLostBeforeLettersAre() {
        assertThat(printed(StandardCharsets.US_ASCII, "Café Ärger 家 \ud83d\ude00"))
                .isEqualTo("Cafe Arger ? ?");
    }

    @Test
    void whatTheEncodingHasIsKept() {
        assertThat(printed(StandardCharsets.ISO_8859_1, "Café ✗")).isEqualTo("Café x");
        assertThat(printed(StandardCharsets.UTF_8, "Café ✗")).isEqualTo("Café ✗");
    }

    @Test
    void aDocumentIsUtf8WhateverTheTerminalIs() {
        Outlet outlet = outlet(StandardCharsets.US_ASCII, bytes);
        outlet.line("first");
        outlet.document("{\"name\":\"Café ✓\"}\n");
        outlet.line("last");
        outlet.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("first", "{\"name\":\"Café ✓\"}", "last");
    }

    @Test
    void aReaderWhoHasLeftIsNoFailure() {
        assertThat(failing("Broken pipe").failure()).isEmpty();
    }

    @Test
    void aFullDiskIsAFailure() {
        assertThat(failing("No space left on device").failure())
                .get()
                .extracting(Throwable::getMessage)
                .isEqualTo("No space left on device");
    }

    private String printed(Charset charset, String text) {
        bytes.reset();
        Outlet outlet = outlet(charset, bytes);
        outlet.line(text);
        outlet.flush();
        return bytes.toString(charset).strip();
    }

    private static Outlet failing(String reason) {
        Outlet outlet = outlet(StandardCharsets.UTF_8, new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(reason);
            }
        });
        outlet.line("hello");
        outlet.flush();
        outlet.line("hello again");
        outlet.flush();
        return outlet;
    }

    private static Outlet outlet(Charset charset, OutputStream target) {
        return new Outlet(target, charset, false, false);
    }
}
