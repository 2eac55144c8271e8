package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.DataPlan;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.history.Account;
import org.rackdrill.simulator.statistics.LogHistogram;

/** What is said about each dataset. */
final class DataAnswer {

    private static final double MINUTES = 60;

    /** A disk with 15,000 turns a minute does about 170 random operations a second. */
    private static final double FASTEST_HARD_DISK_IOPS = 500;

    private static final String METHOD = "chain of places and disks, for each set of parameters";

    /** A dataset counts as copied when three copies exist, the primary included. */
    private static final int RULE_COPIES = 3;

    /** How most data die, and what the chains do not know yet. */
    private static final List<String> LEFT_OUT = List.of("mistakes of people", "ransomware", "theft");

    private final Lab lab;
    private final CompiledLab compiled;
    private final Account account;
    private final double[][] factors;

    DataAnswer(Lab lab, CompiledLab compiled, Account account, double[][] factors) {
        this.lab = lab;
        this.compiled = compiled;
        this.account = account;
        this.factors = factors;
    }

    List<Results.Data> data() {
        List<Results.Data> all = new ArrayList<>();
        for (int i = 0; i < compiled.data().length; i++) {
            all.add(dataset(i));
        }
        return all;
    }

    private Results.Data dataset(int number) {
        DataPlan plan = compiled.data()[number];
        Service.Data described = lab.service(plan.name()).flatMap(Service::data).orElseThrow();
        List<Copy> copies = lab.copies().stream()
                .filter(copy -> copy.service().equals(plan.name()))
                .toList();
        Durability durability = new Durability(compiled);
        Durability.Rates[] rates =
                Arrays.stream(factors).map(draw -> durability.rates(plan, draw)).toArray(Durability.Rates[]::new);
        double all = mean(rates, 1, Durability.Rates::all);
        double disks = mean(rates, 1, Durability.Rates::disksOnly);
        String primarySite = site(described.at());
        long media = Stream.concat(
                        Stream.of(medium(described.at())), copies.stream().map(Copy::media))
                .distinct()
                .count();
        long sites = Stream.concat(Stream.of(primarySite), copies.stream().map(copy -> site(copy.to())))
                .distinct()
                .count();
        boolean three = copies.size() + 1 >= RULE_COPIES && sites >= 2;
        return new Results.Data(
                plan.name(),
                plan.sizeBytes(),
                described.at().toString(),
                loss(rates, 1, Durability.Rates::all, disks),
                loss(rates, 10, Durability.Rates::all, mean(rates, 10, Durability.Rates::disksOnly)),
                loss(rates, 1, Durability.Rates::damaged, mean(rates, 1, Durability.Rates::damaged)),
                copies.isEmpty() ? null : age(account.copyAge(number)),
                copies.isEmpty()
                        ? null
                        : new Results.Mid(account.restoreHours(number).quantile(0.5)),
                copies.size() + 1,
                (int) media,
                (int) sites,
                new Results.Rule321(three, three && media >= 2),
                causes(all, disks),
                LEFT_OUT,
                places(number, described.at(), copies),
                List.of(),
                null);
    }

    /** What a pool's disks are, told by their speed. */
    private String medium(PoolRef at) {
        double iops = lab.node(at.node())
                .flatMap(node -> node.pool(at.pool()))
                .map(pool ->
                        pool.disks().get(0).traits().value(Trait.RANDOM_IOPS).perSecond())
                .orElse(0.0);
        return iops > FASTEST_HARD_DISK_IOPS ? "ssd" : "hdd";
    }

    private static List<Results.LossCause> causes(double all, double disks) {
        if (all <= 0) {
            return List.of();
        }
        double share = Math.min(1, disks / all);
        List<Results.LossCause> causes = new ArrayList<>();
        causes.add(new Results.LossCause("disks", share));
        if (share < 1) {
            causes.add(new Results.LossCause("fire and other disasters", 1 - share));
        }
        return causes;
    }

    private static Results.Tail age(LogHistogram hours) {
        return new Results.Tail(hours.quantile(0.5) * MINUTES, hours.quantile(0.99) * MINUTES);
    }

    /** Which rate of several. */
    private interface Which {
        double of(Durability.Rates rates);
    }

    private static double mean(Durability.Rates[] rates, double years, Which which) {
        return Arrays.stream(rates)
                .mapToDouble(rate -> chance(which.of(rate), years))
                .average()
                .orElse(0);
    }

    private static double chance(double perHour, double years) {
        return -Math.expm1(-perHour * Hours.PER_YEAR * years);
    }

    private static Results.Loss loss(Durability.Rates[] rates, double years, Which which, double disksOnly) {
        double[] sorted = Arrays.stream(rates)
                .mapToDouble(rate -> chance(which.of(rate), years))
                .sorted()
                .toArray();
        return new Results.Loss(
                mean(rates, years, which),
                sorted[(int) (0.05 * (sorted.length - 1))],
                sorted[(int) Math.ceil(0.95 * (sorted.length - 1))],
                disksOnly,
                METHOD);
    }

    private List<Results.CopyPlace> places(int number, PoolRef primary, List<Copy> copies) {
        List<Results.CopyPlace> places = new ArrayList<>();
        places.add(new Results.CopyPlace(primary.toString(), site(primary), "primary", medium(primary), 0));
        for (int i = 0; i < copies.size(); i++) {
            Copy copy = copies.get(i);
            double age = i < compiled.data()[number].copies().length
                    ? compiled.copies()[compiled.data()[number].copies()[i]].everyHours() / 2
                            + compiled.copies()[compiled.data()[number].copies()[i]].transferHours()
                    : 0;
            places.add(new Results.CopyPlace(
                    copy.to().toString(), site(copy.to()), copy.by(), copy.media(), age * MINUTES));
        }
        return places;
    }

    private String site(PoolRef at) {
        return lab.node(at.node())
                .map(Node::site)
                .orElseGet(() -> lab.sites().get(0).name());
    }
}
