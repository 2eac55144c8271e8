package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.CommonCause;
import org.rackdrill.model.lab.Component;
import org.rackdrill.model.lab.Component.Standby;
import org.rackdrill.model.lab.Group;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Study;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;

/** Makes components, common causes, crews, groups and the study. */
final class Components {

    private static final Set<Sort> COMPONENT = Set.of(Sort.COMPONENT);
    private static final Duration FIVE_YEARS = Forms.hoursOf(5 * 8760);

    private final Desk desk;
    private final Notes notes;

    Components(Desk desk) {
        this.desk = desk;
        this.notes = desk.notes();
    }

    List<Component> components(List<Named<Fields>> components, Map<String, Integer> crews) {
        Map<String, List<String>> behind = new HashMap<>();
        List<Component> made = components.stream()
                .map(component -> component(component, crews))
                .toList();
        made.forEach(component ->
                component.standby().ifPresent(standby -> behind.put(component.name(), List.of(standby.behind()))));
        for (List<String> circle : Cycles.in(behind)) {
            components.stream()
                    .filter(component -> circle.contains(component.name()))
                    .findFirst()
                    .ifPresent(component -> notes.error(
                            component.value().placeOf(ComponentKeys.STANDBY),
                            "cycle in standby: " + String.join(" -> ", circle),
                            "One of them must be the main part."));
        }
        return made;
    }

    private Component component(Named<Fields> component, Map<String, Integer> crews) {
        String path = "components." + component.name();
        Fields fields = component.value();
        Catalogue.Entry entry =
                desk.entry(PartKind.COMPONENT, fields.said(ComponentKeys.MODEL), PartKind.COMPONENT.generic());
        if (!fields.has(TraitKeys.key(Trait.FAILS)) && !fields.has(ComponentKeys.MODEL)) {
            notes.error(
                    component.place(),
                    "`" + component.name() + "` does not say how it fails",
                    "Add `fails: about every 8 y`.");
        }
        Map<Trait<?>, Setting<?>> known = new HashMap<>();
        fields.get(ComponentKeys.REPAIRS).ifPresent(repairs -> known.put(Trait.REPAIR, repairs));
        Part part = desk.part(entry, path, fields, known);
        Optional<String> crew = fields.said(ComponentKeys.CREW).flatMap(said -> crew(said, crews));
        crew.ifPresent(name -> desk.explain(path, fields, ComponentKeys.CREW, name, ""));
        Optional<String> agesWhile =
                fields.said(ComponentKeys.AGES_WHILE).flatMap(said -> desk.reference(said, Set.of(Sort.SERVICE)));
        agesWhile.ifPresent(name -> desk.explain(path, fields, ComponentKeys.AGES_WHILE, name, ""));
        return new Component(
                component.name(),
                part,
                crew,
                fields.get(ComponentKeys.STANDBY).flatMap(standby -> standby(path, standby)),
                desk.optional(path, fields, ComponentKeys.TESTED, Desk::time),
                agesWhile);
    }

    private Optional<Standby> standby(String path, Fields standby) {
        double dormancy =
                desk.value(path + ".standby", standby, ComponentKeys.DORMANCY, 0.0, String::valueOf, "cold standby");
        return standby.said(ComponentKeys.BEHIND)
                .flatMap(said -> desk.reference(said, COMPONENT))
                .map(behind -> new Standby(behind, dormancy));
    }

    private Optional<String> crew(Said<String> said, Map<String, Integer> crews) {
        if (crews.containsKey(said.value())) {
            return Optional.of(said.value());
        }
        notes.error(
                said.place(),
                "no crew is called `" + Meant.shortened(said.value()) + "`",
                Meant.among(crews.keySet(), said.value(), notes)
                        .map(likely -> "Did you mean `" + likely + "`?")
                        .orElse("Add `crews: {" + Meant.shortened(said.value()) + ": 1}`."));
        return Optional.empty();
    }

    Map<String, Integer> crews(List<Named<Integer>> crews) {
        Map<String, Integer> made = new LinkedHashMap<>();
        for (Named<Integer> crew : crews) {
            made.put(crew.name(), crew.value());
            desk.explaining().value("crews." + crew.name(), String.valueOf(crew.value()), notes.origin(crew.place()));
        }
        return made;
    }

    List<CommonCause> commonCauses(List<Named<Fields>> causes) {
        return causes.stream().map(this::commonCause).toList();
    }

    private CommonCause commonCause(Named<Fields> cause) {
        Fields fields = cause.value();
        List<Said<String>> said = fields.get(ComponentKeys.OF).orElse(List.of());
        if (fields.get(ComponentKeys.OF).isPresent() && said.size() < 2) {
            notes.error(
                    fields.placeOf(ComponentKeys.OF),
                    "a common cause takes at least two components",
                    "Write `of: [a, b]`.");
        }
        List<String> of = desk.references(said, COMPONENT);
        double beta = fields.get(ComponentKeys.BETA).orElse(0.0);
        String path = "common-cause." + cause.name();
        desk.explain(path, fields, ComponentKeys.OF, Desk.list(of), "");
        desk.explain(path, fields, ComponentKeys.BETA, String.valueOf(beta), "");
        return new CommonCause(cause.name(), of, beta);
    }

    List<Group> groups(List<Named<Fields>> groups) {
        return groups.stream().map(this::group).toList();
    }

    private Group group(Named<Fields> group) {
        Optional<Said<Counted>> needs = group.value().said(ComponentKeys.NEEDS);
        Counted counted = needs.map(Said::value).orElse(new Counted(0, 0, List.of()));
        List<Said<String>> said = needs.stream()
                .flatMap(found -> found.value().names().stream().map(name -> new Said<>(name, found.place())))
                .toList();
        List<String> of = desk.references(said, Services.NEEDABLE);
        if (needs.isPresent() && (counted.needed() < 1 || counted.needed() > said.size())) {
            notes.error(
                    needs.get().place(),
                    counted.needed() + " of " + said.size() + " cannot be required",
                    "Write a number from 1 to " + Math.max(1, new HashSet<>(counted.names()).size()) + ".");
        }
        desk.explain(
                "groups." + group.name(),
                group.value(),
                ComponentKeys.NEEDS,
                counted.needed() + " of [" + String.join(", ", of) + "]",
                "");
        return new Group(group.name(), counted.needed(), of);
    }

    Study study(Fields fields) {
        Duration horizon = desk.value("study", fields, ComponentKeys.HORIZON, FIVE_YEARS, Desk::time, "five years");
        if (fields.get(ComponentKeys.HORIZON).isPresent()
                && (horizon.compareTo(Duration.ofMinutes(1)) < 0
                        || horizon.compareTo(Forms.hoursOf(8760.0 * 200)) > 0)) {
            notes.error(
                    fields.placeOf(ComponentKeys.HORIZON),
                    "a horizon of " + Desk.time(horizon) + " makes no sense",
                    "Write a time from 1 min to 200 y, like `5 y`.");
        }
        Study.Initial initial = desk.value(
                "study",
                fields,
                ComponentKeys.INITIAL,
                Study.Initial.AS_DESCRIBED,
                Forms::spelled,
                "the lab as it stands");
        return new Study(horizon, initial);
    }
}
