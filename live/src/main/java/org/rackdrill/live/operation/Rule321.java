package org.rackdrill.live.operation;

import java.util.List;

/**
 * Whether a service's data follow the rule of three copies, counted in what was found and not in what was planned.
 *
 * @param copies places that hold the data, the primary among them
 * @param media how many kinds of media they lie on
 * @param sites how many sites they stand at
 * @param twoOnSiteOneOff the first reading: three copies, two where the primary is and one elsewhere
 * @param twoMedia the second reading: three copies on two kinds of media, one of them elsewhere
 */
public record Rule321(int copies, int media, int sites, boolean twoOnSiteOneOff, boolean twoMedia) {
    private static final int WANTED = 3;

    /**
     * Counts.
     *
     * @param home the site of the primary, also when the primary is gone
     */
    static Rule321 of(List<Holding> holdings, String home) {
        List<Holding> real = holdings.stream().filter(Holding::real).toList();
        long media = real.stream().map(Holding::media).distinct().count();
        long sites = real.stream().map(Holding::site).distinct().count();
        long here = real.stream().filter(one -> one.site().equals(home)).count();
        boolean three = real.size() >= WANTED;
        boolean away = here < real.size();
        return new Rule321(
                real.size(), (int) media, (int) sites, three && here >= 2 && away, three && media >= 2 && away);
    }
}
