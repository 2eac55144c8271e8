package org.rackdrill.model.catalogue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.lab.Traits;

/** Fills what entries leave out from the entries that they are like, in the end from the generic one of their kind. */
final class Inheritance {

    private static final int LONGEST = 20;

    private final Map<String, Draft> drafts;
    private final List<String> mistakes;

    Inheritance(Map<String, Draft> drafts, List<String> mistakes) {
        this.drafts = drafts;
        this.mistakes = mistakes;
    }

    Map<String, Catalogue.Entry> entries() {
        for (PartKind kind : PartKind.values()) {
            if (!drafts.containsKey(kind.generic())) {
                mistakes.add("no entry " + kind.generic());
            }
        }
        Map<String, Catalogue.Entry> entries = new LinkedHashMap<>();
        drafts.values().forEach(draft -> entries.put(draft.name(), entry(draft)));
        return entries;
    }

    private Catalogue.Entry entry(Draft draft) {
        Map<Trait<?>, Setting<?>> settings = new HashMap<>();
        Optional<String> os = Optional.empty();
        Optional<Draft> next = Optional.of(draft);
        for (int i = 0; next.isPresent(); i++) {
            Draft ancestor = next.get();
            ancestor.own().forEach(settings::putIfAbsent);
            os = os.or(ancestor::os);
            next = parent(ancestor);
            if (i > LONGEST) {
                mistakes.add(draft.place() + ": " + draft.name() + " is like itself");
                break;
            }
        }
        for (Trait<?> trait : draft.kind().traits()) {
            if (!settings.containsKey(trait)) {
                mistakes.add(draft.place() + ": " + draft.name() + " lacks " + trait.key());
            }
        }
        os.filter(name -> !isA(name, PartKind.OS))
                .ifPresent(name -> mistakes.add(draft.place() + ": no operating system " + name));
        return new Catalogue.Entry(
                draft.name(), draft.kind(), draft.label(), draft.like(), new Traits(settings), os, draft.note());
    }

    private Optional<Draft> parent(Draft draft) {
        if (draft.like().isPresent()) {
            String like = draft.like().get();
            if (!isA(like, draft.kind())) {
                mistakes.add(draft.place() + ": " + draft.name() + " is like " + like + ", which is no such part");
            }
            return Optional.ofNullable(drafts.get(like));
        }
        String generic = draft.kind().generic();
        return draft.name().equals(generic) ? Optional.empty() : Optional.ofNullable(drafts.get(generic));
    }

    private boolean isA(String name, PartKind kind) {
        Draft draft = drafts.get(name);
        return draft != null && draft.kind() == kind;
    }
}
