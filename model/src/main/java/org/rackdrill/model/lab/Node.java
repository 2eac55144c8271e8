package org.rackdrill.model.lab;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.quantity.Bytes;

/**
 * A computer that runs services or keeps data.
 *
 * @param hardware the box
 * @param os the hypervisor or NAS system on it
 * @param poweredBy one entry for each power supply: a UPS or a site's mains
 * @param networks the switches or routers it is plugged into; one living link is enough
 * @param memory what guests can use, together with the system
 * @param unlock who opens encrypted pools after a boot
 * @param keyServer the node or service that holds the key of {@code unlock: network}; none: any other node
 * @param bootOrder smaller boots earlier when the power returns
 */
public record Node(
        String name,
        Part hardware,
        Part os,
        String site,
        Duration age,
        List<String> poweredBy,
        List<String> networks,
        Bytes memory,
        boolean ecc,
        Unlock unlock,
        Optional<String> keyServer,
        int bootOrder,
        List<Pool> pools) {

    /** Who opens encrypted pools after a boot. */
    public enum Unlock {
        /** A person at a keyboard. */
        PROMPT,
        /** The node itself. */
        KEYFILE,
        /** A server that must be reachable. */
        NETWORK
    }

    /** Returns the pool of that name. */
    public Optional<Pool> pool(String name) {
        return pools.stream().filter(pool -> pool.name().equals(name)).findFirst();
    }
}
