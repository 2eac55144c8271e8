package org.rackdrill.model.reading;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.yaml.Grafting;
import org.rackdrill.model.yaml.Parsed;
import org.rackdrill.model.yaml.Tree;
import org.rackdrill.model.yaml.YamlFile;

/** A lab file that can be read again with some values written otherwise; every check of the reader applies. */
public final class Editing {

    /** What a lab assumes where its file is silent cannot be changed in part: it is assumed whole, or written whole. */
    private static final Set<String> ASSUMED_WHOLE = Set.of("network", "nodes", "ups", "services");

    /** Sections that an edit may open where a lab has none: nothing is assumed there. */
    private static final Set<String> OPENED = Set.of("ups", "copies");

    private final LabReader reader;
    private final String fileName;
    private final Tree.Entries file;
    private final Reading original;
    private final Lab lab;

    private Editing(LabReader reader, String fileName, Tree.Entries file, Reading original, Lab lab) {
        this.reader = reader;
        this.fileName = fileName;
        this.file = file;
        this.original = original;
        this.lab = lab;
    }

    /** Prepares a file for edits; nothing for a file without a lab in it. */
    public static Optional<Editing> of(LabReader reader, String fileName, byte[] bytes) {
        Reading original = reader.read(fileName, bytes);
        Optional<Tree> tree = YamlFile.parse(bytes).tree();
        return tree.orElse(null) instanceof Tree.Entries file
                ? original.lab().map(lab -> new Editing(reader, fileName, file, original, lab))
                : Optional.empty();
    }

    /** Returns every path that has a value. */
    public List<String> paths() {
        return original.explained().stream().map(Explained::path).toList();
    }

    /** Returns the lab as the edits make it, or as it is without any. */
    public Lab with(List<Edit> edits) throws BadEdit {
        if (edits.isEmpty()) {
            return lab;
        }
        Tree tree = file;
        for (Edit edit : edits) {
            String path = whole(edit);
            tree = Grafting.graft(tree, path, value(edit))
                    .orElseThrow(() -> new BadEdit(
                            edit,
                            "what this would change is written in one piece; give all of it, such as '"
                                    + path.substring(0, Math.max(0, path.lastIndexOf('.'))) + "=...'.",
                            false));
        }
        Reading edited = reader.read(fileName, tree);
        Set<String> before =
                new HashSet<>(original.problems().stream().map(Problem::what).toList());
        for (Problem problem : edited.problems()) {
            if (!before.contains(problem.what()) && problem.severity() == Problem.Severity.ERROR) {
                boolean unknown = problem.what().contains("unknown key");
                throw new BadEdit(guilty(edits, problem), problem.what() + ". " + problem.fix(), unknown);
            }
        }
        Edit last = edits.get(edits.size() - 1);
        return edited.lab().orElseThrow(() -> new BadEdit(last, "the lab cannot be read so.", false));
    }

    /** The edit that a problem names, or the last. */
    private static Edit guilty(List<Edit> edits, Problem problem) {
        return edits.stream()
                .filter(edit -> problem.what().contains(edit.value())
                        || problem.what()
                                .contains(edit.path().substring(edit.path().lastIndexOf('.') + 1)))
                .findFirst()
                .orElse(edits.get(edits.size() - 1));
    }

    private static Tree value(Edit edit) throws BadEdit {
        Parsed parsed = YamlFile.parse(("value: " + edit.value()).getBytes(StandardCharsets.UTF_8));
        if (parsed.tree().orElse(null) instanceof Tree.Entries entries
                && parsed.faults().isEmpty()
                && entries.entries().size() == 1) {
            Optional<Tree> value = entries.find("value");
            if (value.isPresent() && !(value.get() instanceof Tree.Nothing)) {
                return value.get();
            }
        }
        throw new BadEdit(edit, "the value is not what could stand in a lab file.", false);
    }

    /** Returns the path with its section, which a person may leave out since names are unique. */
    private String whole(Edit edit) throws BadEdit {
        String path = edit.path();
        String first = path.split("[.\\[]", 2)[0];
        if (file.find(first).isEmpty() && first.equals("lab") && path.length() > first.length()) {
            return path.substring(first.length() + 1);
        }
        Set<String> sections = original.explained().stream()
                .map(it -> it.path().split("\\.", 2)[0])
                .collect(Collectors.toCollection(HashSet::new));
        sections.addAll(OPENED);
        String whole = sections.contains(first) || file.find(first).isPresent() ? path : section(first) + path;
        String[] parts = whole.split("\\.", 3);
        boolean known = OPENED.contains(parts[0]) || paths().stream().anyMatch(it -> it.startsWith(parts[0] + "."));
        if (whole.startsWith(".") || !known || parts.length < 2) {
            throw new BadEdit(edit, "there is no such value in this lab.", true);
        }
        boolean written = file.find(parts[0]).orElse(null) instanceof Tree.Entries entries
                && entries.entries().stream().anyMatch(it -> written(whole, parts[0], it));
        if (ASSUMED_WHOLE.contains(parts[0])
                && !written
                && (parts.length > 2 || !edit.value().startsWith("{"))) {
            boolean assumed = paths().stream().anyMatch(it -> it.startsWith(parts[0] + "." + parts[1] + "."));
            throw new BadEdit(
                    edit,
                    assumed
                            ? parts[1] + " is assumed and not in the file; write it there first."
                            : "there is no such value in this lab.",
                    !assumed);
        }
        return whole;
    }

    private static boolean written(String path, String section, Tree.Entry entry) {
        String start = section + "." + entry.key().value();
        return path.equals(start) || path.startsWith(start + ".");
    }

    private String section(String name) {
        return original.explained().stream()
                .map(Explained::path)
                .filter(path -> path.contains("." + name + ".") || path.contains("." + name + "["))
                .map(path -> path.substring(0, path.indexOf(name)))
                .filter(start -> start.indexOf('.') == start.length() - 1)
                .findFirst()
                .orElse(".");
    }
}
