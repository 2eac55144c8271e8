package org.rackdrill.simulator.compiled;

/**
 * A dataset: the data of one service.
 *
 * @param pool of the primary; -1 on Ceph
 * @param copies numbers of its copies
 */
public record DataPlan(String name, int service, int pool, int site, double sizeBytes, int[] copies) {}
