package org.rackdrill.chaos.importing.chaostoolkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.NamedForm;
import org.rackdrill.model.reading.form.Notes;

/** From a name in an experiment to the thing of the lab that is called so. */
final class Names {

    private static final int FEW = 8;

    private final Optional<Lab> lab;

    /** Looks names up in a lab; without one, every name is taken as it is, and doubted. */
    Names(Optional<Lab> lab) {
        this.lab = lab;
    }

    /**
     * What a name stands for.
     *
     * @param doubt why it may be something else; none when it is sure
     */
    record Found(Target target, Optional<String> doubt) {
        Found but(Optional<String> more) {
            return new Found(target, doubt.or(() -> more));
        }
    }

    /** Returns a node or a service. */
    Optional<Found> find(TargetKind kind, Word word) {
        if (kind == TargetKind.CABLE) {
            return find(TargetKind.NODE, word).flatMap(this::cable);
        }
        return lab.isEmpty() ? unseen(kind, word) : called(kind, word);
    }

    private static Optional<Found> unseen(TargetKind kind, Word word) {
        if (!word.text().matches(NamedForm.NAME)) {
            return Optional.empty();
        }
        String doubt = "no lab was given to look `" + word.text() + "` up in";
        return Optional.of(new Found(target(kind, word.text()), Optional.of(doubt)));
    }

    private Optional<Found> called(TargetKind kind, Word word) {
        Map<String, Target> things = things(kind);
        String name = word.text().strip();
        Target same = things.get(name);
        if (same == null) {
            same = things.get(name.toLowerCase(Locale.ROOT));
        }
        if (same != null) {
            return Optional.of(new Found(same, word.doubt()));
        }
        Optional<Target> near =
                Meant.among(things.keySet(), name, new Notes("")).map(things::get);
        return near.map(it ->
                new Found(it, Optional.of("`" + Meant.shortened(name) + "` is not in the lab; perhaps this is meant")));
    }

    /** Returns what is meant by the name of a host: a service, else a node, by its whole name or a part of it. */
    Optional<Found> host(Word word) {
        List<String> labels = List.of(word.text().toLowerCase(Locale.ROOT).split("\\."));
        List<String> names = new ArrayList<>(List.of(word.text()));
        names.addAll(labels);
        for (String name : names) {
            for (TargetKind kind : List.of(TargetKind.SERVICE, TargetKind.NODE)) {
                Target same = lab.isEmpty() ? null : things(kind).get(name);
                if (same != null) {
                    boolean first = name.equals(word.text()) || name.equals(labels.get(0));
                    String doubt = "a part of `" + Meant.shortened(word.text()) + "` is called like this";
                    Optional<String> unsure = kind == TargetKind.NODE
                            ? Optional.of("the address is that of a node, so any of its services may be meant")
                            : first ? Optional.empty() : Optional.of(doubt);
                    return Optional.of(new Found(same, word.doubt().or(() -> unsure)));
                }
            }
        }
        return labels.isEmpty() ? Optional.empty() : find(TargetKind.SERVICE, new Word(labels.get(0), word.doubt()));
    }

    /** Returns a sentence about a name that nothing has. */
    String nothing(TargetKind kind, String name) {
        List<String> known = List.copyOf(
                things(kind == TargetKind.CABLE ? TargetKind.NODE : kind).keySet());
        String some = known.stream().limit(FEW).collect(Collectors.joining(", ")) + (known.size() > FEW ? ", ..." : "");
        return "nothing in the lab is called `" + Meant.shortened(name) + "`"
                + (known.isEmpty() ? "" : "; it has " + some);
    }

    private Optional<Found> cable(Found node) {
        List<String> boxes = lab.flatMap(it -> it.node(node.target().text()))
                .map(it -> List.copyOf(it.networks()))
                .orElse(List.of());
        return boxes.size() == 1
                ? Optional.of(new Found(new Target.Cable(node.target().text(), boxes.get(0)), node.doubt()))
                : Optional.empty();
    }

    private Map<String, Target> things(TargetKind kind) {
        Map<String, Target> things = new LinkedHashMap<>();
        lab.ifPresent(it -> {
            if (kind == TargetKind.NODE) {
                it.nodes().forEach(node -> things.put(node.name(), target(kind, node.name())));
            } else if (kind == TargetKind.SERVICE) {
                it.services().forEach(service -> things.put(service.name(), target(kind, service.name())));
            } else {
                it.network().stream()
                        .filter(Link.Box.class::isInstance)
                        .forEach(box -> things.put(box.name(), new Target.Box(box.name())));
            }
        });
        return things;
    }

    private static Target target(TargetKind kind, String name) {
        return kind == TargetKind.NODE ? new Target.Node(name) : new Target.Service(name);
    }
}
