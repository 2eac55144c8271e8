package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Region;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.lab.Site.Breaker;
import org.rackdrill.model.lab.Site.Curve;
import org.rackdrill.model.lab.Site.Outlet;
import org.rackdrill.model.quantity.Amps;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.model.quantity.Volts;
import org.rackdrill.model.reading.SiteKeys.Statistics;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Said;
import org.rackdrill.model.yaml.Place;

/** Makes regions and sites. */
final class Sites {

    static final String HOME = "home";

    private final Desk desk;

    Sites(Desk desk) {
        this.desk = desk;
    }

    List<Region> regions(List<Named<Fields>> regions) {
        return regions.stream()
                .map(region -> region(region.name(), "regions." + region.name(), region.value()))
                .toList();
    }

    private Region region(String name, String path, Fields region) {
        Optional<Statistics> heat = region.get(SiteKeys.HEATWAVES);
        return new Region(
                name,
                storms(path, region),
                heat.map(told -> statistics(path + ".heatwaves", PartKind.HEATWAVES, heat)));
    }

    private Optional<Part> storms(String path, Fields region) {
        Optional<Said<String>> said = region.said(SiteKeys.STORMS);
        desk.explain(
                path,
                region,
                SiteKeys.STORMS,
                said.map(Said::value).orElse(SiteKeys.NO_STORMS),
                "the file names no storms");
        boolean own = TraitKeys.of(PartKind.STORMS).stream().anyMatch(one -> region.has(one.key()));
        if (said.isEmpty() ? !own : said.get().value().equals(SiteKeys.NO_STORMS)) {
            return Optional.empty();
        }
        return Optional.of(
                desk.part(desk.entry(PartKind.STORMS, said, PartKind.STORMS.generic()), path, region, Map.of()));
    }

    /** Returns the described sites, or one called home when there are none. */
    List<Site> sites(List<Named<Fields>> sites) {
        if (sites.isEmpty()) {
            String name =
                    desk.names().of(Set.of(Sort.SITE)).stream().findFirst().orElse(HOME);
            desk.explaining().value("sites." + name, "one site", Explaining.fallback("the file names no site"));
            return List.of(site(new Named<>(name, Place.START, Fields.NONE)));
        }
        List<Site> made = new ArrayList<>();
        sites.forEach(site -> made.add(site(site)));
        return made;
    }

    private Site site(Named<Fields> site) {
        String path = "sites." + site.name();
        Fields fields = site.value();
        Optional<String> region =
                fields.said(SiteKeys.REGION).flatMap(said -> desk.reference(said, Set.of(Sort.REGION)));
        region.ifPresent(name -> desk.explain(path, fields, SiteKeys.REGION, name, ""));
        return new Site(
                site.name(),
                region,
                mains(path + ".mains", fields),
                outlet(path + ".outlet", fields),
                fields.get(SiteKeys.BREAKER).map(breaker -> breaker(path + ".breaker", breaker)),
                electricity(path, fields));
    }

    private Part mains(String path, Fields fields) {
        return statistics(path, PartKind.MAINS, fields.get(SiteKeys.MAINS));
    }

    private Part statistics(String path, PartKind kind, Optional<Statistics> told) {
        Optional<Said<String>> name = told.flatMap(Statistics::statistics);
        Catalogue.Entry entry = desk.entry(kind, name, kind.generic());
        desk.explaining()
                .value(
                        path + ".statistics",
                        entry.name(),
                        name.map(said -> desk.notes().origin(said.place()))
                                .orElse(Explaining.fallback("the file names no statistics")));
        return desk.part(entry, path, told.flatMap(Statistics::fields).orElse(Fields.NONE), Map.of());
    }

    private Outlet outlet(String path, Fields fields) {
        Fields outlet = fields.get(SiteKeys.OUTLET).orElse(Fields.NONE);
        Volts volts = desk.value(
                path,
                outlet,
                SiteKeys.VOLTS,
                new Volts(Fallbacks.OUTLET_VOLTS),
                ValueText.VOLTS.format(),
                "an ordinary socket");
        Amps amps = desk.value(
                path,
                outlet,
                SiteKeys.OUTLET_AMPS,
                new Amps(Fallbacks.OUTLET_AMPS),
                ValueText.AMPS.format(),
                "an ordinary socket");
        if (volts.volts() < 50 || volts.volts() > 1000) {
            desk.notes()
                    .warning(
                            outlet.placeOf(SiteKeys.VOLTS),
                            "no socket has " + volts.volts() + " V",
                            "Write `230 V` or `120 V`.");
        }
        return new Outlet(volts, amps);
    }

    private Breaker breaker(String path, Fields breaker) {
        Amps amps = breaker.get(SiteKeys.BREAKER_AMPS).orElse(new Amps(16));
        double shared = breaker.get(SiteKeys.SHARED_WITH).orElse(List.of()).stream()
                .mapToDouble(load -> load.value().watts())
                .sum();
        desk.explain(
                path, breaker, SiteKeys.BREAKER_AMPS, ValueText.AMPS.format().apply(amps), "");
        Curve curve = desk.value(
                path, breaker, SiteKeys.CURVE, Curve.C, Forms::spelled, "the usual one for sockets of the house");
        desk.explain(path, breaker, SiteKeys.SHARED_WITH, shared + " W", "the file names no other load");
        return new Breaker(amps, curve, shared);
    }

    private Setting<Money> electricity(String path, Fields fields) {
        Setting<Money> fallback =
                new Setting<>(new Money(0.32, "AUD"), Fallbacks.ELECTRICITY, new Range(0.6, 1.6), Fallbacks.origin());
        return desk.setting(path, fields, SiteKeys.ELECTRICITY, fallback);
    }
}
