package org.rackdrill.simulator.compiled;

/**
 * A node.
 *
 * @param firstPool where guests keep their system disks, or -1: on the boot disk
 * @param memoryBytes what guests can use
 * @param cluster its number, or -1
 */
public record NodePlan(String name, int machine, int site, int firstPool, double memoryBytes, int cluster) {}
