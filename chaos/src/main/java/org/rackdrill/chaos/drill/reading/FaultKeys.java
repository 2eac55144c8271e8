package org.rackdrill.chaos.drill.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.chaos.fault.FaultKind;
import org.rackdrill.chaos.fault.OperationKind;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Bandwidth;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.ShortForm;

/** The keys of faults and operations, each with what it hits and how hard. */
final class FaultKeys {

    static final Key<String> OF = Key.of("of", Forms.NAME, "What it hits, by name, by role, or at random.", "node1")
            .mustStand();

    static final Key<Share> LOST =
            Key.of("lost", share(), "How many of all packets.", "20%").mustStand();
    static final Key<Duration> EXTRA = Key.of("extra", Forms.DURATION, "What is added to every packet.", "200 ms")
            .mustStand();
    static final Key<Duration> JITTER = Key.of(
            "jitter", Forms.DURATION, "How far single packets differ from that; not at all by default.", "50 ms");
    static final Key<Bandwidth> LIMIT = Key.of(
                    "limit", Forms.exact(ValueText.BANDWIDTH), "What still passes in each direction.", "1 Mbit/s")
            .mustStand();
    static final Key<Share> HOLDS = Key.of("holds", share(), "What is left of the charge; nothing by default.", "10%");
    static final Key<Duration> SLOWER =
            Key.of("extra", Forms.DURATION, "What is added to every read and write; 50 ms by default.", "50 ms");
    static final Key<Bytes> AMOUNT =
            Key.of("amount", Forms.exact(ValueText.BYTES), "How much is overwritten; 1 MiB by default.", "1 MiB");
    static final Key<Share> FILLED = Key.of("to", share(), "How full it is then; 100% by default.", "95%");
    static final Key<Share> LOADED = Key.of("to", share(), "How much is taken then; 95% by default.", "90%");
    static final Key<Duration> BY = Key.of(
                    "by",
                    Forms.text("a time", "-?" + Scale.TIME.pattern(), FaultKeys::signed, "5 s"),
                    "How far ahead of the true time; behind it with a minus.",
                    "5 s",
                    "-2 min")
            .mustStand();
    static final Key<Boolean> SNAPSHOTS =
            Key.of("snapshots", Forms.FLAG, "Whether the snapshots go as well; false by default.", "true");
    static final Key<Share> FILES = Key.of("files", share(), "How many of the files; all by default.", "30%");
    static final Key<Boolean> DESTROYED = Key.of(
            "destroyed",
            Forms.FLAG,
            "Whether everything there is destroyed, or only without power and lines; true by default.",
            "false");

    static final Key<String> TO = Key.of(
            "to", Forms.NAME, "On which node; by default where the cluster or the freshest copy wants it.", "node2");
    static final Key<String> ON =
            Key.of("on", Forms.NAME, "The node that restores; by default the one that the copy lies on.", "node2");

    private static final Map<FaultKind, List<Key<?>>> PARAMETERS = Map.ofEntries(
            Map.entry(FaultKind.LINK_LOSS, List.of(LOST)),
            Map.entry(FaultKind.LINK_LATENCY, List.of(EXTRA, JITTER)),
            Map.entry(FaultKind.LINK_BANDWIDTH, List.of(LIMIT)),
            Map.entry(FaultKind.UPS_BATTERY_FAULT, List.of(HOLDS)),
            Map.entry(FaultKind.SLOW_DISK, List.of(SLOWER)),
            Map.entry(FaultKind.SILENT_CORRUPTION, List.of(AMOUNT)),
            Map.entry(FaultKind.POOL_FULL, List.of(FILLED)),
            Map.entry(FaultKind.MEMORY_PRESSURE, List.of(LOADED)),
            Map.entry(FaultKind.CPU_PRESSURE, List.of(LOADED)),
            Map.entry(FaultKind.CLOCK_SKEW, List.of(BY)),
            Map.entry(FaultKind.DATASET_DELETED, List.of(SNAPSHOTS)),
            Map.entry(FaultKind.FILES_ENCRYPTED, List.of(FILES)),
            Map.entry(FaultKind.SITE_LOST, List.of(DESTROYED)));

    private static final Map<FaultKind, Key<Fields>> FAULTS = faults();
    private static final Map<OperationKind, Key<Fields>> OPERATIONS = operations();

    private FaultKeys() {}

    /** Returns the key of a fault. */
    static Key<Fields> of(FaultKind kind) {
        return FAULTS.getOrDefault(kind, Key.of(kind.word(), new FieldsForm("", List.of()), ""));
    }

    /** Returns the key of an operation. */
    static Key<Fields> of(OperationKind kind) {
        return OPERATIONS.getOrDefault(kind, Key.of(kind.word(), new FieldsForm("", List.of()), ""));
    }

    /** Returns what can be said about a fault besides what it hits. */
    static List<Key<?>> parameters(FaultKind kind) {
        return PARAMETERS.getOrDefault(kind, List.of());
    }

    static Form<Share> share() {
        return Forms.exact(ValueText.SHARE);
    }

    private static Map<FaultKind, Key<Fields>> faults() {
        Map<FaultKind, Key<Fields>> keys = new EnumMap<>(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            keys.put(kind, key(kind.word(), kind.means(), kind.targets(), parameters(kind)));
        }
        return keys;
    }

    private static Map<OperationKind, Key<Fields>> operations() {
        Map<OperationKind, Key<Fields>> keys = new EnumMap<>(OperationKind.class);
        for (OperationKind kind : OperationKind.values()) {
            List<Key<?>> parameters = switch (kind) {
                case FAILOVER -> List.of(TO);
                case RESTORE_PROOF -> List.of(ON);
                default -> List.of();
            };
            keys.put(kind, key(kind.word(), kind.means(), kind.targets(), parameters));
        }
        return keys;
    }

    private static Key<Fields> key(String word, String means, List<TargetKind> targets, List<Key<?>> parameters) {
        List<Key<?>> keys = new ArrayList<>(List.of(OF));
        keys.addAll(parameters);
        String sentence = Character.toUpperCase(means.charAt(0)) + means.substring(1) + ".";
        boolean alone = parameters.stream().noneMatch(Key::required);
        String of = targets.get(0).example();
        StringBuilder example = new StringBuilder("{of: " + of);
        parameters.forEach(key -> example.append(", ")
                .append(key.name())
                .append(": ")
                .append(key.examples().get(0)));
        return Key.of(
                word, new ShortForm(OF, new FieldsForm("`" + word + "`", keys)), sentence, alone ? of : example + "}");
    }

    private static Duration signed(String text) {
        boolean behind = text.startsWith("-");
        double hours = Scale.TIME.parse(behind ? text.substring(1) : text);
        if (hours == 0 || hours > 24 * 3650) {
            throw new BadText("a clock that is off by `" + text + "` is no drill", "Write it like `5 s`.");
        }
        return Forms.hoursOf(behind ? -hours : hours);
    }
}
