package org.rackdrill.reports.simulation;

import org.rackdrill.simulator.study.Results.Estimate;
import org.rackdrill.simulator.study.Results.Service;

/** How sure it is that a goal is kept; never more than the interval says. From the surest to the worst. */
public enum Standing {
    WILL("✓", "yes", "ok", "will"),
    PROBABLY("?", "probably", "maybe", "probably will"),
    MAY("?", "open", "maybe", "may"),
    WILL_NOT("✗", "no", "no", "will not");

    private final String mark;
    private final String word;
    private final String cssClass;
    private final String verb;

    Standing(String mark, String word, String cssClass, String verb) {
        this.mark = mark;
        this.word = word;
        this.cssClass = cssClass;
        this.verb = verb;
    }

    /** Returns how a service stands to its goal. */
    public static Standing of(Service service) {
        Estimate available = service.availability();
        return of(available.mean(), available.low(), available.high(), service.slo());
    }

    /** Returns how an interval stands to a goal: wholly above it, mean above it, mean below it, wholly below it. */
    public static Standing of(double mean, double low, double high, double goal) {
        if (low >= goal) {
            return WILL;
        }
        if (high < goal) {
            return WILL_NOT;
        }
        return mean >= goal ? PROBABLY : MAY;
    }

    /** Returns the shape, which says the same as word and colour. */
    public String mark() {
        return mark;
    }

    /** Returns the answer to "is the goal kept?". */
    public String word() {
        return word;
    }

    /** Returns the class of the colour. */
    public String cssClass() {
        return cssClass;
    }

    /** Returns the verb for the end of a clause: "two probably will". */
    public String verb() {
        return verb;
    }

    /** Returns the verb with what is done: "will probably keep". */
    public String keeps() {
        return (this == PROBABLY ? "will probably" : verb) + " keep";
    }
}
