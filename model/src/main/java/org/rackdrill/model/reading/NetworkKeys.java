package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.List;
import org.rackdrill.model.lab.PartKind;
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

/** The section {@code network}. */
final class NetworkKeys {

    /** What a thing in the network can be. */
    enum LinkKind {
        ROUTER(PartKind.ROUTER),
        SWITCH(PartKind.SWITCH),
        ACCESS_POINT(PartKind.ACCESS_POINT),
        WAN(PartKind.WAN),
        VPN(PartKind.VPN);

        private final PartKind part;

        LinkKind(PartKind part) {
            this.part = part;
        }

        PartKind part() {
            return part;
        }

        boolean isBox() {
            return this != WAN && this != VPN;
        }
    }

    static final Key<String> MODEL = Key.of(
            "model",
            ModelForm.of(PartKind.ROUTER, PartKind.SWITCH, PartKind.ACCESS_POINT, PartKind.WAN, PartKind.VPN),
            "Catalogue entry: `rackdrill catalog` lists them.",
            "generic-switch-1g");
    static final Key<LinkKind> KIND = Key.of(
            "kind",
            Forms.choice(LinkKind.class),
            "What it is, where neither the model nor other keys say so.",
            "switch");
    static final Key<String> SITE = Key.of(
            "site",
            Forms.NAME,
            "Where it stands; by default where its power or uplink is, or else the first site.",
            "home");
    static final Key<List<Said<String>>> POWERED_BY = Key.of(
            "powered-by",
            new ListForm<>(Forms.NAME, true),
            "What feeds it: a UPS, `mains`, or the switch or router that feeds it over the network cable (PoE).",
            "ups1");
    static final Key<List<Said<String>>> UPLINK = Key.of(
            "uplink",
            new ListForm<>(Forms.NAME, true),
            "The switch or router that it hangs on, or a list of which one is enough.",
            "router");
    static final Key<Duration> AUTO_UPDATE =
            Key.of("auto-update", Forms.RARE_SCHEDULE, "How often it updates itself, with a restart.", "monthly");
    static final Key<String> UPLINK_OF =
            Key.of("uplink-of", Forms.NAME, "The router that this internet access serves.", "router");
    static final Key<List<Said<String>>> BETWEEN = Key.of(
            "between",
            new ListForm<>(Forms.NAME, false),
            "The two routers that a tunnel joins.",
            "[udm, friend-router]");

    static final List<Key<?>> BOX_ONLY = List.of(UPLINK, AUTO_UPDATE);

    static final Form<List<Named<Fields>>> NETWORK = new NamedForm<>(
            "boxes, internet accesses and tunnels",
            new FieldsForm(
                    "a network part",
                    TraitKeys.after(
                            List.of(MODEL, KIND, SITE, POWERED_BY, UPLINK, AUTO_UPDATE, UPLINK_OF, BETWEEN),
                            PartKind.ROUTER,
                            PartKind.WAN,
                            PartKind.VPN)));

    private NetworkKeys() {}
}
