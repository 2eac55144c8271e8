package org.rackdrill.chaos.calibration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.run.Durations;
import org.rackdrill.chaos.run.Forecast;
import org.rackdrill.chaos.run.Terms;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.chaos.simulated.SimulatedWorld;
import org.rackdrill.chaos.simulated.SimulatedWorld.Chance;

/**
 * A drill that is run in the simulator with other values of what is not known. It belongs to one thread.
 */
final class Rehearsal {

    /** So many runs with the same luck show whether a value matters at all. */
    private static final int LOOKS = 3;

    private final SimulatedLab lab;
    private final SimulatedWorld world;
    private final Forecast forecast;
    private final long seed;
    private final boolean calm;

    /**
     * @param calm whether nothing happens but what the drill does and what follows from it
     */
    Rehearsal(SimulatedLab lab, Drill drill, Terms terms, long seed, boolean calm) {
        this.calm = calm;
        this.lab = lab;
        this.seed = seed;
        world = lab.world(drill, () -> false);
        forecast = new Forecast(
                drill,
                () -> number -> {
                    throw new IllegalStateException("run " + number + " has no world");
                },
                SimulatedLab.terms(drill, terms));
    }

    /** The runner needs so long to arm a fault as it did in a real run. */
    Rehearsal arming(Duration time) {
        world.armsIn(time);
        return this;
    }

    /** Runs it once: the same number has the same luck, whatever the factors are. */
    Map<String, Duration> run(long number, double[] factors) {
        world.begin(new Chance(seed, number, factors, calm));
        return Durations.of(forecast.once(world)).byName();
    }

    /** Returns which parameters change anything that it measures, when each goes to an end of its range. */
    int[] matters() {
        TreeSet<Integer> matters = new TreeSet<>();
        List<Map<String, Duration>> usual = new ArrayList<>();
        for (int number = 0; number < LOOKS; number++) {
            usual.add(run(number, lab.bestGuess()));
        }
        var parameters = lab.compiled().parameters();
        for (int parameter = 1; parameter < parameters.count(); parameter++) {
            double[] factors = lab.bestGuess();
            factors[parameter] = parameters.get(parameter).range().high();
            for (int number = 0; number < LOOKS && !matters.contains(parameter); number++) {
                if (!run(number, factors).equals(usual.get(number))) {
                    matters.add(parameter);
                }
            }
        }
        return matters.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Returns what runs measure of some things, on the scale of {@link Scale}; {@code NaN} where a run did not.
     *
     * @param factors of each run
     */
    double[][] runs(double[][] factors, List<String> things, Scale scale) {
        double[][] measured = new double[factors.length][things.size()];
        for (int run = 0; run < factors.length; run++) {
            Map<String, Duration> took = run(run, factors[run]);
            Arrays.setAll(
                    measured[run],
                    thing -> took.containsKey(things.get(thing)) ? scale.of(took.get(things.get(thing))) : Double.NaN);
        }
        return measured;
    }

    /**
     * The scale on which durations are compared: logarithms, since what takes long varies by as much more. What is as
     * short as the time between two looks is seen only roughly, and so counts as no less than that.
     *
     * @param look seconds between two looks
     */
    record Scale(double look) {
        static Scale of(Terms terms) {
            return new Scale(seconds(terms.look()));
        }

        double of(Duration took) {
            return Math.log(seconds(took) + look);
        }

        Duration back(double value) {
            return Duration.ofNanos((long) (Math.max(0, Math.exp(value) - look) * 1e9));
        }

        private static double seconds(Duration time) {
            return time.toNanos() / 1e9;
        }
    }
}
