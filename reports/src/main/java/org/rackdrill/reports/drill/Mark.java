package org.rackdrill.reports.drill;

import java.util.Optional;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.reports.page.Element;

/** How one check ended, as a word, a shape and a colour; what was not seen never looks good. */
enum Mark {
    KEPT("✓", "kept", "ok"),
    BROKEN("✗", "broken", "no"),
    UNSEEN("?", "not seen", "maybe"),
    NEVER("–", "never judged", "soft");

    private final String sign;
    private final String word;
    private final String cssClass;

    Mark(String sign, String word, String cssClass) {
        this.sign = sign;
        this.word = word;
        this.cssClass = cssClass;
    }

    static Mark of(Optional<Judgement> judgement) {
        return judgement.map(it -> of(it.verdict())).orElse(NEVER);
    }

    private static Mark of(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> KEPT;
            case FAILED -> BROKEN;
            case UNKNOWN, ABORTED, UNDO_FAILED -> UNSEEN;
        };
    }

    String sign() {
        return sign;
    }

    String cssClass() {
        return cssClass;
    }

    String text() {
        return sign + " " + word;
    }

    /** Returns the same mark with another word, such as {@code ✓ healthy}. */
    Element saying(String said) {
        return Element.of("span", cssClass).text(sign + " " + said);
    }

    Element element() {
        return saying(word);
    }
}
