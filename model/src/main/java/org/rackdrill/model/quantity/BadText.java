package org.rackdrill.model.quantity;

/** A text that does not say what it should: what is wrong with it, and how to write it. */
public final class BadText extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String fix;

    public BadText(String what, String fix) {
        super(what, null, false, false);
        this.fix = fix;
    }

    /** Returns what is wrong, as a clause without a full stop. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** Returns how to write it. */
    public String fix() {
        return fix;
    }
}
