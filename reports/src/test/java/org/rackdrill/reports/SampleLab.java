package org.rackdrill.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.Assumption;
import org.rackdrill.simulator.study.Results.Cause;
import org.rackdrill.simulator.study.Results.Combination;
import org.rackdrill.simulator.study.Results.Consumer;
import org.rackdrill.simulator.study.Results.CostPerYear;
import org.rackdrill.simulator.study.Results.Coverage;
import org.rackdrill.simulator.study.Results.Data;
import org.rackdrill.simulator.study.Results.Drilling;
import org.rackdrill.simulator.study.Results.Estimate;
import org.rackdrill.simulator.study.Results.Exact;
import org.rackdrill.simulator.study.Results.Failover;
import org.rackdrill.simulator.study.Results.FamilyYear;
import org.rackdrill.simulator.study.Results.Gain;
import org.rackdrill.simulator.study.Results.Improvement;
import org.rackdrill.simulator.study.Results.Mean;
import org.rackdrill.simulator.study.Results.Place;
import org.rackdrill.simulator.study.Results.Power;
import org.rackdrill.simulator.study.Results.Precision;
import org.rackdrill.simulator.study.Results.Quantiles;
import org.rackdrill.simulator.study.Results.Seen;
import org.rackdrill.simulator.study.Results.Service;
import org.rackdrill.simulator.study.Results.Spread;
import org.rackdrill.simulator.study.Results.Tail;
import org.rackdrill.simulator.study.Results.Toil;
import org.rackdrill.simulator.study.Results.UpsLoad;
import org.rackdrill.simulator.study.Results.YearOf;

/** Results in the making: what a sample does not say is filled in as a simulation would. */
final class SampleLab {
    private @Nullable String variant;
    private final String name;
    private final String title;
    private final List<SampleService> services = new ArrayList<>();
    final List<Data> data = new ArrayList<>();
    final List<Place> rack = new ArrayList<>();
    final List<FamilyYear> years = new ArrayList<>();
    final List<Assumption> assumptions = new ArrayList<>();
    final List<String> notSimulated = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    final List<Drilling> drilling = new ArrayList<>();
    final List<Combination> combinations = new ArrayList<>();
    final List<Improvement> improvements = new ArrayList<>();
    final List<Coverage> coverage = new ArrayList<>();
    Toil toil = new Toil(0.1, 4, 0.5, 2);

    @Nullable
    Double upsMinutes = 31.0;

    String currency = "AUD";
    double horizonYears = 5;

    SampleLab(String name, String title) {
        this.name = name;
        this.title = title;
    }

    SampleService service(String service, String kind, String place, double slo, double mean, double low, double high) {
        SampleService made =
                new SampleService(service, kind, place, slo, new Estimate(mean, low, high, 0.9, (high - low) / 40));
        services.add(made);
        return made;
    }

    Results results() {
        List<UpsLoad> ups =
                upsMinutes == null ? List.of() : List.of(new UpsLoad("ups1", "home", 412, 1800, upsMinutes, 1.9));
        return new Results(
                Results.FORMAT,
                "0.1.0",
                name,
                title,
                "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                1,
                horizonYears,
                40_000,
                200,
                new Precision(0.05, 0.0479),
                "Down means: a person who wants the service cannot use it. Planned work counts.",
                false,
                services.stream().map(SampleService::service).toList(),
                new Mean(0.42),
                toil,
                data,
                new Power(412, 1.87, 10, upsMinutes, 3609, new CostPerYear(1155, currency), ups, consumers()),
                rack,
                years,
                assumptions,
                notSimulated,
                warnings,
                drilling,
                combinations,
                improvements,
                coverage,
                variant);
    }

    /** It stands for the lab that was named. */
    SampleLab variant(String sentence) {
        variant = sentence;
        return this;
    }

    private static List<Consumer> consumers() {
        return List.of(
                new Consumer("node1", "home", 190),
                new Consumer("node2", "home", 92),
                new Consumer("ups1 (its own loss)", "home", 41),
                new Consumer("udm", "home", 38),
                new Consumer("sw1", "home", 28),
                new Consumer("ap1", "home", 11),
                new Consumer("nbn box", "home", 12));
    }

    /** One service in the making. */
    static final class SampleService {
        private final String name;
        private final String kind;
        private final String place;
        private final double slo;
        private final Estimate availability;
        private final List<Cause> causes = new ArrayList<>();
        private List<Seen> audiences = List.of();
        private @Nullable Exact exact;
        private List<YearOf> years = List.of();

        SampleService(String name, String kind, String place, double slo, Estimate availability) {
            this.name = name;
            this.kind = kind;
            this.place = place;
            this.slo = slo;
            this.availability = availability;
        }

        SampleService cause(String component, String causeKind, String label, double share, boolean measured) {
            double hours = (1 - availability.mean()) * 8760 * share;
            Gain gain = measured ? new Gain(hours * 0.9, hours * 0.5, hours * 1.3) : null;
            causes.add(new Cause(component, causeKind, label, hours, share, gain));
            return this;
        }

        SampleService exactly(String agreement, String says) {
            exact = new Exact(
                    "Markov chain of 4 states, solved without subtraction", 4, 1e-3, 9.7, null, agreement, says);
            return this;
        }

        SampleService seenByAll() {
            audiences = SampleAdvice.audiences(availability.mean());
            return this;
        }

        /** Gets worse from year to year. */
        SampleService ageing(int horizon) {
            years = SampleAdvice.rising((1 - availability.mean()) * 8760, horizon);
            return this;
        }

        /** Stays as it is. */
        SampleService ageless(int horizon) {
            years = SampleAdvice.flat((1 - availability.mean()) * 8760, horizon);
            return this;
        }

        Service service() {
            double mean = (1 - availability.mean()) * 8760;
            List<Double> quantiles = SampleYears.quantiles(mean);
            double allowed = (1 - slo) * 8760;
            double kept = quantiles.stream().filter(q -> q <= allowed).count() / (double) quantiles.size();
            return new Service(
                    name,
                    kind,
                    place,
                    slo,
                    availability,
                    new Mean(Math.min(1, availability.mean() + 1e-4)),
                    new Mean(Math.min(1, availability.mean() + 2e-4)),
                    new Spread(mean, quantiles.get(50), quantiles.get(95), quantiles.get(99)),
                    quantiles,
                    new Mean(9.7),
                    new Quantiles(3.1, 140),
                    0.97,
                    new Estimate(kept, Math.max(0, kept - 0.2), Math.min(1, kept + 0.1), 0.9, 0.004),
                    causes,
                    null,
                    "lognormal repairs",
                    kind.equals("vm") ? new Failover(0.8, new Tail(7.5, 15)) : null,
                    audiences,
                    years,
                    exact);
        }
    }
}
