package org.rackdrill.cli.init;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.rackdrill.cli.terminal.Printable;
import org.rackdrill.cli.terminal.Terminal;

/** Asks a person; nobody there, or nothing typed, means the default. */
final class Prompt {
    private static final int PATIENCE = 3;
    private static final int LONGEST_ANSWER = 500;

    private final Terminal terminal;
    private boolean alone;

    /**
     * Asks at this terminal.
     *
     * @param alone whether to take every default without asking
     */
    Prompt(Terminal terminal, boolean alone) {
        this.terminal = terminal;
        this.alone = alone;
    }

    /** Says something between two questions. */
    void say(String text) {
        if (!alone) {
            terminal.err().line(text);
        }
    }

    /** Returns what was typed, or the default. */
    String ask(String question, String usual) {
        if (alone) {
            return usual;
        }
        terminal.err().question(Printable.line(question + " [" + usual + "] "));
        String typed = read();
        return typed.isEmpty() ? usual : typed;
    }

    /**
     * Asks until the answer is understood, at most three times.
     *
     * @param usual the default, which is understood
     * @param understand gives nothing when it does not understand
     */
    <T> T ask(String question, String usual, Function<String, Optional<T>> understand, String hint) {
        for (int i = 0; i < PATIENCE; i++) {
            Optional<T> answer = understand.apply(ask(question, usual));
            if (answer.isPresent()) {
                return answer.get();
            }
            say("  " + hint);
        }
        say("  Taking: " + usual);
        return understand.apply(usual).orElseThrow();
    }

    private String read() {
        try {
            String line = terminal.in().readLine();
            if (line == null) {
                terminal.err().line("");
                alone = true;
                return "";
            }
            String typed = line.replaceAll("\\p{Cc}+", " ").strip();
            String answer = typed.length() > LONGEST_ANSWER ? typed.substring(0, LONGEST_ANSWER) : typed;
            if (!terminal.echo()) {
                terminal.err().line(answer);
            }
            return answer;
        } catch (IOException e) {
            alone = true; // a terminal that has gone away is nobody
            return "";
        }
    }
}
