package org.rackdrill.simulator.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * How much of the scatter of a result each of its uncertain inputs explains: by itself (first order), and by itself and
 * together with others (total effect; Sobol' 1993, Homma and Saltelli 1996).
 *
 * <p>Estimated from a surrogate, a polynomial of second order in normal scores that is fitted to the draws by least
 * squares (polynomial chaos; Sudret, Reliability Engineering and System Safety 93, 2008): lines and curves of the inputs
 * that correlate most with the result, and products of the first of these. Every squared coefficient is an estimate of
 * its share once the variance of the coefficient, which luck and lack of fit leave open, is taken off.
 */
public final class SobolIndices {

    /** Inputs with a line and a curve of their own. */
    private static final int MOST_INPUTS = 12;

    /** Inputs whose products are looked at: so many that 200 draws still leave each term four. */
    private static final int MOST_IN_PRODUCTS = 7;

    private static final int DRAWS_PER_TERM = 4;

    private static final double ROOT_TWO = Math.sqrt(2);

    /**
     * What one input explains; shares of the variance that all inputs explain.
     *
     * @param first by itself
     * @param total by itself and together with others; never less than {@code first}
     * @param error standard error of both, about
     */
    public record Effect(int input, double first, double total, double error) {}

    /** A product of one or two inputs in the polynomial; the same one twice is its curve, {@code NONE} its line. */
    private record Term(int input, int with) {

        static final int NONE = -1;

        boolean has(int number) {
            return input == number || with == number;
        }

        boolean ofOne() {
            return with == NONE || with == input;
        }

        double at(double[] scores) {
            double z = scores[input];
            return with == NONE ? z : with == input ? (z * z - 1) / ROOT_TWO : z * scores[with];
        }
    }

    private SobolIndices() {}

    /**
     * Estimates the effects.
     *
     * @param scores of the inputs, standard normal: {@code [draw][input]}
     * @param results one for each draw
     * @param explained the variance of the result that the inputs explain; the rest is luck
     * @return for the inputs that stand out, the largest total first
     */
    public static List<Effect> of(double[][] scores, double[] results, double explained) {
        int draws = results.length;
        List<Integer> inputs = strongest(scores, results);
        List<Term> terms = terms(inputs, draws / DRAWS_PER_TERM);
        if (terms.isEmpty() || explained <= 0) {
            return List.of();
        }
        double[][] columns = new double[draws][];
        for (int d = 0; d < draws; d++) {
            double[] row = scores[d];
            columns[d] = terms.stream().mapToDouble(term -> term.at(row)).toArray();
        }
        double[] scales = standardised(columns);
        OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
        double[] errors;
        double[] found;
        try {
            fit.newSampleData(results, columns);
            found = fit.estimateRegressionParameters();
            errors = fit.estimateRegressionParametersStandardErrors();
        } catch (SingularMatrixException e) {
            return List.of();
        }
        double[] variance = new double[terms.size()];
        double[] variances = new double[terms.size()];
        for (int t = 0; t < variance.length; t++) {
            boolean flat = scales[t] == 0;
            variance[t] = flat ? 0 : found[t + 1] * found[t + 1] - errors[t + 1] * errors[t + 1];
            variances[t] = flat ? 0 : Math.pow(2 * found[t + 1] * errors[t + 1], 2) + 2 * Math.pow(errors[t + 1], 4);
        }
        double whole = Math.max(explained, Arrays.stream(variance).sum());
        return inputs.stream()
                .map(input -> effect(input, terms, variance, variances, whole))
                .sorted(Comparator.comparingDouble((Effect it) -> -it.total()))
                .toList();
    }

    private static Effect effect(int input, List<Term> terms, double[] variance, double[] variances, double whole) {
        double first = 0;
        double total = 0;
        double error = 0;
        for (int t = 0; t < variance.length; t++) {
            if (terms.get(t).has(input)) {
                first += terms.get(t).ofOne() ? variance[t] : 0;
                total += variance[t];
                error += variances[t];
            }
        }
        first = Math.min(1, Math.max(0, first / whole));
        return new Effect(input, first, Math.min(1, Math.max(first, total / whole)), Math.sqrt(error) / whole);
    }

    /** Inputs by the square of their correlation with the result. */
    private static List<Integer> strongest(double[][] scores, double[] results) {
        int inputs = scores.length == 0 ? 0 : scores[0].length;
        double[] strength = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            strength[i] = squaredCorrelation(scores, i, results);
        }
        return IntStream.range(0, inputs)
                .boxed()
                .filter(i -> strength[i] > 0)
                .sorted(Comparator.comparingDouble((Integer i) -> -strength[i]))
                .limit(MOST_INPUTS)
                .toList();
    }

    /** Returns the square of the correlation of one input with the result; 0 when one of them never changes. */
    public static double squaredCorrelation(double[][] scores, int input, double[] results) {
        double meanX =
                Arrays.stream(scores).mapToDouble(row -> row[input]).average().orElse(0);
        double meanY = Arrays.stream(results).average().orElse(0);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int d = 0; d < results.length; d++) {
            double x = scores[d][input] - meanX;
            double y = results[d] - meanY;
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }
        return xx == 0 || yy == 0 ? 0 : xy * xy / (xx * yy);
    }

    private static List<Term> terms(List<Integer> inputs, int most) {
        List<Term> terms = new ArrayList<>();
        inputs.forEach(input -> terms.add(new Term(input, Term.NONE)));
        inputs.forEach(input -> terms.add(new Term(input, input)));
        for (int j = 1; j < Math.min(MOST_IN_PRODUCTS, inputs.size()); j++) {
            for (int i = 0; i < j; i++) {
                terms.add(new Term(inputs.get(i), inputs.get(j)));
            }
        }
        return terms.size() > most ? terms.subList(0, most) : terms;
    }

    /** Makes every column of mean 0 and variance 1, so that the square of its coefficient is its variance. */
    private static double[] standardised(double[][] columns) {
        int count = columns[0].length;
        double[] scales = new double[count];
        for (int t = 0; t < count; t++) {
            Moments moments = new Moments();
            for (double[] row : columns) {
                moments.add(row[t]);
            }
            scales[t] = Math.sqrt(moments.variance());
            for (double[] row : columns) {
                row[t] = scales[t] == 0 ? 0 : (row[t] - moments.mean()) / scales[t];
            }
        }
        return scales;
    }
}
