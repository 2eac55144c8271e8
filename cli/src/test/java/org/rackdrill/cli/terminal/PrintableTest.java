package org.rackdrill.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(Printable.line("Café “Ärger” 家 \ud83d\ude00 100 %")).isEqualTo("Café “Ärger” 家 \ud83d\ude00 100 %");
    }

    @Test
    void whatMovesTheCursorIsWrittenOut() {
        assertThat(Printable.line("a\u001b[2Jb\rc\td\u0007e\u007f\u009b"))
                .isEqualTo("a\\x1b[2Jb\\rc\\td\\x07e\\x7f\\x9b");
    }

    @Test
    void whatTurnsTheTextAroundIsWrittenOut() {
        assertThat(Printable.line("lab\u202elmay.\u2066\u2028")).isEqualTo("lab\\u202elmay.\\u2066\\u2028");
    }

    @Test
    void aNameIsOneLine() {
        assertThat(Printable.line("two\nlines")).isEqualTo("two\\nlines");
        assertThat(Printable.lines("two\nlines")).isEqualTo("two\nlines");
    }

    @Test
    void ourColoursPassAndNothingElseDoes() {
        assertThat(Printable.coloured("\u001b[1;32myes\u001b[0m\n\u001b[2Jno"))
                .isEqualTo("\u001b[1;32myes\u001b[0m\n\\x1b[2Jno");
    }
}
