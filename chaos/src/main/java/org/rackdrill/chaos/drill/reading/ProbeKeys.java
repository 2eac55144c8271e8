package org.rackdrill.chaos.drill.reading;

import static org.rackdrill.chaos.fault.TargetKind.BOX;
import static org.rackdrill.chaos.fault.TargetKind.CLUSTER;
import static org.rackdrill.chaos.fault.TargetKind.COPY;
import static org.rackdrill.chaos.fault.TargetKind.DATASET;
import static org.rackdrill.chaos.fault.TargetKind.DISK;
import static org.rackdrill.chaos.fault.TargetKind.MAINS;
import static org.rackdrill.chaos.fault.TargetKind.NODE;
import static org.rackdrill.chaos.fault.TargetKind.POOL;
import static org.rackdrill.chaos.fault.TargetKind.SERVICE;
import static org.rackdrill.chaos.fault.TargetKind.UPS;
import static org.rackdrill.chaos.fault.TargetKind.VPN;
import static org.rackdrill.chaos.fault.TargetKind.WAN;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.form.Chosen;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Variant;
import org.rackdrill.model.reading.form.VariantsForm;

/** The keys of probes. */
final class ProbeKeys {

    /** What can be up or down. */
    static final List<TargetKind> WORKING = List.of(SERVICE, NODE, BOX, WAN, VPN, UPS);
    /** What can have redundancy. */
    static final List<TargetKind> REDUNDANT_THINGS = List.of(POOL, CLUSTER, SERVICE);
    /** What can be harmed without going down. */
    static final List<TargetKind> HARMED = List.of(DATASET, COPY, POOL);
    /** What an alarm can be about. */
    static final List<TargetKind> ALARMING =
            List.of(SERVICE, NODE, BOX, WAN, VPN, UPS, POOL, DISK, COPY, CLUSTER, MAINS);

    static final Key<String> UP = name("up", "A service, node, box, line or UPS works.", "jellyfin");
    static final Key<String> ANSWERS = name("answers", "A service answers fast enough.", "jellyfin");
    static final Key<String> RUNS = name("runs", "A service runs on this node.", "jellyfin");
    static final Key<String> RUNS_ONCE = name("runs-once", "A service runs on no more nodes than it should.", "win11");
    static final Key<String> QUORATE = name("quorate", "A cluster has its majority.", "pve");
    static final Key<String> REDUNDANT =
            name("redundant", "A pool, cluster or service has all its redundancy.", "node1/tank");
    static final Key<String> USED = name("used", "A pool is not too full.", "node1/tank");
    static final Key<String> FRESH = name("fresh", "A copy is recent.", "immich at node2/tank");
    static final Key<String> INTACT =
            name("intact", "Data are neither deleted nor encrypted nor locked.", "immich", "immich at node3/tank");
    static final Key<String> ON_MAINS = name("on-mains", "A UPS runs on mains.", "ups1");
    static final Key<String> CHARGED = name("charged", "A UPS is charged enough.", "ups1");
    static final Key<String> REACHES = name("reaches", "A node reaches another one.", "node1");
    static final Key<String> CLOCK = name("clock", "A node's clock is right.", "node1");
    static final Key<String> MEMORY_FREE = name("memory-free", "A node has memory left.", "node2");
    static final Key<String> NO_ALARM = name("no-alarm", "The alarm about something is silent.", "node1/tank");

    static final Key<Duration> WITHIN = Key.of("within", Forms.DURATION, "The most that is still good.", "2 s")
            .mustStand();
    static final Key<String> ON = Key.of("on", Forms.NAME, "The node.", "node2").mustStand();
    static final Key<String> TO =
            Key.of("to", Forms.NAME, "The other node.", "node3").mustStand();
    static final Key<Share> AT_MOST = Key.of("at-most", FaultKeys.share(), "The most that is still good.", "80%")
            .mustStand();
    static final Key<Share> AT_LEAST = Key.of("at-least", FaultKeys.share(), "The least that is still good.", "90%")
            .mustStand();

    static final List<Variant> VARIANTS = List.of(
            Variant.of(UP),
            Variant.of(ANSWERS, WITHIN),
            Variant.of(RUNS, ON),
            Variant.of(RUNS_ONCE),
            Variant.of(QUORATE),
            Variant.of(REDUNDANT),
            Variant.of(USED, AT_MOST),
            Variant.of(FRESH, WITHIN),
            Variant.of(INTACT),
            Variant.of(ON_MAINS),
            Variant.of(CHARGED, AT_LEAST),
            Variant.of(REACHES, TO),
            Variant.of(CLOCK, WITHIN),
            Variant.of(MEMORY_FREE, AT_LEAST),
            Variant.of(NO_ALARM));

    static final Form<Chosen> PROBE = new VariantsForm("a probe", VARIANTS);

    static final Key<Optional<Duration>> TOLERATES = Key.of(
            "tolerates",
            Forms.text("a time", "anything|" + Scale.TIME.pattern(), ProbeKeys::tolerance, "4 min", "anything"),
            "How long it may be false while the drill runs, all times together; not at all by default.",
            "4 min",
            "anything");
    static final Key<Duration> PATIENCE = Key.of(
            "patience", Forms.DURATION, "How long it may be false at a stretch; not at all by default.", "10 min");

    static final Form<Chosen> STEADY = with("a steady state", TOLERATES);
    static final Form<Chosen> GUARDRAIL = with("a guardrail", PATIENCE);

    private ProbeKeys() {}

    private static Key<String> name(String name, String means, String... examples) {
        return Key.of(name, Forms.NAME, means, examples);
    }

    private static Form<Chosen> with(String what, Key<?> more) {
        return new VariantsForm(
                what, VARIANTS.stream().map(it -> it.and(List.of(more))).toList());
    }

    /** Any time at all is no bound. */
    private static Optional<Duration> tolerance(String text) {
        return text.equals("anything") ? Optional.empty() : Optional.of(Forms.hoursOf(Scale.TIME.parse(text)));
    }
}
