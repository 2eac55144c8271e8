package org.rackdrill.simulator.ha;

/**
 * What a service uses or a node has.
 *
 * @param cpu processor cores, at least 0; a service with 0 may use the whole node
 * @param memory bytes, at least 0
 */
public record Load(double cpu, double memory) {
    /** No load. */
    public static final Load NONE = new Load(0, 0);

    Load plus(Load other) {
        return new Load(cpu + other.cpu, memory + other.memory);
    }

    Load minus(Load other) {
        return new Load(Math.max(0, cpu - other.cpu), Math.max(0, memory - other.memory));
    }
}
