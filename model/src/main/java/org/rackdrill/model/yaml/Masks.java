package org.rackdrill.model.yaml;

/** Stand-ins of the same width for characters that YAML would take for its own. */
final class Masks {

    private static final String SHOWN = "[],";
    private static final String HIDDEN = "\uE0F0\uE0F1\uE0F2";

    private Masks() {}

    static char hide(char c) {
        int index = SHOWN.indexOf(c);
        return index < 0 ? c : HIDDEN.charAt(index);
    }

    static String show(String text) {
        String shown = text;
        for (int i = 0; i < HIDDEN.length(); i++) {
            shown = shown.replace(HIDDEN.charAt(i), SHOWN.charAt(i));
        }
        return shown;
    }
}
