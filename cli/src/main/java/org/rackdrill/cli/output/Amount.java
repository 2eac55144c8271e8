package org.rackdrill.cli.output;

/** A number of things in words. */
public final class Amount {
    private Amount() {}

    /** Returns {@code 1 error}, {@code 2 errors}. */
    public static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
