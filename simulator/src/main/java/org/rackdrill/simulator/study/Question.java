package org.rackdrill.simulator.study;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.Contending;

/**
 * One lab and how exactly to look at it.
 *
 * @param name the short name under which people know the lab
 * @param hash of the lab file
 * @param precision relative half-width of each service's unavailability at which the run stops, at 90 %
 * @param fewestHistories that are simulated whatever the precision; what is rarer than an hour of downtime wants more
 * @param draws sets of parameters drawn from their ranges, at least 1
 * @param horizon how far to look; none: what the lab says
 * @param threads at least 1; the answer does not depend on it
 * @param version of the program, to be written into the results
 * @param extras what to measure beside the answer itself
 * @param rewriting reads the lab again with changes; without it no improvements are looked for
 * @param variant how the lab differs from the one that was named; none: it is that one
 * @param contending finds out what is asked of the pools of the lab, and of one that is changed, does to it
 */
public record Question(
        Lab lab,
        String name,
        String hash,
        double precision,
        int fewestHistories,
        int draws,
        Optional<Duration> horizon,
        long seed,
        int threads,
        String version,
        Set<Extra> extras,
        Optional<Rewriting> rewriting,
        Optional<Variant> variant,
        Contending contending) {

    public static final double DEFAULT_PRECISION = 0.05;
    public static final int DEFAULT_HISTORIES = 400;
    public static final int DEFAULT_DRAWS = 200;
    public static final long DEFAULT_SEED = 1;

    public Question {
        if (!(precision > 0) || draws < 1 || threads < 1) {
            throw new IllegalArgumentException("precision, draws and threads must be positive");
        }
        extras = Set.copyOf(extras);
    }

    /** Asks about the lab that was named. */
    public Question(
            Lab lab,
            String name,
            String hash,
            double precision,
            int fewestHistories,
            int draws,
            Optional<Duration> horizon,
            long seed,
            int threads,
            String version,
            Set<Extra> extras,
            Optional<Rewriting> rewriting) {
        this(
                lab,
                name,
                hash,
                precision,
                fewestHistories,
                draws,
                horizon,
                seed,
                threads,
                version,
                extras,
                rewriting,
                Optional.empty(),
                Contending.NOBODY);
    }

    /** Asks without a lab file at hand. */
    public Question(
            Lab lab,
            String name,
            String hash,
            double precision,
            int draws,
            Optional<Duration> horizon,
            long seed,
            int threads,
            String version,
            Set<Extra> extras) {
        this(
                lab,
                name,
                hash,
                precision,
                DEFAULT_HISTORIES,
                draws,
                horizon,
                seed,
                threads,
                version,
                extras,
                Optional.empty(),
                Optional.empty(),
                Contending.NOBODY);
    }

    /** Returns the same question about a lab whose file can be read again with changes. */
    public Question rewritable(Rewriting how) {
        return with(fewestHistories, extras, Optional.of(how), contending);
    }

    /** Asks for everything but {@link Extra#RARE}. */
    public Question(
            Lab lab,
            String name,
            String hash,
            double precision,
            int draws,
            Optional<Duration> horizon,
            long seed,
            int threads,
            String version) {
        this(
                lab,
                name,
                hash,
                precision,
                draws,
                horizon,
                seed,
                threads,
                version,
                EnumSet.complementOf(EnumSet.of(Extra.RARE)));
    }

    /** Returns the same question with no more than these extras. */
    public Question with(Set<Extra> wanted) {
        return with(fewestHistories, wanted, rewriting, contending);
    }

    /** Returns the same question, which asks for one thing more. */
    public Question and(Extra more) {
        Set<Extra> wanted = EnumSet.of(more);
        wanted.addAll(extras);
        return with(wanted);
    }

    /** Returns the same question, answered from so many histories at least. */
    public Question fromAtLeast(int histories) {
        return with(histories, extras, rewriting, contending);
    }

    /** Returns the same question about a lab of best guesses that stands for the one that was named. */
    public Question about(Lab other, Variant how) {
        return new Question(
                other,
                name,
                hash,
                precision,
                fewestHistories,
                1,
                horizon,
                seed,
                threads,
                version,
                extras,
                Optional.empty(),
                Optional.of(how),
                Contending.NOBODY);
    }

    /** Returns the same question, asked of what is asked of the pools too. */
    public Question contending(Contending how) {
        return with(fewestHistories, extras, rewriting, how);
    }

    private Question with(int histories, Set<Extra> wanted, Optional<Rewriting> how, Contending contention) {
        return new Question(
                lab,
                name,
                hash,
                precision,
                histories,
                draws,
                horizon,
                seed,
                threads,
                version,
                wanted,
                how,
                variant,
                contention);
    }

    boolean wants(Extra extra) {
        return extras.contains(extra);
    }
}
