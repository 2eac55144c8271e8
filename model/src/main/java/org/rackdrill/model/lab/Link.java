package org.rackdrill.model.lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something in the network section: a box, an internet access or a tunnel. */
public sealed interface Link {

    String name();

    Part part();

    /**
     * A router, switch or access point.
     *
     * @param poweredBy mains (a site's name), a UPS, or a switch or router that feeds it over the network cable
     * @param uplinks the boxes that it hangs on; one living uplink is enough; empty for the root of a site
     * @param autoUpdate how often it updates itself; none: by hand
     */
    record Box(
            String name,
            Part part,
            String site,
            List<String> poweredBy,
            List<String> uplinks,
            Optional<Duration> autoUpdate)
            implements Link {}

    /**
     * An internet access, up while the provider and the power of its own box are.
     *
     * @param uplinkOf the router that it serves
     * @param poweredBy what feeds the provider's box on the wall
     */
    record Wan(String name, Part part, String site, String uplinkOf, List<String> poweredBy) implements Link {}

    /**
     * A tunnel between the routers of two sites.
     *
     * @param between exactly two routers
     */
    record Vpn(String name, Part part, List<String> between) implements Link {}
}
