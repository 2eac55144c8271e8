package org.rackdrill.model.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.model.yaml.Tree;

/** Whether two trees say the same, wherever it stands. The order of keys says nothing; that of lists of groups neither. */
final class Alike {

    private Alike() {}

    static boolean same(Tree one, Tree other) {
        if (one instanceof Tree.Text a && other instanceof Tree.Text b) {
            return a.value().equals(b.value());
        }
        if (one instanceof Tree.Items a && other instanceof Tree.Items b) {
            return sameItems(a.items(), b.items());
        }
        if (one instanceof Tree.Entries a && other instanceof Tree.Entries b) {
            Map<String, Tree> keys = new HashMap<>();
            b.entries().forEach(entry -> keys.put(entry.key().value(), entry.value()));
            return a.entries().size() == keys.size()
                    && a.entries().stream()
                            .allMatch(entry -> keys.containsKey(entry.key().value())
                                    && same(entry.value(), keys.get(entry.key().value())));
        }
        return one instanceof Tree.Nothing && other instanceof Tree.Nothing;
    }

    /** Two options that each add to a list add the same, whoever comes first. */
    private static boolean sameItems(List<Tree> some, List<Tree> others) {
        return some.size() == others.size()
                && some.stream().allMatch(item -> others.stream().anyMatch(other -> same(item, other)));
    }
}
