package org.rackdrill.simulator.capacity;

import java.util.List;

/**
 * Something that draws power.
 *
 * @param kind node, router, switch, access-point or wan
 * @param sources where each of its power supplies is fed from: a UPS, or the site for its mains
 * @param idle watts when it does nothing
 * @param usual watts on an ordinary day
 * @param most watts at full load
 * @param inrushAmps the current of its first half wave after power returns; 0 where that is not known
 * @param step of the order in which things are switched on at its site, from 0
 */
record Consumer(
        String name,
        String site,
        String kind,
        List<String> sources,
        Drawn idle,
        Drawn usual,
        Drawn most,
        Drawn inrushAmps,
        int step) {

    /** Returns the watts at a level. */
    Drawn at(Level level) {
        return switch (level) {
            case IDLE -> idle;
            case USUAL -> usual;
            case MOST -> most;
        };
    }

    /** Returns the share of its power that comes from one source while all of them are there. */
    double share(String source) {
        return (double) sources.stream().filter(source::equals).count() / sources.size();
    }

    /** Returns the share that comes from one source when another one is gone; 0 when it is dark. */
    double share(String source, String gone) {
        long left = sources.stream().filter(it -> !it.equals(gone)).count();
        return left == 0 || source.equals(gone)
                ? 0
                : (double) sources.stream().filter(source::equals).count() / left;
    }

    /** How busy a lab is. */
    enum Level {
        IDLE("idle"),
        USUAL("usual"),
        MOST("most");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /** Returns what results call it. */
        String word() {
            return word;
        }
    }
}
