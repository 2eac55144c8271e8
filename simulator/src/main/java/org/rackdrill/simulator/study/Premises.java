package org.rackdrill.simulator.study;

import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Contention;

/**
 * What all histories of a study start from: with these and its number a history is the same on every machine.
 *
 * @param lab that the histories are of
 * @param contention with which the lab was compiled
 * @param factors sets of parameters; a history takes the one of its number, from the first one again after the last
 * @param seed of the histories
 * @param horizon of each history, in hours
 */
public record Premises(CompiledLab lab, Contention contention, double[][] factors, long seed, double horizon) {

    /**
     * Draws the parameters by the seed.
     *
     * @param draws sets of parameters, at least 1; a lab whose values are all known has one
     * @param horizon in hours
     */
    public static Premises of(CompiledLab lab, Contention contention, int draws, long seed, double horizon) {
        int sets = lab.parameters().count() > 1 ? draws : 1;
        return new Premises(lab, contention, lab.parameters().draw(sets, seed), seed, horizon);
    }
}
