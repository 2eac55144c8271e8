package org.rackdrill.reports.chart;

import java.util.ArrayList;
import java.util.List;

/** A hundred years piled up as squares: how large they are, and where each lies. */
final class YearPile {
    private static final int LARGEST = 10;
    private static final int SMALLEST = 5;
    private static final int MOST_ABREAST = 8;

    /** How many times as far as four of five years the picture reaches: a few terrible years must not flatten it. */
    private static final double TAIL = 3;

    private final List<Double> years;
    private final double allowed;
    private final double width;
    private double longest;
    private int pitch = SMALLEST;
    private int abreast = MOST_ABREAST;

    /**
     * One year.
     *
     * @param x of the left edge, in pixels
     * @param y of the upper edge, in pixels from the top
     */
    record Square(double x, double y, boolean kept) {}

    private final double height;

    YearPile(List<Double> quantiles, double allowedHours, double width, double height) {
        this.width = width;
        this.height = height;
        this.years = middles(quantiles);
        this.allowed = allowedHours;
        this.longest = Math.max(Math.max(Math.min(at(0.99) * 1.02, at(0.8) * TAIL), allowed * 1.25), 1e-3);
        chooseSize();
    }

    /** Returns the hours at the right end. */
    double longest() {
        return longest;
    }

    /** Returns the hours that the goal allows. */
    double allowed() {
        return allowed;
    }

    /** Returns the distance from square to square, in pixels. */
    int pitch() {
        return pitch;
    }

    /** Returns all squares; years beyond the right end lie at it. */
    List<Square> squares() {
        int piles = piles();
        int[] lying = new int[piles];
        List<Square> squares = new ArrayList<>();
        for (double hours : years) {
            int pile = pileOf(hours, piles);
            int n = lying[pile]++;
            double x = (pile * abreast + n % abreast) * (double) pitch;
            double y = height - (n / abreast + 1) * (double) pitch;
            squares.add(new Square(x, y, hours <= allowed));
        }
        return squares;
    }

    /** Returns how many years lie beyond the right end, and are piled up at it. */
    int beyond() {
        return (int) years.stream().filter(hours -> hours > longest).count();
    }

    private double at(double share) {
        return years.isEmpty() ? 0 : years.get(Math.min(years.size() - 1, (int) (share * years.size())));
    }

    private static List<Double> middles(List<Double> quantiles) {
        List<Double> middles = new ArrayList<>();
        for (int i = 0; i + 1 < quantiles.size(); i++) {
            middles.add((quantiles.get(i) + quantiles.get(i + 1)) / 2);
        }
        return middles;
    }

    /** The narrowest piles, then the largest squares, whose highest pile fits; the goal lies between two piles, so that no year straddles it. */
    private void chooseSize() {
        double wanted = longest;
        for (int row = 1; row <= MOST_ABREAST; row++) {
            for (int size = LARGEST; size >= SMALLEST; size--) {
                pitch = size;
                abreast = row;
                longest = withGoalBetweenPiles(wanted);
                if (highest() <= height) {
                    return;
                }
            }
        }
    }

    private double withGoalBetweenPiles(double wanted) {
        double pilesToGoal = Math.floor(allowed / wanted * width / (abreast * pitch));
        return pilesToGoal < 1 ? wanted : Math.max(wanted, allowed * width / (pilesToGoal * abreast * pitch));
    }

    private double highest() {
        int piles = piles();
        int[] lying = new int[piles];
        int most = 0;
        for (double hours : years) {
            int pile = pileOf(hours, piles);
            most = Math.max(most, ++lying[pile]);
        }
        return Math.ceil(most / (double) abreast) * pitch;
    }

    private int piles() {
        return Math.max(1, (int) (width / (abreast * pitch)));
    }

    private int pileOf(double hours, int piles) {
        // A hair less, so that a year of exactly the allowed hours lies on the good side.
        int pile = (int) (hours / longest * width / (abreast * pitch) - 1e-9);
        return Math.max(0, Math.min(piles - 1, pile));
    }
}
