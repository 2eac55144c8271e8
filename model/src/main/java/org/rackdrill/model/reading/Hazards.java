package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.lab.Hazard;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Said;

/** Makes hazards. */
final class Hazards {

    private static final String NOTHING = "0%";

    private final Desk desk;

    Hazards(Desk desk) {
        this.desk = desk;
    }

    List<Hazard> read(List<Named<Fields>> hazards) {
        List<Hazard> made = new ArrayList<>();
        for (Named<Fields> hazard : hazards) {
            if (!simulated(hazard)) {
                desk.notes().unusedYet(hazard.place(), hazard.name());
            }
            made.add(hazard(hazard));
        }
        return made;
    }

    /** What destroys a site or reaches copies has its physics, whatever it is called. */
    private static boolean simulated(Named<Fields> hazard) {
        return HazardKeys.SIMULATED.contains(hazard.name())
                || hazard.value().get(HazardKeys.DESTROYS).orElse(false)
                || hazard.value().has(HazardKeys.REACHES);
    }

    private Hazard hazard(Named<Fields> hazard) {
        String path = "hazards." + hazard.name();
        Fields fields = hazard.value();
        List<String> hits = desk.references(fields.get(HazardKeys.HITS).orElse(List.of()), Set.of(Sort.SITE));
        desk.explain(
                path,
                fields,
                HazardKeys.HITS,
                hits.isEmpty() ? "every site" : Desk.list(hits),
                "it can strike anywhere");
        Setting<Life> every = fields.get(HazardKeys.EVERY).orElse(Fallbacks.life("never"));
        return new Hazard(
                hazard.name(),
                desk.explaining().setting(path + ".every", every),
                hits,
                desk.value(
                        path,
                        fields,
                        HazardKeys.DESTROYS,
                        destroys(hazard.name()),
                        String::valueOf,
                        destroys(hazard.name()) ? "it takes what stands there" : "it leaves things standing"),
                desk.setting(path, fields, HazardKeys.KILLS, nothing()),
                words(path, fields, HazardKeys.ENTERS_BY),
                reaches(path, hazard.name(), fields),
                words(path, fields, HazardKeys.STOPPED_BY));
    }

    private static Setting<Share> nothing() {
        return new Setting<>(new Share(0), NOTHING, Setting.Range.CERTAIN, Explaining.fallback("it kills nothing"));
    }

    private static boolean destroys(String name) {
        return name.equals("fire") || name.equals("theft");
    }

    private List<String> reaches(String path, String name, Fields fields) {
        if (fields.has(HazardKeys.REACHES) || !name.equals("ransomware")) {
            return words(path, fields, HazardKeys.REACHES);
        }
        List<String> usual = List.of("online-copies");
        desk.explain(path, fields, HazardKeys.REACHES, Desk.list(usual), "what a host of the lab can write to");
        return usual;
    }

    private List<String> words(String path, Fields fields, Key<List<Said<String>>> key) {
        Optional<List<String>> words =
                fields.get(key).map(said -> said.stream().map(Said::value).toList());
        words.ifPresent(found -> desk.explain(path, fields, key, Desk.list(found), ""));
        return words.orElse(List.of());
    }

    /** Returns the hazards of a lab that names none: those that are simulated. */
    List<Hazard> usual() {
        List<Hazard> all = List.of(
                usual("fire", Fallbacks.FIRE, true, NOTHING, List.of(), List.of(), List.of()),
                usual("theft", Fallbacks.THEFT, true, NOTHING, List.of(), List.of(), List.of()),
                usual(
                        "surge",
                        Fallbacks.SURGE,
                        false,
                        Fallbacks.SURGE_KILLS,
                        List.of("mains", "copper"),
                        List.of(),
                        List.of("double-conversion")),
                usual(
                        "ransomware",
                        Fallbacks.RANSOMWARE,
                        false,
                        NOTHING,
                        List.of(),
                        List.of("online-copies"),
                        List.of()));
        List<Hazard> usual = all.stream()
                .filter(hazard -> HazardKeys.SIMULATED.contains(hazard.name()))
                .toList();
        usual.forEach(hazard -> desk.explaining().setting("hazards." + hazard.name() + ".every", hazard.every()));
        return usual;
    }

    private static Hazard usual(
            String name,
            String every,
            boolean destroys,
            String kills,
            List<String> entersBy,
            List<String> reaches,
            List<String> stoppedBy) {
        return new Hazard(
                name,
                Fallbacks.life(every),
                List.of(),
                destroys,
                kills.equals(NOTHING) ? nothing() : Fallbacks.share(kills),
                entersBy,
                reaches,
                stoppedBy);
    }
}
