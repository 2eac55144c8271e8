package org.rackdrill.cli.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known words that a person probably meant by an unknown one. */
public final class Nearest {
    private static final int MOST = 3;

    private Nearest() {}

    /** Returns up to three words, the nearest first; none when nothing is near. */
    public static List<String> of(String unknown, Collection<String> known) {
        String wanted = unknown.toLowerCase(Locale.ROOT);
        if (wanted.length() > 60) {
            return List.of();
        }
        return known.stream()
                .filter(word -> near(wanted, word.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparingInt((String word) -> distance(wanted, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** A third of the letters may differ; a name may also be said in part. */
    private static boolean near(String wanted, String word) {
        return distance(wanted, word) <= Math.max(1, Math.max(wanted.length(), word.length()) / 3)
                || (wanted.length() >= 3 && word.contains(wanted));
    }

    /** Letters to insert, delete, change or swap with the next one. */
    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[from.length()][to.length()];
    }
}
