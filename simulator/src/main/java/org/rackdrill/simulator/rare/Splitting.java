package org.rackdrill.simulator.rare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.rackdrill.simulator.statistics.Moments;

/**
 * The chance that a course reaches a height, by splitting with fixed effort. A first tree finds out how many courses each
 * height needs; the answer comes from the trees after it, which know nothing of each other, and its error from how much
 * they differ. It does not depend on the number of threads.
 */
public final class Splitting {

    /** That so many reach each height of each tree keeps trees alike. */
    private static final int HITS = 100;

    private static final int MOST_COURSES = 1 << 20;

    /** Trees between two looks at the error. */
    private static final int BLOCK = 16;

    /** Of so few trees the error is known to a fifth of itself. */
    private static final int FEWEST_TREES = BLOCK;

    private static final int WHOLE_COURSES = 1000;

    private static final long MOST_EVENTS_OF_WHOLE_COURSES = 100_000;

    private Splitting() {}

    /**
     * Finds the chance to reach a height before the course ends. Uses the threads of the pool that it is called in.
     *
     * @param courses makes one course for each place where one may stand
     * @param plain makes one in which nothing is made likelier, to know what those cost
     * @param top the height, at least 1
     * @param relativeError to reach, such as 0.1
     * @param mostEvents after which it stops all the same, roughly
     */
    public static <C extends Course<C>> Rarity chance(
            Supplier<C> courses, Supplier<C> plain, int top, long seed, double relativeError, long mostEvents) {
        double eventsOfOne = eventsOfOne(plain, seed);
        int[] effort = new int[top];
        Tree<C> pilot = new Tree<>(courses, seed, 0);
        for (int i = 0; i < top; i++) {
            Rarity.Level seen = pilot.climb(i + 1, MOST_COURSES, HITS, mostEvents / (BLOCK + 1));
            if (seen.hits() < HITS && (seen.hits() == 0 || pilot.events() >= mostEvents / (BLOCK + 1))) {
                return new Rarity(
                        0,
                        Double.POSITIVE_INFINITY,
                        Rarity.Method.SPLITTING,
                        List.of(seen),
                        pilot.events(),
                        eventsOfOne);
            }
            effort[i] = (int) Math.max(HITS, Math.ceil(HITS * (double) seen.starts() / seen.hits()));
        }
        Rarity grown = trees(courses, effort, seed, relativeError, mostEvents);
        return new Rarity(
                grown.value(),
                grown.relativeError(),
                grown.method(),
                grown.levels(),
                grown.events() + pilot.events(),
                eventsOfOne);
    }

    /** What a tree showed. */
    private record Grown(double chance, List<Rarity.Level> levels, long events) {}

    private static <C extends Course<C>> Rarity trees(
            Supplier<C> courses, int[] effort, long seed, double relativeError, long mostEvents) {
        List<Grown> grown = new ArrayList<>();
        Moments chances = new Moments();
        long events = 0;
        while (grown.size() < FEWEST_TREES || (error(chances) > relativeError && events < mostEvents)) {
            int from = grown.size() + 1;
            List<Grown> block = IntStream.range(from, from + BLOCK)
                    .parallel()
                    .mapToObj(number -> grow(new Tree<>(courses, seed, number), effort))
                    .toList();
            grown.addAll(block);
            for (Grown tree : block) {
                events += tree.events();
                chances.add(tree.chance());
            }
        }
        return new Rarity(
                chances.mean(), error(chances), Rarity.Method.SPLITTING, levels(grown, effort.length), events, 0);
    }

    private static double error(Moments chances) {
        return chances.mean() == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(chances.varianceOfMean()) / chances.mean();
    }

    private static <C extends Course<C>> Grown grow(Tree<C> tree, int[] effort) {
        List<Rarity.Level> levels = new ArrayList<>();
        for (int i = 0; i < effort.length && tree.chance() > 0; i++) {
            levels.add(tree.climb(i + 1, effort[i], Integer.MAX_VALUE, Long.MAX_VALUE));
        }
        return new Grown(tree.chance(), levels, tree.events());
    }

    private static List<Rarity.Level> levels(List<Grown> grown, int top) {
        long[] starts = new long[top];
        long[] hits = new long[top];
        for (Grown tree : grown) {
            for (Rarity.Level level : tree.levels()) {
                starts[level.height() - 1] += level.starts();
                hits[level.height() - 1] += level.hits();
            }
        }
        return IntStream.range(0, top)
                .mapToObj(i -> new Rarity.Level(i + 1, starts[i], hits[i]))
                .toList();
    }

    /** Lets some courses go to their end, to know what each costs without splitting. */
    private static <C extends Course<C>> double eventsOfOne(Supplier<C> courses, long seed) {
        C course = courses.get();
        long events = 0;
        int done = 0;
        while (done < WHOLE_COURSES && events < MOST_EVENTS_OF_WHOLE_COURSES) {
            course.begin(seed, -1 - done++);
            while (events < MOST_EVENTS_OF_WHOLE_COURSES && course.goesOn()) {
                events++;
            }
        }
        return (double) events / done;
    }
}
