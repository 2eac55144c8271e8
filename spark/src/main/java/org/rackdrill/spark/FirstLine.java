package org.rackdrill.spark;

/** What somebody else's failure says, in one line. */
final class FirstLine {

    private static final int LONGEST = 200;

    private FirstLine() {}

    static String of(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        String line = message.lines().findFirst().orElse("").strip();
        String shown =
                line.isEmpty() || message.equals("null") ? failure.getClass().getSimpleName() : line;
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "..." : shown;
    }
}
