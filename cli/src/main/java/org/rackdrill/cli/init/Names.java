package org.rackdrill.cli.init;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives out names for a lab file, each once: lowercase letters, digits and hyphens. */
final class Names {
    private static final int LONGEST = 40;

    private final Set<String> taken = new HashSet<>();

    /** Takes names out of the game. */
    Names(Set<String> taken) {
        this.taken.addAll(taken);
    }

    /**
     * Returns a free name that resembles the words.
     *
     * @param otherwise the name when nothing of the words can be used
     */
    String take(String words, String otherwise) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
        String base = plain.isEmpty() || reserved(plain) ? otherwise : plain;
        base = base.length() > LONGEST ? base.substring(0, LONGEST) : base;
        String free = base;
        for (int i = 2; !taken.add(free); i++) {
            free = base + "-" + i;
        }
        return free;
    }

    /** YAML reads these as something else than a name. */
    private static boolean reserved(String name) {
        return Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null")
                .contains(name);
    }
}
