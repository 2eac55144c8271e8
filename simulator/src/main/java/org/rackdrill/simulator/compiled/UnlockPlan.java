package org.rackdrill.simulator.compiled;

/**
 * The encrypted pools of a node that do not open by themselves.
 *
 * @param pools their numbers
 * @param mode what a person does to open them
 * @param prompt whether a person opens them; otherwise a key server does
 * @param serverNodes nodes one of which must run and be reached for the key
 * @param serverGuests guests one of which must run and be reached for the key
 */
public record UnlockPlan(int node, int[] pools, int mode, boolean prompt, int[] serverNodes, int[] serverGuests) {}
