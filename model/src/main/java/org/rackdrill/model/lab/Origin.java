package org.rackdrill.model.lab;

/**
 * Where a value in use came from.
 *
 * @param kind who said it
 * @param where {@code file:line:column}, or the catalogue entry
 * @param source the publication, measurement or reason behind it; empty for the lab file
 * @param verified whether the source was seen and says so; what the lab file says is taken as verified
 */
public record Origin(Kind kind, String where, String source, boolean verified) {

    /** Who said it. */
    public enum Kind {
        LAB_FILE,
        CATALOGUE,
        DEFAULT
    }

    /** Returns the origin of a value written in the lab file. */
    public static Origin file(String file, int line, int column) {
        return new Origin(Kind.LAB_FILE, file + ":" + line + ":" + column, "", true);
    }
}
