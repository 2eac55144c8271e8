package org.rackdrill.chaos.drill.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;

/** From a text in a drill file to one thing of the lab, or to a note why there is none. */
record Lookup(Things things, Notes notes) {

    private static final int FEW = 10;

    /** Returns the thing of one of some sorts; a border is read, everything else looked up. */
    Optional<Target> target(Said<String> said, List<TargetKind> kinds) {
        if (kinds.contains(TargetKind.BORDER)) {
            return border(said);
        }
        String text = said.value().replaceAll("\\s+", " ");
        Optional<Target> found = things.find(text, kinds);
        if (found.isEmpty()) {
            missing(new Said<>(text, said.place()), kinds);
        }
        return found;
    }

    /** Returns the name of a node. */
    Optional<String> node(Said<String> said) {
        return target(said, List.of(TargetKind.NODE)).map(Target::text);
    }

    /** Returns a service that a note explains the lack of, with what the lab says of it. */
    Optional<Service> service(Said<String> said, Predicate<Service> suitable, String lacks) {
        Optional<Service> service = target(said, List.of(TargetKind.SERVICE))
                .flatMap(found -> things.lab().service(found.text()));
        if (service.isPresent() && !suitable.test(service.get())) {
            notes.error(said.place(), "`" + said.value() + "` " + lacks, "Name another service, or change the lab.");
            return Optional.empty();
        }
        return service;
    }

    private void missing(Said<String> said, List<TargetKind> kinds) {
        String wanted = kinds.stream().map(TargetKind::article).collect(Collectors.joining(" or "));
        Optional<Target> other = things.find(said.value(), Arrays.asList(TargetKind.values()));
        if (other.isPresent()) {
            List<String> own = things.texts(kinds).stream()
                    .filter(text -> text.startsWith(said.value() + "/") || text.startsWith(said.value() + " "))
                    .limit(FEW)
                    .toList();
            String fix = own.isEmpty()
                    ? "Here should stand " + wanted + "."
                    : "Here should stand " + wanted + ": `" + String.join("`, `", own) + "`.";
            notes.error(
                    said.place(),
                    "`" + said.value() + "` is " + other.get().kind().article(),
                    fix);
            return;
        }
        List<String> candidates = near(said.value(), things.texts(kinds));
        String fix = Meant.among(candidates, said.value(), notes)
                .map(likely -> "Did you mean `" + likely + "`?")
                .orElse(candidates.isEmpty() ? "The lab has none: it would be " + wanted + "." : some(candidates));
        notes.error(said.place(), "nothing in the lab is called `" + Meant.shortened(said.value()) + "`", fix);
    }

    /** What starts like the text up to its last part, such as the other disks of the pool; all, where nothing does. */
    private static List<String> near(String text, List<String> candidates) {
        String start = text.substring(0, text.lastIndexOf('/') + 1);
        List<String> near = candidates.stream()
                .filter(one -> !start.isEmpty() && one.startsWith(start))
                .toList();
        return near.isEmpty() ? candidates : near;
    }

    private static String some(List<String> names) {
        return "There are "
                + String.join(", ", names.subList(0, Math.min(FEW, names.size())))
                + (names.size() > FEW ? ", ..." : ".");
    }

    /** Reads {@code node1 | node2 and node3}. */
    private Optional<Target> border(Said<String> said) {
        String[] sides = said.value().split("\\|", -1);
        if (sides.length != 2) {
            notes.error(
                    said.place(),
                    "`" + Meant.shortened(said.value()) + "` has no two sides",
                    "Write it like `" + TargetKind.BORDER.example() + "`.");
            return Optional.empty();
        }
        List<String> these = side(sides[0], said);
        List<String> those = side(sides[1], said);
        Optional<String> both = these.stream().filter(those::contains).findFirst();
        both.ifPresent(name -> notes.error(
                said.place(), "`" + name + "` stands on both sides", "Nobody is parted from itself: name it once."));
        return these.isEmpty() || those.isEmpty() || both.isPresent()
                ? Optional.empty()
                : Optional.of(new Target.Border(these, those));
    }

    private List<String> side(String text, Said<String> whole) {
        return Arrays.stream(text.split(",| and ", -1))
                .map(name -> node(new Said<>(name.strip(), whole.place())))
                .flatMap(Optional::stream)
                .toList();
    }
}
