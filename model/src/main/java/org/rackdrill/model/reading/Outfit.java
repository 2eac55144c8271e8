package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.options.Options;
import org.rackdrill.model.yaml.Layering;
import org.rackdrill.model.yaml.Tree;

/** A lab file and the options for it: any choice of them can be laid over the file, and every check of the reader applies. */
public final class Outfit {

    /** Lines of an option come after any line that a lab file can have, so that a place tells its file. */
    static final int BEHIND = 1_000_000;

    private final LabReader reader;
    private final String fileName;
    private final Tree file;
    private final Set<String> known = new HashSet<>();
    private final Options options;
    private final List<Change> changes;

    /**
     * What one option does to the file. Places lie {@link #BEHIND} the file's.
     *
     * @param remove paths of what goes away
     */
    record Change(Optional<Tree.Entries> set, Optional<Tree.Entries> add, List<String> remove) {

        private Tree replaced(Tree lab) {
            Tree changed = lab;
            for (String path : remove) {
                changed = Layering.remove(changed, path).orElse(changed);
            }
            return set.isPresent() ? Layering.set(changed, set.get()) : changed;
        }

        private Tree added(Tree lab) {
            return add.isPresent() ? Layering.add(lab, add.get(), taken -> {}) : lab;
        }

        /** Whatever replaces goes before whatever adds, so that it hardly matters which option comes first. */
        static Tree all(Tree lab, List<Change> changes) {
            Tree changed = lab;
            for (Change change : changes) {
                changed = change.replaced(changed);
            }
            for (Change change : changes) {
                changed = change.added(changed);
            }
            return changed;
        }
    }

    /**
     * A choice laid over the file.
     *
     * @param lab nothing when it is none
     * @param errors what is wrong with it that was not wrong before
     */
    record Laid(Optional<Lab> lab, List<Problem> errors) {}

    Outfit(LabReader reader, String fileName, Tree file, Options options, List<Change> changes) {
        this.reader = reader;
        this.fileName = fileName;
        this.file = file;
        this.options = options;
        this.changes = List.copyOf(changes);
        reader.read(fileName, file).problems().forEach(problem -> known.add(problem.what()));
    }

    /** Returns what there is to choose from. */
    public Options options() {
        return options;
    }

    /** Returns the lab that a choice makes; nothing when that is no lab. */
    public Optional<Lab> with(int choice) {
        return laid(choice).lab();
    }

    /** Returns in a sentence why a choice makes no lab; empty when it makes one. */
    public String obstacle(int choice) {
        return laid(choice).errors().stream()
                .findFirst()
                .map(problem -> problem.what() + ".")
                .orElse("");
    }

    /** What others need comes first: an option may change what one that it needs has added. */
    Tree tree(int choice) {
        Tree tree = file;
        int done = 0;
        while (done != choice) {
            List<Change> next = new ArrayList<>();
            int before = done;
            for (int i = 0; i < changes.size(); i++) {
                int needs = options.choice(options.all().get(i).needs());
                if ((choice >> i & 1) == 1 && (before >> i & 1) == 0 && (needs & choice & ~before) == 0) {
                    next.add(changes.get(i));
                    done |= 1 << i;
                }
            }
            tree = Change.all(tree, next);
        }
        return tree;
    }

    Laid laid(int choice) {
        Tree tree = tree(choice);
        Reading reading = reader.read(fileName, tree);
        List<Problem> errors = reading.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR && !known.contains(problem.what()))
                .toList();
        return new Laid(errors.isEmpty() ? reading.lab() : Optional.empty(), errors);
    }
}
