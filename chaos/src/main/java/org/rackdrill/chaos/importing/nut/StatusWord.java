package org.rackdrill.chaos.importing.nut;

import java.util.Arrays;
import java.util.Optional;

/** The words of {@code ups.status} that no fault of ours stands for, each with the reason. */
enum StatusWord {
    LB("the battery is low: in a drill that follows from its charge and load, nobody sets it"),
    HB("the battery is too full: no fault overcharges a battery"),
    RB("the battery has to be replaced: a worn battery of ours is one that nobody knows of, see `ups-battery-fault`"),
    OVER("the load is too high: no fault overloads a UPS"),
    BYPASS("the load runs around the battery: no fault does that"),
    CAL("the battery is drained to measure it: no operation does that"),
    OFF("the outlets are off: no fault switches the outlets of a UPS off"),
    FSD("the shutdown is forced: in a drill it follows from `shutdown-at` of the lab"),
    TRIM("the voltage is too high: no fault raises the voltage of the mains"),
    BOOST("the voltage is too low: no fault lowers the voltage of the mains"),
    ALARM("the UPS has an alarm: alarms are what a drill expects, not what it does"),
    TEST("the battery is tested: in a drill `self-test` of the lab decides when"),
    ECO("the UPS saves power: no fault does that"),
    WAIT("the driver has nothing to say yet: lost communication is an empty `ups.status`");

    private final String why;

    StatusWord(String why) {
        this.why = why;
    }

    /** Returns what it means, and why no drill can say it. */
    String why() {
        return why;
    }

    /** Returns the one that is spelled like this, in capitals as NUT does. */
    static Optional<StatusWord> of(String word) {
        return Arrays.stream(values()).filter(it -> it.name().equals(word)).findFirst();
    }
}
