package org.rackdrill.live.world;

import java.nio.charset.StandardCharsets;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Reading;

/** Labs for tests. */
final class Rooms {
    private Rooms() {}

    /** Two nodes, of which the lab says how they are reached, with a service in a cluster and one with data. */
    static Lab two() {
        Reading reading = new LabReader(Catalogue.load()).read("two.yaml", """
                rackdrill: 1
                name: Two
                ups: {ups1: {model: generic-ups-900va, nut: ups1@10.77.0.11}}
                network:
                  router: {model: generic-router}
                  sw1: {model: generic-switch-1g, uplink: router}
                  wan: {model: generic-wan, uplink-of: router}
                nodes:
                  node1:
                    model: generic-mini-pc
                    network: sw1
                    powered-by: ups1
                    ssh: rackdrill@10.77.0.11
                    power: through rack
                    pools: {tank: {layout: mirror, disks: 2 x consumer-nvme-1tb}}
                  node2:
                    model: generic-mini-pc
                    network: sw1
                    powered-by: ups1
                    ssh: rackdrill@10.77.0.12
                    power: through rack
                    pools: {tank: {layout: mirror, disks: 2 x consumer-nvme-1tb}}
                  plain: {model: generic-mini-pc, network: sw1}
                clusters:
                  c: {manager: pacemaker, members: [node1, node2, plain]}
                services:
                  web: {kind: container, cluster: c, failover: automatic, on: node1, storage: synced, memory: 64 MiB, resource: web}
                  db:
                    kind: container
                    on: node1
                    memory: 64 MiB
                    unit: rackdrill-db.service
                    dataset: tank/data/db
                    data: {at: node1/tank, size: 1 GiB}
                  bare: {kind: container, on: node2, memory: 64 MiB}
                copies:
                  db: [{to: node2/tank, by: syncoid, every: 15 min, dataset: tank/copies/db}]
                """.getBytes(StandardCharsets.UTF_8));
        return reading.lab().orElseThrow(() -> new AssertionError(reading.problems()));
    }
}
