package org.rackdrill.simulator.compiled;

/**
 * The storms, or the heatwaves, of one region.
 *
 * @param mode their own clock
 * @param sites the sites in the region
 * @param cutsMains the chance that one of them loses its mains
 * @param mainsLast for how long
 * @param cutsWan the chance that an internet access goes too where the mains have gone
 * @param wanLasts for how long
 */
public record StormPlan(int mode, Place[] sites, Chance cutsMains, int mainsLast, Chance cutsWan, int wanLasts) {

    /**
     * A site in a storm, with luck of its own.
     *
     * @param wans the numbers of its internet accesses
     * @param wanStreams the luck of each
     */
    public record Place(int site, int stream, int[] wans, int[] wanStreams) {}
}
