package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.reading.form.EitherForm;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.ListForm;
import org.rackdrill.model.reading.form.MappedForm;
import org.rackdrill.model.reading.form.ModelForm;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.NamedForm;
import org.rackdrill.model.reading.form.Said;

/** The section {@code nodes}. */
final class NodeKeys {

    /** Memory as a node has it. */
    record Memory(Bytes size, boolean ecc, String text) {

        private static final double LEAST = 64e6;
        private static final double MOST = 1e15;

        static Memory parse(String text) {
            boolean ecc = text.endsWith(" ecc");
            String size = ecc ? text.substring(0, text.length() - 4) : text;
            double bytes = Scale.DATA.parse(size);
            if (bytes < LEAST || bytes > MOST) {
                throw new BadText("no computer has `" + text + "` of memory", "Write it like `16 GiB`.");
            }
            return new Memory(new Bytes(bytes), ecc, text);
        }
    }

    static final Key<String> MODEL = Key.of(
            "model", ModelForm.of(PartKind.NODE), "Catalogue entry: `rackdrill catalog` lists them.", "intel-nuc-11");
    static final Key<String> OS = Key.of(
            "os", ModelForm.of(PartKind.OS), "Catalogue entry of the hypervisor or NAS system on it.", "proxmox-ve");
    static final Key<String> SITE = Key.of(
            "site",
            Forms.NAME,
            "Where it stands; by default where its power or network is, or else the first site.",
            "home");
    static final Key<Duration> AGE = Key.of("age", Forms.AGE, "How old it is at the start.", "7 y");
    static final Key<List<Said<String>>> POWERED_BY = Key.of(
            "powered-by",
            new ListForm<>(Forms.NAME, true),
            "What feeds it, one entry for each power supply: a UPS or `mains`.",
            "[ups1, mains]");
    static final Key<List<Said<String>>> NETWORK = Key.of(
            "network",
            new ListForm<>(Forms.NAME, true),
            "The switch or router that it is plugged into, or a list of which one is enough.",
            "sw1");
    static final Key<Memory> MEMORY = Key.of(
            "memory",
            Forms.text("an amount of memory", Scale.DATA.pattern() + "( ecc)?", Memory::parse, "48 GiB", "96 GiB ecc"),
            "Memory installed; `ecc` when it corrects errors.",
            "96 GiB ecc");
    /** Who opens encrypted pools, as the file says it; the server is not looked up yet. */
    record Unlocking(Node.Unlock by, Optional<Said<String>> server) {}

    private static final Key<String> KEY_SERVER = Key.of(
                    "network", Forms.NAME, "The node or service that holds the key, and must be reachable.", "node2")
            .mustStand();

    static final Key<Unlocking> UNLOCK = Key.of(
            "unlock",
            new EitherForm<>(
                    new MappedForm<>(
                            Forms.choice(Node.Unlock.class),
                            (word, notes) -> Optional.of(new Unlocking(word.value(), Optional.empty()))),
                    new MappedForm<>(
                            new FieldsForm("unlock", List.of(KEY_SERVER)),
                            (fields, notes) -> fields.value()
                                    .said(KEY_SERVER)
                                    .map(server -> new Unlocking(Node.Unlock.NETWORK, Optional.of(server))))),
            "Who opens the encrypted pools after a boot: a person (prompt), the node (keyfile), a server (network).",
            "keyfile",
            "{network: node2}");
    static final Key<Integer> BOOT_ORDER = Key.of(
            "boot-order", Forms.whole(0, 1000), "Smaller boots earlier when the power returns; 10 by default.", "1");
    static final Key<List<Named<Fields>>> POOLS = Key.of(
            "pools",
            new NamedForm<>("pools", PoolKeys.POOL),
            "Its data disks, by pool.",
            "{tank: {layout: mirror, disks: 2 x 8 TB hdd}}");

    static final Form<List<Named<Fields>>> NODES = new NamedForm<>(
            "nodes",
            new FieldsForm(
                    "a node",
                    TraitKeys.after(
                            List.of(
                                    MODEL,
                                    OS,
                                    SITE,
                                    AGE,
                                    POWERED_BY,
                                    NETWORK,
                                    MEMORY,
                                    UNLOCK,
                                    BOOT_ORDER,
                                    POOLS,
                                    Reaches.SSH,
                                    Reaches.POWER),
                            PartKind.NODE,
                            PartKind.OS)));

    private NodeKeys() {}
}
