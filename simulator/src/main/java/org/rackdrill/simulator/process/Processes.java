package org.rackdrill.simulator.process;

/** Every process of one history, made in the order in which they build on each other. */
final class Processes {

    final Stage stage;
    final Ages ages;
    final Failures failures;
    final Operator operator;
    final Protections protections;
    final Machines machines;
    final HardStops hardStops;
    final Batteries batteries;
    final Power power;
    final Breakers breakers;
    final Network network;
    final DiskLives diskLives;
    final Slowness slowness;
    final Storage storage;
    final Ceph ceph;
    final Controllers controllers;
    final ColdStarts coldStarts;
    final Mounts mounts;
    final Boots boots;
    final Storms storms;
    final Surges surges;
    final Guests guests;
    final Circumstances circumstances;
    final CopyLinks copyLinks;
    final Copies copies;
    final Intact intact;
    final Deletions deletions;
    final Attacks attacks;
    final Failovers failovers;
    final Clusters clusters;
    final Drills drills;
    final Moves moves;
    final Components components;
    final Upkeep upkeep;
    final Changes changes;
    final FalseAlarms falseAlarms;
    final Unlocking unlocking;
    final Intrusions intrusions;

    Processes(Stage stage, Chronicle chronicle) {
        this.stage = stage;
        ages = new Ages(stage);
        failures = new Failures(stage, ages);
        operator = new Operator(stage);
        protections = new Protections(stage, operator, failures);
        machines = new Machines(stage);
        hardStops = new HardStops(stage, machines, operator);
        batteries = new Batteries(stage, operator);
        power = new Power(stage, machines, operator, protections, batteries, hardStops);
        breakers = new Breakers(stage, machines, operator, power, batteries);
        network = new Network(stage);
        diskLives = new DiskLives(stage, ages);
        slowness = new Slowness(stage);
        storage = new Storage(stage, operator, diskLives, slowness);
        ceph = new Ceph(stage, machines, storage, operator, diskLives, slowness);
        controllers = new Controllers(stage, storage);
        coldStarts = new ColdStarts(stage, operator);
        mounts = new Mounts(stage, operator, coldStarts);
        boots = new Boots(stage);
        guests = new Guests(stage, machines, storage, network, mounts, boots, coldStarts, slowness);
        storms = new Storms(stage, power, network);
        surges = new Surges(stage, operator, machines, power, network, diskLives, storage, controllers);
        circumstances = new Circumstances(stage, chronicle, guests);
        copyLinks = new CopyLinks(stage, network);
        copies = new Copies(stage, storage, ceph, protections);
        intact = new Intact(stage);
        deletions = new Deletions(stage, operator, failures, copies, intact);
        attacks = new Attacks(stage, operator, failures, copies, intact);
        failovers = new Failovers(stage, chronicle, guests, copies, protections);
        clusters = new Clusters(stage, machines, network, guests, ceph, operator, failovers, protections);
        drills = new Drills(stage, operator, protections, clusters, batteries);
        moves = new Moves(stage, guests, storage, operator);
        components = new Components(stage, ages);
        upkeep = new Upkeep(stage, machines, clusters, operator);
        changes = new Changes(stage, operator, machines, guests, clusters);
        falseAlarms = new FalseAlarms(stage, operator);
        unlocking = new Unlocking(stage, operator, machines, network, storage, guests);
        intrusions = new Intrusions(stage, machines, storage, clusters);
    }

    void begin() {
        machines.begin();
        hardStops.begin();
        batteries.begin();
        power.begin();
        breakers.begin();
        network.begin();
        operator.begin();
        slowness.begin();
        storage.begin();
        ceph.begin();
        controllers.begin();
        coldStarts.begin();
        mounts.begin();
        boots.begin();
        surges.begin();
        guests.begin();
        circumstances.begin();
        clusters.begin();
        copies.begin();
        copyLinks.begin();
        intact.begin();
        deletions.begin();
        failovers.begin();
        unlocking.begin();
        intrusions.begin();
        if (stage.calm) {
            protections.begin();
            return;
        }
        drills.begin();
        failures.begin();
        components.begin();
        upkeep.begin();
        changes.begin();
        falseAlarms.begin();
    }
}
