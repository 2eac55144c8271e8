package org.rackdrill.chaos.importing.chaostoolkit;

import java.time.Duration;
import java.util.Optional;
import org.rackdrill.chaos.importing.draft.Spot;

/**
 * A probe or an action.
 *
 * @param action whether it does something; otherwise it looks
 * @param before how long the experiment pauses before it
 * @param after how long it pauses after it
 * @param background whether the experiment goes on meanwhile
 */
record Activity(
        Spot spot,
        boolean action,
        String name,
        Provider provider,
        Optional<Spot> tolerance,
        Duration before,
        Duration after,
        boolean background) {}
