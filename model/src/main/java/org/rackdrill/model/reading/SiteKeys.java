package org.rackdrill.model.reading;

import java.util.List;
import java.util.Optional;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.quantity.Amps;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.model.quantity.Volts;
import org.rackdrill.model.quantity.Watts;
import org.rackdrill.model.reading.form.EitherForm;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.MappedForm;
import org.rackdrill.model.reading.form.ModelForm;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.NamedForm;

/** The sections {@code regions} and {@code sites}. */
final class SiteKeys {

    static final String NO_STORMS = "none";
    static final Key<String> STORMS = Key.of(
            "storms",
            ModelForm.of(PartKind.STORMS),
            "Catalogue entry of the storms that hit mains and internet of its sites together; none by default.",
            "au-vic");
    static final Key<String> HEAT_STATISTICS =
            Key.of("statistics", ModelForm.of(PartKind.HEATWAVES), "Catalogue entry of the heatwaves.", "au-vic-heat");
    static final Key<Statistics> HEATWAVES = Key.of(
            "heatwaves",
            statistics("the heatwaves", PartKind.HEATWAVES, HEAT_STATISTICS),
            "Heatwaves in which its sites lose mains and internet together, by name or by values; none by default.",
            "{statistics: au-vic-heat}",
            "{every: about every 4 y}");
    static final Form<List<Named<Fields>>> REGIONS = new NamedForm<>(
            "regions", new FieldsForm("a region", TraitKeys.after(List.of(STORMS, HEATWAVES), PartKind.STORMS)));

    static final Key<String> STATISTICS = Key.of(
            "statistics", ModelForm.of(PartKind.MAINS), "Catalogue entry of the public grid here.", "au-vic-urban");

    static final Key<Volts> VOLTS = Key.of("volts", Forms.exact(ValueText.VOLTS), "Voltage of the socket.", "230 V");
    static final Key<Amps> OUTLET_AMPS =
            Key.of("amps", Forms.exact(ValueText.AMPS), "Rated current of the socket.", "10 A");
    static final Key<Amps> BREAKER_AMPS = Key.of(
                    "amps", Forms.exact(ValueText.AMPS), "Rated current of the breaker.", "16 A")
            .mustStand();
    static final Key<Site.Curve> CURVE = Key.of(
            "curve",
            Forms.choice(Site.Curve.class),
            "The letter before its amperes: it trips at once at 3 to 5 (b) or 5 to 10 (c) times its current.",
            "c");
    static final Key<List<Named<Watts>>> SHARED_WITH = Key.of(
            "shared-with",
            new NamedForm<>("other loads", Forms.exact(ValueText.WATTS)),
            "What else of the household hangs on the breaker, with its power.");

    static final Key<String> REGION = Key.of("region", Forms.NAME, "The region whose storms it shares.", "vic");
    static final Key<Statistics> MAINS = Key.of(
            "mains",
            statistics("the mains", PartKind.MAINS, STATISTICS),
            "Outages and dips of the public grid here: statistics by name, or values of your own.",
            "{statistics: au-vic-urban}",
            "{fails: about every 410 d}");
    static final Key<Fields> OUTLET = Key.of(
            "outlet",
            new FieldsForm("the outlet", List.of(VOLTS, OUTLET_AMPS)),
            "The socket that the rack hangs on.",
            "{volts: 230 V, amps: 10 A}");
    static final Key<Fields> BREAKER = Key.of(
            "breaker",
            new FieldsForm("the breaker", List.of(BREAKER_AMPS, CURVE, SHARED_WITH)),
            "The circuit breaker behind the socket; none that could trip by default.",
            "{amps: 16 A}");
    static final Key<Setting<Money>> ELECTRICITY =
            Key.of("electricity", PriceForm.ENERGY, "The price of electricity.", "0.32 AUD/kWh");

    static final Form<List<Named<Fields>>> SITES =
            new NamedForm<>("sites", new FieldsForm("a site", List.of(REGION, MAINS, OUTLET, BREAKER, ELECTRICITY)));

    private SiteKeys() {}

    /** The name of an entry, or its name and values of one's own. */
    private static Form<Statistics> statistics(String what, PartKind kind, Key<String> name) {
        return new EitherForm<>(
                new MappedForm<>(
                        ModelForm.of(kind),
                        (entry, notes) -> Optional.of(new Statistics(Optional.of(entry), Optional.empty()))),
                new MappedForm<>(
                        new FieldsForm(what, TraitKeys.after(List.of(name), kind)),
                        (fields, notes) ->
                                Optional.of(new Statistics(fields.value().said(name), Optional.of(fields.value())))));
    }

    /** What is said about the mains of a site or the heatwaves of a region. */
    record Statistics(Optional<org.rackdrill.model.reading.form.Said<String>> statistics, Optional<Fields> fields) {}
}
