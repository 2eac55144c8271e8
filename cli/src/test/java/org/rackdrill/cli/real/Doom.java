package org.rackdrill.cli.real;

import java.io.IOException;

/**
 * What becomes of a controller at one point of the protocol. It dies as by SIGKILL: nothing is cleaned up, no hook runs.
 * Or it stops, until somebody lets it go on.
 */
final class Doom {
    private final boolean dies;
    private final String point;
    private final int number;
    private int passed;

    /**
     * A doom.
     *
     * @param text such as {@code die before arm} or {@code stop after inject}; the second of a kind is
     *     {@code die after extend 2}
     */
    Doom(String text) {
        String[] words = text.split(" ");
        dies = words[0].equals("die");
        point = words[1] + " " + words[2];
        number = words.length > 3 ? Integer.parseInt(words[3]) : 1;
    }

    /** Goes by a point, or does not. */
    void pass(String at) {
        if (at.equals(point) && ++passed == number) {
            if (dies) {
                Runtime.getRuntime().halt(137);
            }
            stop();
        }
    }

    private static void stop() {
        try {
            new ProcessBuilder(
                            "kill",
                            "-STOP",
                            Long.toString(ProcessHandle.current().pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
