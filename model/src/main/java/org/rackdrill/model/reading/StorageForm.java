package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.reading.form.EitherForm;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.ListForm;
import org.rackdrill.model.reading.form.MappedForm;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;

/** What stands behind {@code storage}. */
final class StorageForm {

    /** Storage as the file says it, before anybody looked whether what it names is there. */
    sealed interface Spoken {
        /** On its node alone. */
        record Local() implements Spoken {}

        /** To all other members of the cluster, every 15 minutes. */
        record Synced() implements Spoken {}

        /** On the cluster's Ceph. */
        record Ceph() implements Spoken {}

        /** To some members; empty: all others. */
        record Pvesr(Duration every, List<Said<String>> to) implements Spoken {}

        /** On a pool that another node serves. */
        record Shared(Said<String> pool) implements Spoken {}
    }

    private enum Word {
        LOCAL,
        SYNCED,
        CEPH
    }

    private static final Key<Duration> PVESR =
            Key.of("pvesr", Forms.SCHEDULE, "How often Proxmox replicates it.", "every 15 min");
    private static final Key<List<Said<String>>> TO = Key.of(
            "to",
            new ListForm<>(Forms.NAME, true),
            "The members that it is replicated to; all others by default.",
            "node2");
    private static final Key<String> SHARED =
            Key.of("shared", Forms.NAME, "The pool that holds it, as node/pool.", "truenas/tank");

    static final Form<Spoken> FORM = new EitherForm<>(
            new MappedForm<>(
                    Forms.choice(
                            List.of(Word.values()),
                            Map.of("replicated", Word.SYNCED, "pvesr", Word.SYNCED, "zfs", Word.LOCAL)),
                    (word, notes) -> Optional.of(word(word.value()))),
            new MappedForm<>(new FieldsForm("storage", List.of(PVESR, TO, SHARED)), (fields, notes) -> {
                Optional<Said<String>> shared = fields.value().said(SHARED);
                Optional<Duration> every = fields.value().get(PVESR);
                if (shared.isPresent() == every.isPresent()) {
                    return unclear(fields, notes);
                }
                return Optional.of(
                        shared.isPresent()
                                ? new Spoken.Shared(shared.get())
                                : new Spoken.Pvesr(
                                        every.orElseThrow(),
                                        fields.value().get(TO).orElse(List.of())));
            }));

    private StorageForm() {}

    private static Spoken word(Word word) {
        return switch (word) {
            case LOCAL -> new Spoken.Local();
            case SYNCED -> new Spoken.Synced();
            case CEPH -> new Spoken.Ceph();
        };
    }

    private static Optional<Spoken> unclear(Said<?> fields, Notes notes) {
        notes.error(
                fields.place(),
                "`storage` is either replicated or shared",
                "Write `{pvesr: every 15 min, to: node2}` or `{shared: node/pool}`.");
        return Optional.empty();
    }
}
