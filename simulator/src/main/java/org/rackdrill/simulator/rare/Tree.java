package org.rackdrill.simulator.rare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.rackdrill.simulator.kernel.Luck;

/**
 * One tree of splitting: so many courses set out for the first height; from where those stand that reached it, so many set
 * out for the next one, from each place as often as its course counts. The product of the shares is the chance to reach the
 * top, without bias (L'Ecuyer, Demers and Tuffin, ACM TOMACS 17(2), 2007; with weights Del Moral, Feynman-Kac Formulae,
 * 2004).
 */
final class Tree<C extends Course<C>> {

    /** Numbers of courses below this belong to one level of one tree. */
    private static final int LEVEL_BITS = 24;

    private static final int TREE_BITS = 32;

    /** Steps of this share fill a line evenly, wherever one stops. */
    private static final double GOLDEN = 0.6180339887498949;

    private final Supplier<C> courses;
    private final long seed;
    private final long number;
    private List<C> standing = List.of();

    /** Up to each of those that stand, how much they count together. */
    private double[] weights = {};

    private long next;
    private long events;
    private double chance = 1;

    Tree(Supplier<C> courses, long seed, int number) {
        this.courses = courses;
        this.seed = seed;
        this.number = (long) number << TREE_BITS;
    }

    /**
     * Sends courses to the next height, from where those stand that reached the last one.
     *
     * @param effort how many, fewer than 2^24
     * @param enough stops as soon as so many have arrived
     * @param mostEvents stops as soon as so many things have happened in the tree
     */
    Rarity.Level climb(int height, int effort, int enough, long mostEvents) {
        List<C> arrived = new ArrayList<>();
        double[] arriving = new double[64];
        C course = courses.get();
        next = number | (long) height << LEVEL_BITS;
        double phase = Luck.fraction(seed ^ next);
        double sum = 0;
        int sent = 0;
        while (sent < effort && arrived.size() < enough && events < mostEvents) {
            set(course, height, (phase + sent * GOLDEN) % 1);
            sent++;
            if (goes(course, height, mostEvents)) {
                sum += course.weight();
                arriving = arrived.size() == arriving.length ? Arrays.copyOf(arriving, 2 * arriving.length) : arriving;
                arriving[arrived.size()] = sum;
                arrived.add(course);
                course = courses.get();
            }
        }
        chance *= sent == 0 ? 0 : sum / sent;
        standing = arrived;
        weights = Arrays.copyOf(arriving, arrived.size());
        return new Rarity.Level(height, sent, arrived.size());
    }

    /** Returns whether a course gets up to a height. */
    private boolean goes(C course, int height, long mostEvents) {
        while (course.height() < height) {
            if (events >= mostEvents || !course.goesOn()) {
                return false;
            }
            events++;
        }
        return true;
    }

    private void set(C course, int height, double share) {
        if (height == 1) {
            course.begin(seed, next++);
            return;
        }
        int at = Arrays.binarySearch(weights, share * weights[weights.length - 1]);
        course.goFrom(standing.get(Math.min(at < 0 ? -1 - at : at + 1, weights.length - 1)), seed, next++);
    }

    double chance() {
        return chance;
    }

    long events() {
        return events;
    }
}
