package org.rackdrill.model.reading;

/**
 * One value of a lab file, written otherwise.
 *
 * @param path as {@code explain} prints it, such as {@code nodes.node2.repair}; the section may be left out
 * @param value as a lab file would say it
 */
public record Edit(String path, String value) {

    /** Returns the edit as a person types it. */
    @Override
    public String toString() {
        return path + "=" + value;
    }
}
