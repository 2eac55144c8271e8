package org.rackdrill.model.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.reading.NetworkKeys.LinkKind;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Notes;

/** What each thing in the network section is: as it says, as its keys or its model say, or as it is called. */
final class LinkKinds {

    private static final Map<LinkKind, Pattern> CALLED = Map.of(
            LinkKind.ROUTER, Pattern.compile(".*(router|gateway|firewall|udm|udr|ucg|sense|fritz).*"),
            LinkKind.ACCESS_POINT, Pattern.compile("(.*[^a-z])?(ap|u6|u7|wifi|wlan|wireless|access)([^a-z].*)?"),
            LinkKind.WAN, Pattern.compile("(.*[^a-z])?(nbn|wan|isp|dsl|fttp|fttn|fibre|fiber|internet)([^a-z].*)?"),
            LinkKind.VPN, Pattern.compile(".*(vpn|wireguard|tunnel|ipsec).*"),
            LinkKind.SWITCH, Pattern.compile(".*(switch|sw\\d*).*"));

    private final Catalogue catalogue;
    private final Notes notes;
    private final Map<String, LinkKind> kinds = new HashMap<>();

    LinkKinds(Desk desk, List<Named<Fields>> links) {
        this.catalogue = desk.catalogue();
        this.notes = desk.notes();
        for (Named<Fields> link : links) {
            LinkKind kind = kind(link);
            kinds.put(link.name(), kind);
            desk.names().refine(link, kind.isBox() ? Sort.BOX : kind == LinkKind.WAN ? Sort.WAN : Sort.VPN);
            onlyItsKeys(link.value(), kind);
        }
    }

    LinkKind of(String name) {
        return kinds.getOrDefault(name, LinkKind.SWITCH);
    }

    private LinkKind kind(Named<Fields> link) {
        Fields fields = link.value();
        Optional<LinkKind> said = fields.get(NetworkKeys.KIND);
        if (said.isPresent()) {
            return said.get();
        }
        if (fields.has(NetworkKeys.BETWEEN)) {
            return LinkKind.VPN;
        }
        if (fields.has(NetworkKeys.UPLINK_OF)) {
            return LinkKind.WAN;
        }
        Optional<String> model = fields.get(NetworkKeys.MODEL);
        return model.flatMap(this::bought)
                .or(() -> model.flatMap(LinkKinds::called))
                .or(() -> called(link.name()))
                .orElse(fields.has(NetworkKeys.UPLINK) ? LinkKind.SWITCH : LinkKind.ROUTER);
    }

    private Optional<LinkKind> bought(String model) {
        Optional<PartKind> part = catalogue.find(model).map(Catalogue.Entry::kind);
        for (LinkKind kind : LinkKind.values()) {
            if (part.isPresent() && part.get() == kind.part()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Optional<LinkKind> called(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (LinkKind kind : LinkKind.values()) {
            Pattern pattern = CALLED.get(kind);
            if (pattern != null && pattern.matcher(lower).matches()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private void onlyItsKeys(Fields fields, LinkKind kind) {
        if (!kind.isBox()) {
            refuse(fields, NetworkKeys.BOX_ONLY, kind);
        }
        if (kind != LinkKind.WAN) {
            refuse(fields, List.of(NetworkKeys.UPLINK_OF), kind);
        }
        if (kind != LinkKind.VPN) {
            refuse(fields, List.of(NetworkKeys.BETWEEN), kind);
        } else {
            refuse(fields, List.of(NetworkKeys.SITE, NetworkKeys.POWERED_BY), kind);
        }
        List<Key<?>> traits = TraitKeys.after(List.of(), PartKind.ROUTER, PartKind.WAN, PartKind.VPN);
        List<Key<?>> own = TraitKeys.after(List.of(), kind.part());
        traits.removeAll(own);
        refuse(fields, traits, kind);
    }

    private void refuse(Fields fields, List<Key<?>> keys, LinkKind kind) {
        for (Key<?> key : keys) {
            if (fields.has(key)) {
                notes.error(
                        fields.placeOf(key),
                        "`" + key.name() + "` is not a key of a " + Forms.spelled(kind),
                        "Leave it out, or say what it is: `kind: switch`.");
            }
        }
    }
}
