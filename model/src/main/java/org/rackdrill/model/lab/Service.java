package org.rackdrill.model.lab;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Share;

/**
 * What people use.
 *
 * @param guest how it crashes and starts; none for a service that only needs others (such as the internet)
 * @param on the nodes that it runs on: the first is home for a single guest, one guest on each when redundant
 * @param required how many guests must run: 0 for a service without guests, 1 for an ordinary one
 * @param storage where its system disk lives
 * @param needs networks, nodes, groups, components or services without which it is down
 * @param wants what it is better with and lives without
 * @param audience who must reach it
 * @param used the hours of the day in which people want it; none: always
 * @param memory what its guest takes from a node
 * @param priority smaller keeps its place longer when memory is short
 * @param order smaller starts earlier on a node
 * @param demand what it asks of disks
 * @param computing what each of its guests asks of processors
 */
public record Service(
        String name,
        Kind kind,
        Optional<Part> guest,
        Optional<String> cluster,
        List<String> on,
        int required,
        Failover failover,
        Storage storage,
        Optional<Data> data,
        List<String> needs,
        List<String> wants,
        Set<Audience> audience,
        Optional<Hours> used,
        Setting<Share> slo,
        Bytes memory,
        int priority,
        int order,
        Demand demand,
        Computing computing) {

    /** What a guest is. A container restarts when it moves; a virtual machine moves while it runs. */
    public enum Kind {
        CONTAINER,
        VM,
        APP,
        NONE
    }

    /** Who starts it elsewhere when its node is lost. */
    public enum Failover {
        AUTOMATIC,
        MANUAL,
        NONE
    }

    /** Who must reach it for it to be up. */
    public enum Audience {
        /** People at the first site, through an access point where the lab has one there. */
        HOME,
        /** People at the first site on a cable. */
        WIRED,
        /** People anywhere else, through the internet access of the site that it runs at. */
        REMOTE
    }

    /** Hours of the day; {@code from} after {@code to} wraps over midnight. */
    public record Hours(LocalTime from, LocalTime to) {

        /** Returns how long it is from one to the other, above nothing and at most a day. */
        public Duration length() {
            Duration length = Duration.between(from, to);
            return length.isNegative() || length.isZero() ? length.plusDays(1) : length;
        }
    }

    /** Where a guest's system disk lives, which decides where it can start. */
    public sealed interface Storage {
        /** On its node alone. */
        record Local() implements Storage {}

        /** Replicated by the cluster (pvesr) to the other nodes, so that a guest starts there with the last sync. */
        record Replicated(Duration every, List<String> to) implements Storage {}

        /** On a pool that another node serves, or on the cluster's Ceph when the node is the cluster's name. */
        record Shared(PoolRef at) implements Storage {}
    }

    /**
     * What it keeps.
     *
     * @param growth bytes added in a year, and how well that is known
     * @param with services whose data belong to the same moment
     * @param worksOn how long it works on with what it has in memory and in open files when they are deleted or encrypted;
     *     none: not at all
     */
    public record Data(
            PoolRef at, Bytes size, Setting<Bytes> growth, List<String> with, Optional<Setting<Life>> worksOn) {

        /** Returns the best guess of the bytes added in a year. */
        public Bytes growthPerYear() {
            return growth.value();
        }
    }
}
