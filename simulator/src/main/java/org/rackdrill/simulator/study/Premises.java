package org.rackdrill.simulator.study;

import org.rackdrill.simulator.compiled.CompiledLab;

/**
 * What all histories of a study start from: with these and its number a history is the same on every machine.
 *
 * @param lab that the histories are of
 * @param factors sets of parameters; a history takes the one of its number, from the first one again after the last
 * @param seed of the histories
 * @param horizon of each history, in hours
 */
public record Premises(CompiledLab lab, double[][] factors, long seed, double horizon) {

    /**
     * Draws the parameters by the seed.
     *
     * @param draws sets of parameters, at least 1; a lab whose values are all known has one
     * @param horizon in hours
     */
    public static Premises of(CompiledLab lab, int draws, long seed, double horizon) {
        int sets = lab.parameters().count() > 1 ? draws : 1;
        return new Premises(lab, lab.parameters().draw(sets, seed), seed, horizon);
    }
}
