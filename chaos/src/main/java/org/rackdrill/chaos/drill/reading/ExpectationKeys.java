package org.rackdrill.chaos.drill.reading;

import java.time.Duration;
import java.util.List;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.form.Chosen;
import org.rackdrill.model.reading.form.EitherForm;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.ListForm;
import org.rackdrill.model.reading.form.Said;
import org.rackdrill.model.reading.form.Variant;
import org.rackdrill.model.reading.form.VariantsForm;

/** The keys of expectations. */
final class ExpectationKeys {

    static final Key<String> RECOVERS =
            Key.of("recovers", Forms.NAME, "It works again in time, and works at the end.", "jellyfin");
    static final Key<String> DOWN = Key.of("down", Forms.NAME, "It is not down for long.", "proxy");
    static final Key<String> LOSES = Key.of("loses", Forms.NAME, "The data of a service miss little.", "immich");
    static final Key<String> RESTORES = Key.of(
            "restores", Forms.NAME, "A copy can be restored; needs a `restore-proof` step.", "immich at node3/tank");
    static final Key<String> ALARM = Key.of("alarm", Forms.NAME, "Somebody is told about it.", "node1");
    static final Key<String> REDUNDANCY =
            Key.of("redundancy", Forms.NAME, "A pool, cluster or service has its redundancy back.", "node1/tank");
    static final Key<List<Said<String>>> NOTHING_ELSE = Key.of(
            "nothing-else",
            nothingElse(),
            "Nothing but the blast radius, and these, is affected.",
            "affected",
            "[win11]");
    static final Key<Chosen> ALWAYS =
            Key.of("always", ProbeKeys.PROBE, "A probe is true at every moment.", "{quorate: pve}");
    static final Key<Chosen> EVENTUALLY =
            Key.of("eventually", ProbeKeys.PROBE, "A probe becomes true.", "{runs: jellyfin, on: node1}");
    static final Key<String> SHUTS_DOWN =
            Key.of("shuts-down", Forms.NAME, "A node is shut down in order before its power ends.", "node1");
    static final Key<Integer> HANDS =
            Key.of("hands", Forms.whole(0, 1000), "How often somebody may have to do something.", "0");

    static final Key<Duration> WITHIN = Key.of("within", Forms.DURATION, "The longest time until then.", "4 min")
            .mustStand();
    static final Key<Duration> AT_MOST =
            Key.of("at-most", Forms.DURATION, "All times together.", "2 min").mustStand();
    static final Key<Duration> LAST = Key.of(
                    "at-most", Forms.DURATION, "The age of the newest write that is lost.", "15 min")
            .mustStand();
    static final Key<Boolean> MATCHES = Key.of(
            "matches", Forms.FLAG, "Whether what comes back must equal what it claims to be; true by default.", "true");
    static final Key<Duration> AGE =
            Key.of("age", Forms.DURATION, "How old the restored state may be; any age by default.", "1 d");
    static final Key<Boolean> CLEARS = Key.of(
            "clears", Forms.FLAG, "Whether the alarm must be silent again at the end; false by default.", "true");
    static final Key<Share> CHARGE_LEFT =
            Key.of("charge-left", FaultKeys.share(), "What is left in its UPS when the shutdown is done.", "20%");
    static final Key<String> SINCE = Key.of(
            "since",
            Forms.NAME,
            "The step from whose start its time is counted; by default the first fault.",
            "power-cut");

    static final Form<Chosen> EXPECTATION = new VariantsForm(
            "an expectation",
            List.of(
                    Variant.of(RECOVERS, WITHIN, SINCE),
                    Variant.of(DOWN, AT_MOST, SINCE),
                    Variant.of(LOSES, LAST, SINCE),
                    Variant.of(RESTORES, WITHIN, MATCHES, AGE, SINCE),
                    Variant.of(ALARM, WITHIN, CLEARS, SINCE),
                    Variant.of(REDUNDANCY, WITHIN, SINCE),
                    Variant.of(NOTHING_ELSE),
                    Variant.of(ALWAYS, SINCE),
                    Variant.of(EVENTUALLY, WITHIN, SINCE),
                    Variant.of(SHUTS_DOWN, CHARGE_LEFT, SINCE),
                    Variant.of(HANDS, SINCE)));

    private ExpectationKeys() {}

    /** Reads {@code nothing-else: affected}, or what else may be. */
    private static Form<List<Said<String>>> nothingElse() {
        Form<List<Said<String>>> word =
                Forms.text("`affected`, or a list", "affected", ExpectationKeys::none, "affected");
        return new EitherForm<>(word, new ListForm<>(Forms.NAME, false, false));
    }

    private static List<Said<String>> none(String text) {
        if (!text.equals("affected")) {
            throw new BadText(
                    "`" + text + "` is not `affected`",
                    "Write `nothing-else: affected`, or a list of what else may be.");
        }
        return List.of();
    }
}
