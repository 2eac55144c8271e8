package org.rackdrill.chaos.importing.draft;

/**
 * What a person has to know of one place of an imported file.
 *
 * @param line where it stands, from 1
 * @param path what stands there, such as {@code method[2].provider.func}
 * @param sentence without its full stop
 */
public record Remark(Kind kind, int line, String path, String sentence) {

    private static final int LONGEST_PATH = 120;

    /** What it means for the drill. */
    public enum Kind {
        /** The drill cannot say it. */
        LEFT_OUT("left out"),
        /** The drill says what was probably meant. */
        GUESSED("guessed"),
        /** The drill says it, and here it means something a little different; or it is nothing that a drill says. */
        NOTED("note");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns it as people read it. */
        public String word() {
            return word;
        }
    }

    /** Returns {@code path: sentence.}; a path that is too long to read is cut. */
    public String text() {
        String shown = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "..." : path;
        return (shown.isEmpty() ? "" : shown + ": ") + sentence + ".";
    }
}
