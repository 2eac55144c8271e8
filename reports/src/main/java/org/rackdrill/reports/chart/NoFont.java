package org.rackdrill.reports.chart;

import java.awt.Font;
import java.text.AttributedCharacterIterator.Attribute;
import java.util.Locale;
import java.util.Map;

/**
 * A font that no letter is ever drawn in. The plotting libraries insist on one, and asking an ordinary one for its
 * family loads the machine's font system, which costs time and is missing in slim containers.
 */
final class NoFont extends Font {
    private static final long serialVersionUID = 1;

    NoFont() {
        super("sans-serif", PLAIN, 12);
    }

    @Override
    public String getFamily() {
        return getName();
    }

    @Override
    public String getFamily(Locale language) {
        return getName();
    }

    @Override
    public Font deriveFont(Map<? extends Attribute, ?> attributes) {
        return this;
    }
}
