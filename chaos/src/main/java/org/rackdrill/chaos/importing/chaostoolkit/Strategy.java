package org.rackdrill.chaos.importing.chaostoolkit;

import java.util.Optional;
import org.rackdrill.chaos.importing.draft.Spot;
import org.rackdrill.model.reading.form.Meant;

/** When an experiment looks at its steady state. */
enum Strategy {
    DEFAULT("default", true, false),
    BEFORE("before-method-only", false, false),
    AFTER("after-method-only", true, false),
    DURING("during-method-only", false, true),
    CONTINUOUS("continuously", false, true),
    SKIP("skip", false, false);

    private final String word;
    private final boolean after;
    private final boolean during;

    Strategy(String word, boolean after, boolean during) {
        this.word = word;
        this.after = after;
        this.during = during;
    }

    /** Returns what an experiment says under {@code runtime}. */
    static Strategy of(Spot experiment) {
        Optional<Spot> said =
                experiment.find("runtime").flatMap(it -> it.find("hypothesis")).flatMap(it -> it.find("strategy"));
        if (said.isEmpty()) {
            return DEFAULT;
        }
        for (Strategy strategy : values()) {
            if (strategy.word.equals(said.get().text())) {
                return strategy;
            }
        }
        throw said.get()
                .wrong(
                        "`" + Meant.shortened(said.get().text()) + "` is no strategy",
                        "Write `default`, `continuously`, `before-method-only`, `during-method-only`,"
                                + " `after-method-only` or `skip`.");
    }

    String word() {
        return word;
    }

    /** Returns whether the end of the method is where it counts. */
    boolean after() {
        return after;
    }

    /** Returns whether it counts all along. */
    boolean during() {
        return during;
    }
}
