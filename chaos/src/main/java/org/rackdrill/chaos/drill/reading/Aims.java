package org.rackdrill.chaos.drill.reading;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.model.lab.Cluster.Manager;
import org.rackdrill.model.lab.Operations;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;

/**
 * Reads what a step aims at.
 *
 * @param above what the steps that stand above aim at, by their names; none for a step that aims at nothing
 */
record Aims(Lookup lookup, Map<String, Optional<TargetKind>> above) {

    private static final Pattern RUNNING = Pattern.compile("the node that runs (\\S+)");
    private static final Pattern MASTER = Pattern.compile("the (?:HA )?master of (\\S+)");
    private static final Pattern HOLDING = Pattern.compile("the pool that holds (\\S+)");
    private static final Pattern WATCHER = Pattern.compile("the (monitoring|automation)");
    private static final Pattern OF_STEP = Pattern.compile("the target of (\\S+)");
    private static final Pattern SOME =
            Pattern.compile("(any|every)(?: (\\d{1,4}))? ([a-z]+)(?: (of|at|on|labelled) (\\S+))?");
    private static final Map<String, TargetKind> KINDS = kinds();
    private static final String ROLES =
            "Write a name, `the node that runs jellyfin`, `the master of pve`, `the pool that holds immich`, `the target"
                    + " of STEP`, or `any node of pve`.";

    private static Map<String, TargetKind> kinds() {
        Map<String, TargetKind> kinds = new HashMap<>();
        for (TargetKind kind : TargetKind.values()) {
            String word = kind.name().toLowerCase(Locale.ROOT);
            kinds.put(word, kind);
            kinds.put(word + "s", kind);
        }
        kinds.put("boxes", TargetKind.BOX);
        kinds.put("copies", TargetKind.COPY);
        kinds.put("switch", TargetKind.BOX);
        kinds.put("switches", TargetKind.BOX);
        return Map.copyOf(kinds);
    }

    /** Returns what a text aims at, when that is of one of some sorts; otherwise notes why not. */
    Optional<Aim<?>> read(Said<String> said, List<TargetKind> kinds) {
        String text = said.value().strip().replaceAll("\\s+", " ");
        Said<String> tidy = new Said<>(text, said.place());
        Matcher some = SOME.matcher(text);
        if (some.matches()) {
            return some(tidy, some, kinds);
        }
        if (text.startsWith("the ") || text.startsWith("any ") || text.startsWith("every ")) {
            return role(tidy, kinds);
        }
        return lookup.target(tidy, kinds).map(Aim.Named::new);
    }

    private Optional<Aim<?>> role(Said<String> said, List<TargetKind> kinds) {
        Matcher running = RUNNING.matcher(said.value());
        if (running.matches() && fits(said, TargetKind.NODE, kinds)) {
            return guest(said, running).map(service -> new Aim.Running(service.name()));
        }
        Matcher master = MASTER.matcher(said.value());
        if (master.matches() && fits(said, TargetKind.NODE, kinds)) {
            return cluster(said, master);
        }
        Matcher holding = HOLDING.matcher(said.value());
        if (holding.matches() && fits(said, TargetKind.POOL, kinds)) {
            return lookup.service(
                            part(said, holding), it -> it.data().isPresent(), "keeps no data, so no pool holds them")
                    .map(service -> new Aim.Holding(service.name()));
        }
        Matcher watcher = WATCHER.matcher(said.value());
        if (watcher.matches() && fits(said, TargetKind.SERVICE, kinds)) {
            return watcher(said, watcher);
        }
        Matcher step = OF_STEP.matcher(said.value());
        if (step.matches()) {
            return ofStep(said, step.group(1), kinds);
        }
        if (List.of(running, master, holding, watcher).stream().noneMatch(Matcher::matches)) {
            notes().error(said.place(), "`" + Meant.shortened(said.value()) + "` is no role", ROLES);
        }
        return Optional.empty();
    }

    private Optional<Service> guest(Said<String> said, Matcher matcher) {
        return lookup.service(part(said, matcher), it -> !it.on().isEmpty(), "runs on no node");
    }

    private Optional<Aim<?>> cluster(Said<String> said, Matcher matcher) {
        Said<String> name = part(said, matcher);
        Optional<Target> cluster = lookup.target(name, List.of(TargetKind.CLUSTER));
        boolean none = cluster.flatMap(it -> lookup.things().lab().cluster(it.text()))
                .filter(it -> it.manager() == Manager.NONE)
                .isPresent();
        if (none) {
            notes().error(
                            said.place(),
                            "`" + name.value() + "` has no master: nobody moves its guests",
                            "Name a node, or give the cluster a `manager`.");
            return Optional.empty();
        }
        return cluster.map(it -> new Aim.Master(it.text()));
    }

    private Optional<Aim<?>> watcher(Said<String> said, Matcher matcher) {
        Operations operations = lookup.things().lab().operations();
        boolean monitoring = "monitoring".equals(matcher.group(1));
        Optional<String> service = monitoring ? operations.operator().noticesBy() : operations.automation();
        if (service.isEmpty()) {
            notes().error(
                            said.place(),
                            "the lab names no " + (monitoring ? "monitoring" : "automation"),
                            "Name a service, or add `" + (monitoring ? "operator.notices-by" : "automation")
                                    + "` to the lab's `operations`.");
        }
        return service.map(name -> new Aim.Named<>(new Target.Service(name)));
    }

    private Optional<Aim<?>> ofStep(Said<String> said, String step, List<TargetKind> kinds) {
        Optional<TargetKind> kind = kindOf(new Said<>(step, said.place()));
        if (kind.isEmpty() || !fits(said, kind.get(), kinds)) {
            return Optional.empty();
        }
        return Optional.of(new Aim.OfStep<>(step, kind.get()));
    }

    /** Returns what a step above aims at, or notes that there is no such step, or that it aims at nothing. */
    Optional<TargetKind> kindOf(Said<String> step) {
        Optional<TargetKind> kind = above.getOrDefault(step.value(), Optional.empty());
        if (!above.containsKey(step.value())) {
            notes().error(
                            step.place(),
                            "no step above is called `" + Meant.shortened(step.value()) + "`",
                            Steps.likely(above.keySet(), step.value(), notes()));
        } else if (kind.isEmpty()) {
            notes().error(step.place(), "`" + step.value() + "` hits nothing", "Name a step that does.");
        }
        return kind;
    }

    private Optional<Aim<?>> some(Said<String> said, Matcher matcher, List<TargetKind> kinds) {
        TargetKind kind = KINDS.get(String.valueOf(matcher.group(3)));
        if (kind == null) {
            notes().error(
                            said.place(),
                            "`" + matcher.group(3) + "` is no sort of thing",
                            "Write it like `any node of pve`.");
            return Optional.empty();
        }
        if (!fits(said, kind, kinds)) {
            return Optional.empty();
        }
        String of = matcher.group(5);
        Predicate<Target> belongs = of == null ? any -> true : target -> inside(target, of);
        List<Target> among =
                lookup.things().of(kind).values().stream().filter(belongs).toList();
        if (among.isEmpty()) {
            notes().error(
                            said.place(),
                            "the lab has no " + said.value().replaceFirst("(any|every) (\\d+ )?", ""),
                            of == null ? "Aim at something that it has." : whatIs(of));
            return Optional.empty();
        }
        if ("every".equals(matcher.group(1))) {
            return Optional.of(new Aim.Every<>(said.value(), among));
        }
        int count = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
        if (count < 1 || count > among.size()) {
            notes().error(
                            said.place(),
                            "`" + said.value() + "`: there are " + among.size(),
                            "Write a number from 1 to " + among.size() + ".");
            return Optional.empty();
        }
        return Optional.of(new Aim.Any<>(said.value(), count, among));
    }

    private boolean inside(Target target, String of) {
        Set<String> around = lookup.things().around(target);
        return !target.text().equals(of) && around.contains(of);
    }

    private String whatIs(String of) {
        Set<String> known = new LinkedHashSet<>(lookup.things().lab().labels().keySet());
        known.addAll(lookup.things().texts(List.of(TargetKind.values())));
        if (known.contains(of)) {
            return "`" + of + "` is in the lab, but none of them belongs to it.";
        }
        return Meant.among(known, of, notes())
                .map(likely -> "Did you mean `" + likely + "`?")
                .orElse("Nothing in the lab is called `" + Meant.shortened(of) + "`.");
    }

    private boolean fits(Said<String> said, TargetKind kind, List<TargetKind> kinds) {
        if (kinds.contains(kind)) {
            return true;
        }
        notes().error(
                        said.place(),
                        "`" + Meant.shortened(said.value()) + "` is " + kind.article(),
                        "Here should stand "
                                + String.join(
                                        " or ",
                                        kinds.stream().map(TargetKind::article).toList()) + ".");
        return false;
    }

    private static Said<String> part(Said<String> said, Matcher matcher) {
        return new Said<>(String.valueOf(matcher.group(1)), said.place());
    }

    private Notes notes() {
        return lookup.notes();
    }
}
