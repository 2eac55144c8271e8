package org.rackdrill.cli.init;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rackdrill.cli.input.Nearest;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.PartKind;

/** Finds what a person means in the catalogue. */
final class PartSearch {
    private static final int MOST = 5;

    private final Catalogue catalogue;
    private final Prompt prompt;

    PartSearch(Catalogue catalogue, Prompt prompt) {
        this.catalogue = catalogue;
        this.prompt = prompt;
    }

    /** Returns one entry for the words of a person; where several fit, the person chooses. */
    Catalogue.Entry choose(String words, PartKind kind) {
        Optional<Catalogue.Entry> exact = catalogue.find(words.toLowerCase(Locale.ROOT), kind);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<Catalogue.Entry> candidates = candidates(words, kind);
        if (candidates.size() == 1) {
            Catalogue.Entry only = candidates.get(0);
            prompt.say(
                    holds(only, words)
                            ? "  '" + words + "' is " + only.name() + " in the catalogue."
                            : "  The catalogue does not know '" + words + "'; taking " + only.name() + ".");
            return only;
        }
        prompt.say("  '" + words + "' could be:");
        for (int i = 0; i < candidates.size(); i++) {
            Catalogue.Entry entry = candidates.get(i);
            prompt.say("    " + (i + 1) + "  " + entry.name() + " (" + entry.label() + ")");
        }
        int chosen = prompt.ask(
                "  Which one?", "1", typed -> number(typed, candidates.size()), "Give the number before it.");
        return candidates.get(chosen - 1);
    }

    private List<Catalogue.Entry> candidates(String words, PartKind kind) {
        List<Catalogue.Entry> ofKind = catalogue.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
        List<Catalogue.Entry> holdAllWords = ofKind.stream()
                .filter(entry -> holds(entry, words))
                .sorted(Comparator.comparingInt(entry -> entry.name().length()))
                .limit(MOST)
                .toList();
        if (!holdAllWords.isEmpty()) {
            return holdAllWords;
        }
        List<Catalogue.Entry> near = new ArrayList<>();
        List<String> names = ofKind.stream().map(Catalogue.Entry::name).toList();
        for (String name : Nearest.of(words.replace(' ', '-'), names)) {
            catalogue.find(name).ifPresent(near::add);
        }
        Catalogue.Entry generic = catalogue.nearestGeneric(kind, words);
        if (!near.contains(generic)) {
            near.add(generic);
        }
        return near;
    }

    private static boolean holds(Catalogue.Entry entry, String words) {
        String text = (entry.name() + " " + entry.label()).toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).split("[^a-z0-9+]+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Integer> number(String typed, int most) {
        return typed.matches("[1-9]") && Integer.parseInt(typed) <= most
                ? Optional.of(Integer.parseInt(typed))
                : Optional.empty();
    }
}
