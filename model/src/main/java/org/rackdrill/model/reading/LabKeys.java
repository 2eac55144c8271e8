package org.rackdrill.model.reading;

import java.util.List;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Said;
import org.rackdrill.model.reading.form.VersionForm;

/** The sections of a lab file. */
final class LabKeys {

    static final Key<Integer> VERSION = Key.of(
                    "rackdrill", new VersionForm("rackdrill", 1), "The version of this format: 1.", "1")
            .mustStand();
    static final Key<String> NAME = Key.of("name", Forms.TEXT, "What you call the lab.", "My rack");
    static final Key<Share> SLO = Key.of(
            "slo",
            Forms.exact(ValueText.SHARE),
            "The availability that services aim at which name none; 99.9% by default.",
            "99.9%");
    static final Key<List<Named<Fields>>> REGIONS =
            Key.of("regions", SiteKeys.REGIONS, "Shared luck of several sites.");
    static final Key<List<Named<Fields>>> SITES =
            Key.of("sites", SiteKeys.SITES, "Places with one mains feed each; the first is home.");
    static final Key<List<Named<Fields>>> UPS = Key.of("ups", PowerKeys.UPS, "Uninterruptible power supplies.");
    static final Key<List<Named<Fields>>> NETWORK =
            Key.of("network", NetworkKeys.NETWORK, "Routers, switches, access points, internet accesses and tunnels.");
    static final Key<List<Named<Fields>>> NODES =
            Key.of("nodes", NodeKeys.NODES, "Computers that run services or keep data.");
    static final Key<List<Named<Fields>>> CLUSTERS =
            Key.of("clusters", ClusterKeys.CLUSTERS, "Nodes that decide by majority who runs what.");
    static final Key<List<Named<Fields>>> SERVICES = Key.of("services", ServiceKeys.SERVICES, "What people use.");
    static final Key<List<Named<List<Said<Fields>>>>> COPIES =
            Key.of("copies", CopyKeys.COPIES, "Further copies of services' data, by service.");
    static final Key<Fields> SNAPSHOTS = Key.of("snapshots", CopyKeys.SNAPSHOTS, "Snapshots that are kept.");
    static final Key<Fields> OPERATIONS = Key.of("operations", OperationsKeys.OPERATIONS, "Who runs the lab, and how.");
    static final Key<List<Named<Fields>>> HAZARDS =
            Key.of("hazards", HazardKeys.HAZARDS, "Disasters from outside; `{}` for none.");
    static final Key<List<Named<Fields>>> COMPONENTS =
            Key.of("components", ComponentKeys.COMPONENTS, "Anything else that fails and is repaired by itself.");
    static final Key<List<Named<Fields>>> COMMON_CAUSE =
            Key.of("common-cause", ComponentKeys.COMMON_CAUSE, "Components that can fail by one cause.");
    static final Key<List<Named<Integer>>> CREWS =
            Key.of("crews", ComponentKeys.CREWS, "How many repairs at a time each crew can do.");
    static final Key<List<Named<Fields>>> GROUPS =
            Key.of("groups", ComponentKeys.GROUPS, "So many of these must be up.");
    static final Key<List<Named<List<Said<String>>>>> LABELS =
            Key.of("labels", ComponentKeys.LABELS, "Names for several things at once, which drills can aim at.");
    static final Key<Fields> STUDY = Key.of("study", ComponentKeys.STUDY, "How far to look, and from which state.");

    static final FieldsForm LAB = new FieldsForm(
            "a lab",
            List.of(
                    VERSION,
                    NAME,
                    SLO,
                    REGIONS,
                    SITES,
                    UPS,
                    NETWORK,
                    NODES,
                    CLUSTERS,
                    SERVICES,
                    COPIES,
                    SNAPSHOTS,
                    OPERATIONS,
                    HAZARDS,
                    COMPONENTS,
                    COMMON_CAUSE,
                    CREWS,
                    GROUPS,
                    LABELS,
                    STUDY));

    private LabKeys() {}
}
