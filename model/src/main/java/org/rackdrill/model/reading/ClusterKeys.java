package org.rackdrill.model.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.Cluster.Fencing;
import org.rackdrill.model.lab.Cluster.Manager;
import org.rackdrill.model.lab.Cluster.ShutdownPolicy;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Bandwidth;
import org.rackdrill.model.reading.form.EitherForm;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.ListForm;
import org.rackdrill.model.reading.form.MappedForm;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.NamedForm;
import org.rackdrill.model.reading.form.Said;

/** The section {@code clusters}. */
final class ClusterKeys {

    static final Key<Manager> MANAGER = Key.of(
            "manager",
            Forms.choice(
                    Arrays.asList(Manager.values()),
                    Map.of("proxmox", Manager.PROXMOX_HA, "pve", Manager.PROXMOX_HA, "ha-manager", Manager.PROXMOX_HA)),
            "Who moves guests when a node is lost.",
            "proxmox-ha");
    static final Key<List<Said<String>>> MEMBERS = Key.of(
                    "members", new ListForm<>(Forms.NAME, false), "Its nodes, one vote each.", "[node1, node2]")
            .mustStand();

    private static final Key<String> RUNS_ON =
            Key.of("runs-on", Forms.NAME, "The node that carries it.", "node3").mustStand();
    static final Key<Said<String>> TIE_BREAKER = Key.of(
            "tie-breaker",
            new EitherForm<>(
                    new MappedForm<>(Forms.NAME, (name, notes) -> Optional.of(name)),
                    new MappedForm<>(
                            new FieldsForm("the tie-breaker", List.of(RUNS_ON)),
                            (fields, notes) -> fields.value().said(RUNS_ON))),
            "The node that carries one more vote without running anything (a QDevice).",
            "{runs-on: node3}");
    static final Key<ShutdownPolicy> SHUTDOWN_POLICY = Key.of(
            "shutdown-policy",
            Forms.choice(ShutdownPolicy.class),
            "What happens to guests when a member shuts down in order.",
            "conditional");

    static final Key<Fencing> FENCING = Key.of(
            "fencing",
            Forms.choice(Fencing.class),
            "What makes sure that a member that nobody hears runs nothing any more (Pacemaker).",
            "device");
    static final Key<Setting<Life>> LOSS_NOTICED = Key.of(
            "loss-noticed",
            Forms.lasts("loss-noticed"),
            "From a lost member to a membership without it: Corosync's token and consensus.",
            "usually 7 s, sometimes 9 s");
    static final Key<Setting<Life>> JOINS = Key.of(
            "joins",
            Forms.lasts("joins"),
            "From a member that is heard again to a membership with it.",
            "usually 1 s, sometimes 3 s");
    static final Key<Setting<Life>> FENCES_IN = Key.of(
            "fences-in",
            Forms.lasts("fences-in"),
            "From there until a lost member surely runs nothing.",
            "usually 2 s, sometimes 15 s");
    static final Key<Setting<Life>> DECIDES_IN = Key.of(
            "decides-in",
            Forms.lasts("decides-in"),
            "An election, probes and the plan, until guests start.",
            "usually 2 s, sometimes 5 s");
    static final Key<Setting<Life>> WAITS_FOR_OTHERS = Key.of(
            "waits-for-others",
            Forms.lasts("waits-for-others"),
            "For how long a cluster that starts looks for others: Pacemaker's dc-deadtime.",
            "20 s");
    static final Key<Setting<Life>> CRASH_NOTICED = Key.of(
            "crash-noticed",
            Forms.lasts("crash-noticed"),
            "Until a guest that has died is found by its monitor.",
            "uniform(0 s, 10 s)");
    static final Key<Boolean> STAYS = Key.of(
            "stays",
            Forms.FLAG,
            "Whether guests stay where they are when their first member is back: a resource-stickiness.",
            "true");
    /** What only Pacemaker has. */
    static final List<Key<?>> PACE =
            List.of(FENCING, LOSS_NOTICED, JOINS, FENCES_IN, DECIDES_IN, WAITS_FOR_OTHERS, CRASH_NOTICED, STAYS);

    static final Key<Integer> CEPH_SIZE =
            Key.of("size", Forms.whole(1, 20), "Copies of each object; 3 by default.", "3");
    static final Key<Integer> CEPH_MIN_SIZE =
            Key.of("min-size", Forms.whole(1, 20), "Copies below which reading and writing stop; 2 by default.", "2");
    static final Key<Setting<Life>> CEPH_RECOVERY = Key.of(
            "recovery",
            Forms.lasts("recovery"),
            "Until a member that came back holds fresh copies again.",
            "usually 20 min, sometimes 4 h");
    static final Key<String> CEPH_POOL = Key.of(
            "pool", Forms.NAME, "The pool of each member whose disks it takes one by one; osd by default.", "osd");
    static final Key<Bandwidth> CEPH_NETWORK = Key.of(
            "network",
            Forms.exact(ValueText.BANDWIDTH),
            "The rate between its members, over which lost copies are made again; 1 Gbit/s by default.",
            "10 Gbit/s");
    static final Key<Fields> CEPH = Key.of(
            "ceph",
            new FieldsForm("Ceph", List.of(CEPH_SIZE, CEPH_MIN_SIZE, CEPH_RECOVERY, CEPH_POOL, CEPH_NETWORK)),
            "Storage that all members share, made of their disks.",
            "{size: 3, min-size: 2}");

    static final Form<List<Named<Fields>>> CLUSTERS = new NamedForm<>(
            "clusters",
            new FieldsForm(
                    "a cluster",
                    Stream.concat(Stream.of(MANAGER, MEMBERS, TIE_BREAKER, SHUTDOWN_POLICY, CEPH), PACE.stream())
                            .toList()));

    private ClusterKeys() {}
}
