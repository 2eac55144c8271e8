package org.rackdrill.simulator.compiled;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rackdrill.model.lab.Hazard;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.life.Life;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;
import org.rackdrill.simulator.timeline.Timeline;

/** Turns a lab into its flat form. */
public final class Compiler {

    /** Until a burnt or robbed site has machines again: insurance, ordering, building. Our estimate. */
    private static final Life REBUILD_A_SITE = new Life.Lognormal(Fixed.SITE_REBUILT.hours(), 0.67);

    private Compiler() {}

    /**
     * Compiles a lab with all its physics.
     *
     * @throws Unanswerable when the lab can be read but not simulated
     */
    public static CompiledLab compile(Lab lab) {
        return compile(lab, Set.of());
    }

    /**
     * Compiles a lab with some of its physics left out.
     *
     * @throws Unanswerable when the lab can be read but not simulated
     */
    public static CompiledLab compile(Lab lab, Set<Behaviour> without) {
        return compile(lab, without, Contention.NONE);
    }

    /**
     * Compiles a lab with some of its physics left out.
     *
     * @param contention what is asked of its pools does to it
     * @throws Unanswerable when the lab can be read but not simulated
     */
    public static CompiledLab compile(Lab lab, Set<Behaviour> without, Contention contention) {
        return compile(new Draft(lab, without, List.of(), contention));
    }

    /**
     * Compiles a lab that is compared with another one. What the other's clusters have found out about their managers
     * serves this one too; it gets the same answers, only sooner.
     *
     * @param contention what is asked of its pools does to it
     * @throws Unanswerable when the lab can be read but not simulated
     */
    public static CompiledLab compile(Lab lab, CompiledLab like, Contention contention) {
        List<Timeline> known =
                Arrays.stream(like.clusters()).map(ClusterPlan::timeline).toList();
        return compile(new Draft(lab, Set.of(), known, contention));
    }

    private static CompiledLab compile(Draft draft) {
        Lab lab = draft.lab;
        Map<String, Integer> nodes = new HashMap<>();
        lab.nodes().forEach(node -> nodes.put(node.name(), nodes.size()));

        PowerSection power = new PowerSection(draft);
        MachineSection machines = new MachineSection(draft, power);
        machines.compile();
        NetworkSection network = new NetworkSection(draft, power, machines);
        NetworkPlan networkPlan = network.compile();
        StorageSection storage = new StorageSection(draft);
        ClusterSection clusters = new ClusterSection(draft, nodes);
        ComponentSection components = new ComponentSection(draft);
        GuestSection guests = new GuestSection(draft, storage, clusters, nodes);
        guests.compile();
        CephSection cephs = new CephSection(draft, storage, clusters);
        CephPlan[] ceph = cephs.compile();
        MountPlan[] mounts = new MountSection(draft, storage).compile(guests);
        SlowSection slow = new SlowSection(draft, storage, guests);
        ServiceSection services = new ServiceSection(draft, guests, slow);
        services.compile();
        services.watchAudiences();
        StartPlan[] starts = new StartSection(draft, services).compile(guests.guests);
        ProtectionSection protections = new ProtectionSection(draft);
        DataSection data = new DataSection(draft, storage, services, protections, nodes);
        OperatorPlan operator = OperatorSection.compile(draft, services, protections);
        WorkPlan takes = WorkPlan.compile(draft);
        ComponentPlan[] componentPlans = components.compile();
        UpsSection upsSection = new UpsSection(draft, power, machines);
        UpsPlan[] ups = upsSection.compile();
        PowerPlan powerPlan = new PowerPlan(
                HardStopSection.compile(draft, power, machines),
                StormSection.compile(draft),
                SurgeSection.compile(draft, machines, storage),
                new BreakerSection(draft, power, machines, upsSection, ups).compile());
        int[] vpnRestarts = network.restarts();
        UnlockPlan[] unlocks = UnlockSection.compile(draft, storage, guests, nodes);
        ChangePlan changes = ChangeSection.compile(draft, guests.guests, machines.machines);
        Guards guards = protections.compile(guests.guests, ups);
        disasters(draft);
        DataRiskPlan dataRisks = DataRiskSection.compile(draft, data.data);
        AgePlan ages = draft.ages.plan();
        draft.lives.freeze();
        return new CompiledLab(
                draft.structure.build(),
                draft.causes,
                draft.parameters,
                draft.lives,
                draft.streamNames(),
                draft.modes.toArray(Mode[]::new),
                ages,
                array(power.gridPoints),
                power.standing,
                array(machines.supplies),
                array(machines.supplyNodes),
                ups,
                powerPlan,
                machines.machines.toArray(Machine[]::new),
                nodes(draft, machines, storage, clusters),
                networkPlan,
                array(network.wans),
                array(network.vpns),
                vpnRestarts,
                storage.pools.toArray(PoolPlan[]::new),
                storage.disks.toArray(DiskPlan[]::new),
                storage.batches.toArray(BatchPlan[]::new),
                storage.controllers.toArray(ControllerPlan[]::new),
                clusters.plans,
                guests.guests.toArray(GuestPlan[]::new),
                services.services.toArray(ServicePlan[]::new),
                services.audiences.toArray(AudiencePlan[]::new),
                data.data.toArray(DataPlan[]::new),
                data.copies.toArray(CopyPlan[]::new),
                dataRisks,
                componentPlans,
                components.crewSizes(),
                operator,
                takes,
                guards,
                changes,
                unlocks,
                machines.updates.toArray(CompiledLab.Update[]::new),
                new StorageNetwork(
                        mounts,
                        new BootSection(draft).compile(guests.guests),
                        ceph,
                        cephs.ofData(ceph),
                        starts,
                        slow.plans(),
                        draft.has(Behaviour.FREEZING),
                        draft.has(Behaviour.SLOW_LINKS)),
                draft.has(Behaviour.FAILBACK),
                draft.has(Behaviour.MEMORY_LIMITS),
                draft.has(Behaviour.MIGRATION_RESTARTS),
                draft.has(Behaviour.RESTORE_TIMES));
    }

    private static NodePlan[] nodes(
            Draft draft, MachineSection machines, StorageSection storage, ClusterSection clusters) {
        List<Node> nodes = draft.lab.nodes();
        NodePlan[] plans = new NodePlan[nodes.size()];
        for (int i = 0; i < plans.length; i++) {
            Node node = nodes.get(i);
            plans[i] = new NodePlan(
                    node.name(),
                    machines.numbers.getOrDefault(node.name(), 0),
                    draft.site(node.site()),
                    storage.first(node),
                    GuestMemory.of(node),
                    clusters.of(node, draft.lab.clusters()));
        }
        return plans;
    }

    private static void disasters(Draft draft) {
        int rebuild = draft.lives.number(REBUILD_A_SITE, Parameters.CERTAIN);
        for (Hazard hazard : draft.lab.hazards()) {
            if (!hazard.destroys() || !draft.has(behaviour(hazard))) {
                continue;
            }
            Setting<Life> every = hazard.every();
            for (Site site : draft.lab.sites()) {
                if (hazard.hits().isEmpty() || hazard.hits().contains(site.name())) {
                    String name = hazard.name() + " at " + site.name();
                    draft.mode(new Mode(
                            Owner.DISASTER,
                            draft.site(site.name()),
                            draft.cause(hazard.name(), CauseKind.DISASTER, name, 'F'),
                            draft.stream(name),
                            draft.lives.number(
                                    every.value(), draft.parameters.number(hazard.name(), "", "every", every)),
                            Repair.byHand(
                                    rebuild,
                                    draft.life(
                                            "operator hands-on",
                                            draft.lab.operations().operator().handsOn()),
                                    draft.site(site.name()),
                                    -1)));
                }
            }
        }
    }

    private static Behaviour behaviour(Hazard hazard) {
        return hazard.name().equals("theft") ? Behaviour.THEFT : Behaviour.DISASTERS;
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
