package org.rackdrill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.BadEdit;
import org.rackdrill.model.reading.Editing;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.simulator.capacity.ContentionStudy;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.history.StrikeCost;
import org.rackdrill.simulator.statistics.Nested;
import org.rackdrill.simulator.study.GenericOffers;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Rewriting;
import org.rackdrill.simulator.study.Trial;
import org.rackdrill.simulator.study.Trials;

/**
 * How many times fewer histories a lab needs for the same certainty than it would by plain Monte Carlo.
 *
 * @param lab a shipped one
 * @param luck by taking away what luck dealt beyond expectation, for the service that is least certain; null where nothing
 *     was down
 * @param rare by making rare causes strike, for the service from which they take the least certain hours; null where no cause is
 *     rare
 * @param common for the difference that the first proposal makes, by the same luck for both labs; null where none makes one
 * @param proposal in words; null where there is none
 */
record VarianceReduction(
        String lab,
        @Nullable Double luck,
        @Nullable Double rare,
        @Nullable Double common,
        @Nullable String proposal) {

    private static final int HISTORIES = 800;

    /** As many as a study looks at before it knows what is rare. */
    private static final int FIRST = 400;

    private static final Trial.Luck LUCK = new Trial.Luck(Question.DEFAULT_SEED, Question.DEFAULT_DRAWS);
    private static final double[][] ALONE = {};
    private static final String YAML = ".yaml";

    /**
     * Measures all labs of a directory.
     *
     * @param arguments the directory, and the file of the result
     */
    public static void main(String... arguments) throws IOException {
        List<VarianceReduction> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(YAML)).sorted().toList()) {
                of(file).ifPresent(all::add);
            }
        }
        VariancePage.write(all, Path.of(arguments[1]));
    }

    private static Optional<VarianceReduction> of(Path file) throws IOException {
        LabReader reader = new LabReader(Catalogue.load());
        String name = file.getFileName().toString();
        byte[] text = Files.readAllBytes(file);
        Optional<Lab> lab = reader.read(name, text).lab();
        Optional<Editing> editing = Editing.of(reader, name, text);
        return lab.map(it -> of(
                name.substring(0, name.length() - YAML.length()),
                it,
                edits -> editing.flatMap(all -> {
                    try {
                        return Optional.of(all.with(edits));
                    } catch (BadEdit bad) {
                        return Optional.empty();
                    }
                })));
    }

    private static VarianceReduction of(String name, Lab lab, Rewriting rewriting) {
        int threads = Runtime.getRuntime().availableProcessors();
        ContentionStudy contending = new ContentionStudy(Question.DEFAULT_SEED, threads);
        try (Trials trials = new Trials(lab, Hours.of(lab.study().horizon()), contending, threads, Progress.SILENT)) {
            Trial.Measured own = trials.of(lab).measured(LUCK, HISTORIES);
            double plain = worst(own.raw());
            double helped = worst(own.fair());
            Double luck = helped > 0 ? (Double) (plain / helped) : null;
            Double rare = rare(trials.of(lab).rare(LUCK, FIRST));
            for (GenericOffers.Generic offer : GenericOffers.of(lab, rewriting, component -> 1)) {
                Optional<Lab> changed = rewriting.with(offer.edits());
                if (changed.isPresent()) {
                    Trial.Measured other = trials.of(changed.get()).measured(LUCK, HISTORIES);
                    double common = variance(sums(own.fair(), other.fair()));
                    if (common > 0) {
                        double apart = variance(sums(own.fair(), ALONE)) + variance(sums(other.fair(), ALONE));
                        return new VarianceReduction(name, luck, rare, apart / common, offer.what());
                    }
                }
            }
            return new VarianceReduction(name, luck, rare, null, null);
        }
    }

    /**
     * Returns how many histories it takes to wait for what each made strike tells: what luck deals is a compound Poisson sum,
     * whose variance is the expected number of strikes times the mean square of one; of made strikes only the scatter is left.
     */
    private static @Nullable Double rare(List<StrikeCost> costs) {
        double mostWaited = 0;
        Double factor = null;
        int trials = costs.stream().mapToInt(StrikeCost::trials).sum();
        for (int s = 0; !costs.isEmpty() && s < costs.get(0).hours().length; s++) {
            double waited = 0;
            double made = 0;
            for (StrikeCost cost : costs) {
                waited += cost.expected() * cost.square(s) / trials;
                made += cost.expected() * cost.expected() * cost.variance()[s];
            }
            if (waited > mostWaited) {
                mostWaited = waited;
                factor = made > 0 ? waited / made : Double.POSITIVE_INFINITY;
            }
        }
        return factor;
    }

    /** Returns the squared relative error by luck of the service that has the largest. */
    private static double worst(double[][] share) {
        double most = 0;
        for (int s = 0; s < share[0].length; s++) {
            Nested nested = new Nested(LUCK.draws());
            for (int h = 0; h < share.length; h++) {
                nested.add(h % LUCK.draws(), share[h][s]);
            }
            if (nested.mean() > 0) {
                most = Math.max(most, Math.pow(nested.simulationError() / nested.mean(), 2));
            }
        }
        return most;
    }

    /** Returns the sum over all services of each history, less that of another lab where there is one. */
    private static double[] sums(double[][] share, double[][] less) {
        double[] sums = new double[share.length];
        for (int h = 0; h < share.length; h++) {
            sums[h] = DoubleStream.of(share[h]).sum();
            sums[h] -= h < less.length ? DoubleStream.of(less[h]).sum() : 0;
        }
        return sums;
    }

    private static double variance(double[] values) {
        Nested nested = new Nested(LUCK.draws());
        for (int h = 0; h < values.length; h++) {
            nested.add(h % LUCK.draws(), values[h]);
        }
        return Math.pow(nested.simulationError(), 2);
    }
}
