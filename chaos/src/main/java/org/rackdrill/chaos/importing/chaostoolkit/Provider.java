package org.rackdrill.chaos.importing.chaostoolkit;

import java.util.List;
import java.util.Map;
import org.rackdrill.chaos.importing.draft.Spot;

/** Who does what an activity says. */
sealed interface Provider {

    /** Returns where it stands. */
    Spot spot();

    /** Returns what it is, in a few words. */
    String text();

    /** A request. */
    record Http(Spot spot, Spot url) implements Provider {
        @Override
        public String text() {
            return "a request";
        }
    }

    /**
     * A function.
     *
     * @param function with its module, such as {@code chaosk8s.pod.actions.terminate_pods}
     */
    record Python(Spot spot, String function, Map<String, Spot> arguments) implements Provider {
        @Override
        public String text() {
            return "`" + function + "`";
        }
    }

    /**
     * A program.
     *
     * @param program its name without its directory
     * @param words its arguments
     * @param shell whether a shell would take the arguments apart
     */
    record Program(Spot spot, String program, List<Spot> words, boolean shell) implements Provider {
        public Program {
            words = List.copyOf(words);
        }

        @Override
        public String text() {
            return "the program `" + program + "`";
        }
    }
}
