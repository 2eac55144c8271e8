package org.rackdrill.live.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void aLineWithoutItsEndDoesNotCount() {
        assertThat(Lines.complete("a\n\nb")).containsExactly("a", "");
    }

    @Test
    void aLineThatIsTooLongIsReplacedAndNotCut() {
        assertThat(Lines.complete("x".repeat(9000) + "\ny\n")).containsExactly(Lines.UNREADABLE, "y");
    }

    @Test
    void tooManyLinesEndWithOneThatMeansNothing() {
        assertThat(Lines.complete("a\n".repeat(300_000)))
                .hasSize(200_001)
                .last()
                .isEqualTo(Lines.UNREADABLE);
    }

    @Test
    void whatIsShownIsShortAndOnOneLine() {
        assertThat(Shown.text("a\u001b[31m\n\tb \u202Ec\u0000" + "d".repeat(9999)))
                .startsWith("a[31m b cd")
                .hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void jsonIsReadWholeOrNotAtAll() {
        assertThat(Tree.read("{\"a\":1}")).isPresent();
        assertThat(Tree.read("{\"a\":1")).isEmpty();
        assertThat(Tree.read("{\"a\":1} x")).isEmpty();
        assertThat(Tree.read("{\"a\":1,\"a\":2}")).isEmpty();
        assertThat(Tree.read("")).isEmpty();
    }
}
