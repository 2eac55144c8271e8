package org.rackdrill.model.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Service.Audience;
import org.rackdrill.model.lab.Service.Failover;
import org.rackdrill.model.lab.Service.Hours;
import org.rackdrill.model.lab.Service.Kind;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.ListForm;
import org.rackdrill.model.reading.form.ModelForm;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.NamedForm;
import org.rackdrill.model.reading.form.Said;

/** The section {@code services}. */
final class ServiceKeys {

    private static final ListForm<String> NAMES = new ListForm<>(Forms.NAME, true);

    static final Key<Kind> KIND = Key.of(
            "kind",
            Forms.choice(
                    List.of(Kind.CONTAINER, Kind.VM, Kind.APP),
                    Map.of(
                            "lxc",
                            Kind.CONTAINER,
                            "ct",
                            Kind.CONTAINER,
                            "docker",
                            Kind.CONTAINER,
                            "virtual-machine",
                            Kind.VM)),
            "Container, virtual machine, or a program on the node itself.",
            "container");
    static final Key<String> MODEL = Key.of(
            "model", ModelForm.of(PartKind.GUEST), "Catalogue entry for how it crashes and starts.", "windows-vm");
    static final Key<String> CLUSTER = Key.of("cluster", Forms.NAME, "The cluster that runs it.", "pve");
    static final Key<List<Said<String>>> ON = Key.of(
            "on",
            new ListForm<>(Forms.NAME, true, false),
            "The node that it runs on; a list when `redundant` says how many guests must run.",
            "node1");
    static final Key<Counted> REDUNDANT =
            Key.of("redundant", Counted.OF_NUMBER, "How many of its guests must run.", "1 of 2");
    static final Key<Failover> FAILOVER = Key.of(
            "failover",
            Forms.choice(
                    Arrays.asList(Failover.values()), Map.of("auto", Failover.AUTOMATIC, "ha", Failover.AUTOMATIC)),
            "Who starts it elsewhere when its node is lost.",
            "automatic");
    static final Key<StorageForm.Spoken> STORAGE = Key.of(
            "storage",
            StorageForm.FORM,
            "Where its system disk lives, which decides where it can start: local, synced (pvesr to all members every 15"
                    + " minutes), ceph, or as written in braces.",
            "synced",
            "{pvesr: every 15 min, to: node2}",
            "{shared: truenas/tank}");
    static final Key<List<Said<String>>> NEEDS = Key.of(
            "needs",
            NAMES,
            "Services, groups, nodes, components or network parts without which it is down.",
            "[router, wan]");
    static final Key<List<Said<String>>> WANTS =
            Key.of("wants", NAMES, "The same, but it lives without them: they change no result.", "[pocket-id]");
    static final Key<List<Said<Audience>>> AUDIENCE = Key.of(
            "audience",
            new ListForm<>(Forms.choice(Audience.class), true),
            "Who must reach it for it to be up; home by default.",
            "[home, remote]");
    static final Key<Hours> USED =
            Key.of("used", Forms.HOURS_OF_DAY, "The hours of the day in which people want it.", "17:00-23:00");
    static final Key<Share> SLO = Key.of("slo", Forms.exact(ValueText.SHARE), "The availability it aims at.", "99.9%");
    static final Key<Bytes> MEMORY = Key.of(
            "memory",
            Forms.exact(ValueText.BYTES),
            "Memory that each guest takes; by default 2 GiB for a container, 4 GiB for a virtual machine, 512 MiB for a"
                    + " program.",
            "2 GiB");
    static final Key<Integer> PRIORITY = Key.of(
            "priority",
            Forms.whole(0, 1000),
            "Smaller keeps its place longer when memory is short; 10 by default.",
            "1");
    static final Key<Integer> START_ORDER =
            Key.of("start-order", Forms.whole(0, 1000), "Smaller starts earlier on a node; 10 by default.", "1");

    static final Key<String> DATA_AT =
            Key.of("at", Forms.NAME, "The pool that holds them, as node/pool; for Ceph cluster/ceph.", "node1/tank");
    static final Key<Bytes> DATA_SIZE = Key.of(
                    "size", Forms.exact(ValueText.BYTES), "How much it is at the start.", "2 TB")
            .mustStand();
    static final Key<Setting<Bytes>> DATA_GROWTH = Key.of(
            "growth",
            Growth.FORM,
            "How much is added; without a range half to twice as much is thought possible.",
            "200 GiB/y",
            "1 TiB/y (x0.7 - x1.5)");
    static final Key<List<Said<String>>> DATA_WITH =
            Key.of("with", NAMES, "Services whose data belong to the same moment.", "immich-db");
    static final Key<Setting<Life>> DATA_WORKS_ON = Key.of(
            "works-on",
            Forms.lasts("works-on"),
            "How long it works on with open files and with memory when they are deleted or encrypted; else not at all.",
            "usually 30 s, sometimes 1 min");
    static final Key<Fields> DATA = Key.of(
            "data",
            new FieldsForm("data", List.of(DATA_AT, DATA_SIZE, DATA_GROWTH, DATA_WITH, DATA_WORKS_ON)),
            "What it keeps.",
            "{at: nas/vol1, size: 2 TB}");

    /** Keys that make no sense for a service without a guest. */
    static final List<Key<?>> GUEST_ONLY =
            List.of(KIND, MODEL, CLUSTER, REDUNDANT, FAILOVER, STORAGE, MEMORY, CpuKeys.CPU, PRIORITY, START_ORDER);

    static final Form<List<Named<Fields>>> SERVICES = new NamedForm<>(
            "services",
            new FieldsForm(
                    "a service",
                    TraitKeys.after(
                            List.of(
                                    KIND,
                                    MODEL,
                                    CLUSTER,
                                    ON,
                                    REDUNDANT,
                                    FAILOVER,
                                    STORAGE,
                                    DATA,
                                    NEEDS,
                                    WANTS,
                                    AUDIENCE,
                                    USED,
                                    SLO,
                                    MEMORY,
                                    CpuKeys.CPU,
                                    PRIORITY,
                                    START_ORDER,
                                    DemandKeys.LOAD,
                                    DemandKeys.LATENCY,
                                    DemandKeys.FEELS,
                                    Reaches.UNIT,
                                    Reaches.RESOURCE,
                                    Reaches.CHECK,
                                    Reaches.DATASET),
                            PartKind.GUEST)));

    private ServiceKeys() {}

    /** Returns the memory that a guest takes when the file does not say. */
    static Bytes usualMemory(Service.Kind kind) {
        double mebibytes = switch (kind) {
            case CONTAINER -> 2048;
            case VM -> 4096;
            case APP -> 512;
            case NONE -> 0;
        };
        return new Bytes(mebibytes * 1024 * 1024);
    }
}
