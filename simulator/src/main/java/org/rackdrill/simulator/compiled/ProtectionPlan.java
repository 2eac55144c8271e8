package org.rackdrill.simulator.compiled;

import org.rackdrill.model.lab.Protection;

/**
 * A protection that can fail unseen.
 *
 * @param subject the number of the guest, UPS or copy that it guards; 0 for alarms
 * @param works the point that says whether it would work
 * @param mode its unseen failure
 * @param stream the luck of how it is found
 */
public record ProtectionPlan(
        Protection kind,
        String name,
        int subject,
        int works,
        int mode,
        int stream,
        Chance alarmed,
        Chance neverWorked,
        Chance hopeless) {}
