package org.rackdrill.simulator.capacity;

/**
 * Something that lies on a pool.
 *
 * @param kind data, copy, snapshots, systems or other
 * @param perYear how many bytes a year are added
 */
record Stored(String what, String kind, Drawn bytes, Drawn perYear) {}
