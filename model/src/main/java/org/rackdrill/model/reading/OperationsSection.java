package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Operations;
import org.rackdrill.model.lab.Operations.Changes;
import org.rackdrill.model.lab.Operations.Operator;
import org.rackdrill.model.lab.Operations.Patching;
import org.rackdrill.model.lab.Operations.Travel;
import org.rackdrill.model.lab.Operations.WokenBy;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Protection;
import org.rackdrill.model.lab.Service.Hours;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm.PrefixKey;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;

/** Makes the operations. */
final class OperationsSection {

    private static final String PATH = "operations";

    private final Desk desk;
    private final Notes notes;
    private final boolean nodes;

    /**
     * @param nodes whether the lab has computers; one of bare components is changed and patched by nobody
     */
    OperationsSection(Desk desk, boolean nodes) {
        this.desk = desk;
        this.notes = desk.notes();
        this.nodes = nodes;
    }

    Operations read(Fields fields, List<Site> sites) {
        return new Operations(
                operator(fields.get(OperationsKeys.OPERATOR).orElse(Fields.NONE), sites),
                changes(fields),
                patching(fields),
                protections(fields),
                drills(fields),
                mistakes(fields),
                usual(PartKind.DATA_RISK, OperationsKeys.DATA_RISKS, fields),
                usual(PartKind.TRANSFER, OperationsKeys.TRANSFERS, fields),
                usual(PartKind.WORK, OperationsKeys.TAKES, fields),
                spares(fields),
                helper(PATH, fields, OperationsKeys.AUTOMATION, "nobody runs the scheduled jobs"),
                desk.value(
                        PATH,
                        fields,
                        OperationsKeys.CATCH_UP,
                        false,
                        String::valueOf,
                        "a missed job waits for its turn"));
    }

    private void checkAlarms(Fields fields) {
        boolean woken = fields.get(OperationsKeys.WOKEN_BY).equals(Optional.of(WokenBy.ALARMS));
        if (woken && !fields.has(OperationsKeys.NOTICES_BY)) {
            notes.warning(
                    fields.placeOf(OperationsKeys.WOKEN_BY),
                    "nobody raises the alarms that `woken-by` speaks of",
                    "Name a service with `notices-by`.");
        }
    }

    private Operator operator(Fields fields, List<Site> sites) {
        checkAlarms(fields);
        String path = PATH + ".operator";
        Setting<Duration> week = new Setting<>(
                Forms.hoursOf(168),
                Fallbacks.TRIP_LASTS.replaceFirst(" \\(.*", ""),
                new Range(0.4, 2),
                Fallbacks.origin());
        return new Operator(
                helper(path, fields, OperationsKeys.NOTICES_BY, "somebody has to complain"),
                life(path, fields, OperationsKeys.NOTICES_AFTER, Fallbacks.NOTICES_AFTER),
                life(path, fields, OperationsKeys.NOTICES_WITHOUT, Fallbacks.NOTICES_WITHOUT),
                desk.value(
                        path,
                        fields,
                        OperationsKeys.ASLEEP,
                        Optional.of(Forms.hours(Fallbacks.ASLEEP)),
                        OperationsSection::text,
                        "people sleep"),
                desk.value(
                        path,
                        fields,
                        OperationsKeys.WOKEN_BY,
                        WokenBy.NOTHING,
                        Forms::spelled,
                        "the telephone is silent at night"),
                life(path, fields, OperationsKeys.FALSE_ALARMS, Fallbacks.FALSE_ALARMS),
                desk.value(
                        path,
                        fields,
                        OperationsKeys.AWAY,
                        Forms.hoursOf(504),
                        away -> Desk.time(away) + "/y",
                        "people travel"),
                desk.setting(path, fields, OperationsKeys.TRIP_LASTS, week),
                life(path, fields, OperationsKeys.HANDS_ON, Fallbacks.HANDS_ON),
                life(path, fields, OperationsKeys.SOFTWARE, Fallbacks.SOFTWARE),
                desk.setting(path, fields, OperationsKeys.WRONG_DISK, Fallbacks.share(Fallbacks.WRONG_DISK)),
                travel(path, fields, sites));
    }

    private static String text(Optional<Hours> asleep) {
        return asleep.map(hours -> hours.from() + "-" + hours.to()).orElse("never");
    }

    private Setting<Life> life(String path, Fields fields, Key<Setting<Life>> key, String fallback) {
        return desk.setting(path, fields, key, Fallbacks.life(fallback));
    }

    /** A service that helps: when nobody has described it, it does not, unless its name is just misspelled. */
    private Optional<String> helper(String path, Fields fields, Key<String> key, String without) {
        Optional<Said<String>> said = fields.said(key);
        List<String> services = desk.names().of(Set.of(Sort.SERVICE));
        boolean stranger = said.isPresent()
                && desk.names().sort(said.get().value()).isEmpty()
                && Meant.among(services, said.get().value(), notes).isEmpty();
        if (stranger) {
            notes.warning(
                    said.get().place(),
                    "no service is called `" + Meant.shortened(said.get().value()) + "`, so " + without,
                    "Describe it under `services`.");
        }
        Optional<String> helper =
                stranger ? Optional.empty() : said.flatMap(name -> desk.reference(name, Set.of(Sort.SERVICE)));
        desk.explain(path, fields, key, helper.orElse("none"), without);
        return helper;
    }

    private List<Travel> travel(String path, Fields fields, List<Site> sites) {
        List<Travel> travel = new ArrayList<>();
        for (Site site : sites.subList(1, sites.size())) {
            Key<Setting<Life>> key = PrefixKey.name(OperationsKeys.TO, site.name(), OperationsKeys.TRAVEL);
            travel.add(new Travel(site.name(), life(path, fields, key, Fallbacks.TRAVEL)));
        }
        List<String> known = sites.stream().map(Site::name).toList();
        for (Said<String> key : fields.keysWith(OperationsKeys.TO)) {
            String name = key.value().substring(OperationsKeys.TO.length());
            if (!known.contains(name)) {
                desk.reference(new Said<>(name, key.place()), Set.of(Sort.SITE));
            } else if (known.get(0).equals(name)) {
                notes.warning(key.place(), "`" + name + "` is home, where nobody travels to", "Leave it out.");
            }
        }
        return travel;
    }

    private Optional<Changes> changes(Fields fields) {
        Optional<Optional<Fields>> said = fields.get(OperationsKeys.CHANGES);
        if ((said.isEmpty() && !nodes) || (said.isPresent() && said.get().isEmpty())) {
            desk.explain(PATH, fields, OperationsKeys.CHANGES, "none", "nothing is changed on purpose");
            return Optional.empty();
        }
        Fields changes = said.flatMap(found -> found).orElse(Fields.NONE);
        String path = PATH + ".changes";
        return Optional.of(new Changes(
                life(path, changes, OperationsKeys.EVERY, Fallbacks.CHANGES_EVERY),
                desk.setting(path, changes, OperationsKeys.GOES_WRONG, Fallbacks.share(Fallbacks.CHANGES_GO_WRONG))));
    }

    private Optional<Patching> patching(Fields fields) {
        Optional<Optional<Fields>> said = fields.get(OperationsKeys.PATCHING);
        if ((said.isEmpty() && !nodes) || (said.isPresent() && said.get().isEmpty())) {
            desk.explain(PATH, fields, OperationsKeys.PATCHING, "none", "nothing is patched");
            return Optional.empty();
        }
        Fields patching = said.flatMap(found -> found).orElse(Fields.NONE);
        String path = PATH + ".patching";
        return Optional.of(new Patching(
                desk.value(
                        path,
                        patching,
                        OperationsKeys.PATCH_EVERY,
                        Forms.hoursOf(730),
                        Desk::time,
                        "as updates come out"),
                desk.value(path, patching, OperationsKeys.ROLLING, false, String::valueOf, "all at once")));
    }

    private Map<Protection, Part> protections(Fields fields) {
        Optional<Optional<Fields>> said = fields.get(OperationsKeys.PROTECTIONS);
        if ((said.isEmpty() && !nodes) || (said.isPresent() && said.get().isEmpty())) {
            desk.explain(PATH, fields, OperationsKeys.PROTECTIONS, "none", "there is nothing to protect");
            return Map.of();
        }
        Fields described = said.flatMap(found -> found).orElse(Fields.NONE);
        Map<Protection, Part> protections = new EnumMap<>(Protection.class);
        OperationsKeys.PROTECTION_KEYS.forEach((protection, key) -> {
            Catalogue.Entry usual =
                    desk.entry(PartKind.PROTECTION, Optional.empty(), "protection-" + Forms.spelled(protection));
            protections.put(
                    protection,
                    desk.part(
                            usual,
                            PATH + ".protections." + key.name(),
                            described.get(key).orElse(Fields.NONE),
                            Map.of()));
        });
        return protections;
    }

    private Map<Protection, Duration> drills(Fields fields) {
        Map<Protection, Duration> drills = new EnumMap<>(Protection.class);
        Fields said = fields.get(OperationsKeys.DRILLS).orElse(Fields.NONE);
        OperationsKeys.DRILL_KEYS.forEach((protection, key) -> desk.optional(PATH + ".drills", said, key, Desk::time)
                .ifPresent(every -> drills.put(protection, every)));
        return drills;
    }

    private Map<String, Setting<Life>> mistakes(Fields fields) {
        Map<String, Setting<Life>> mistakes = new LinkedHashMap<>();
        if (!fields.has(OperationsKeys.MISTAKES) && nodes) {
            mistakes.put("delete-dataset", Fallbacks.life(Fallbacks.DELETE_DATASET));
        }
        for (Named<Setting<Life>> mistake : fields.get(OperationsKeys.MISTAKES).orElse(List.of())) {
            if (!OperationsKeys.SIMULATED_MISTAKES.contains(mistake.name())) {
                notes.unusedYet(mistake.place(), mistake.name());
            }
            mistakes.put(mistake.name(), mistake.value());
        }
        mistakes.forEach((name, every) -> desk.explaining().setting(PATH + ".mistakes." + name, every));
        return mistakes;
    }

    /** Returns the generic entry of a kind with the file's own values laid over it. */
    private Part usual(PartKind kind, Key<Fields> key, Fields fields) {
        Catalogue.Entry usual = desk.entry(kind, Optional.empty(), kind.generic());
        return desk.part(usual, PATH + "." + key.name(), fields.get(key).orElse(Fields.NONE), Map.of());
    }

    private Map<String, Integer> spares(Fields fields) {
        Map<String, Integer> spares = new LinkedHashMap<>();
        List<String> models =
                desk.catalogue().entries().stream().map(entry -> entry.name()).toList();
        for (Named<Integer> spare : fields.get(OperationsKeys.SPARES).orElse(List.of())) {
            if (desk.catalogue().find(spare.name()).isEmpty()) {
                notes.warning(
                        spare.place(),
                        "the catalogue does not know `" + spare.name() + "`, so this spare fits nothing",
                        Meant.among(models, spare.name(), notes)
                                .map(likely -> "Did you mean `" + likely + "`?")
                                .orElse("Write the model as it stands at the part."));
            }
            spares.put(spare.name(), spare.value());
            desk.explaining()
                    .value(
                            PATH + ".spares." + spare.name(),
                            String.valueOf(spare.value()),
                            notes.origin(spare.place()));
        }
        return spares;
    }
}
