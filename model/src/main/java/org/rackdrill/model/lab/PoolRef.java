package org.rackdrill.model.lab;

/**
 * A pool on a node, written {@code node/pool}; for Ceph {@code cluster/ceph}.
 */
public record PoolRef(String node, String pool) {
    @Override
    public String toString() {
        return node + "/" + pool;
    }
}
