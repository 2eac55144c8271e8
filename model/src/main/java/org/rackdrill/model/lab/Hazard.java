package org.rackdrill.model.lab;

import java.util.List;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Share;

/**
 * A disaster from outside.
 *
 * @param name surge, fire, theft, ransomware or another word
 * @param every time between two
 * @param hits sites that it can strike, one at a time; empty: every site
 * @param destroys whether everything at the site is gone
 * @param kills the chance for each powered thing to die
 * @param entersBy mains or copper
 * @param reaches which copies an attacker reaches
 * @param stoppedBy what stands in its way
 */
public record Hazard(
        String name,
        Setting<Life> every,
        List<String> hits,
        boolean destroys,
        Setting<Share> kills,
        List<String> entersBy,
        List<String> reaches,
        List<String> stoppedBy) {}
