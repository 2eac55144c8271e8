package org.rackdrill.model.reading.form;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses what was meant by a word that nobody knows. */
public final class Meant {

    private static final int LONGEST = 64;

    private Meant() {}

    /** Returns the candidate that differs least from a word, if it differs little. */
    public static Optional<String> among(Collection<String> candidates, String word, Notes notes) {
        if (word.length() > LONGEST || word.isEmpty() || notes.isFull()) {
            return Optional.empty();
        }
        String best = "";
        int least = Math.max(1, Math.min(3, word.length() / 3)) + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - word.length()) < least && candidate.length() <= LONGEST) {
                int distance = distance(plain(word), plain(candidate));
                if (distance < least) {
                    least = distance;
                    best = candidate;
                }
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Returns at most 60 characters of a text from a file. */
    public static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 57) + "..." : line;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Edits between two words: insert, delete, replace, swap two neighbours. */
    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int cheapest(int[][] edits, String a, String b, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
