package org.rackdrill.simulator.study;

import java.util.ArrayList;
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

    /** A dataset counts as copied when three copies exist, the primary included. */
    private static final int RULE_COPIES = 3;

    private final Lab lab;
    private final CompiledLab compiled;
    private final Account account;
    private final double[][] factors;
    private final Crew crew;
    private final Durability durability;
    private final RareLosses rareLosses;

    DataAnswer(Question question, CompiledLab compiled, Account account, double[][] factors, Crew crew) {
        this.lab = question.lab();
        this.compiled = compiled;
        this.account = account;
        this.factors = factors;
        this.crew = crew;
        Restorable restorable = new Restorable(compiled);
        durability = new Durability(compiled, restorable);
        rareLosses = new RareLosses(question, compiled, durability, restorable, crew);
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
        int years = Math.max(1, (int) Math.ceil(account.horizon() / Hours.PER_YEAR));
        LossAnswer losses = new LossAnswer(durability, plan, factors, years, crew);
        String primarySite = site(described.at());
        long media = Stream.concat(
                        Stream.of(medium(described.at())), copies.stream().map(Copy::media))
                .distinct()
                .count();
        long sites = Stream.concat(Stream.of(primarySite), copies.stream().map(copy -> site(copy.to())))
                .distinct()
                .count();
        boolean three = satisfies(primarySite, copies);
        return new Results.Data(
                plan.name(),
                plan.sizeBytes(),
                described.at().toString(),
                losses.loss(1),
                losses.loss(10),
                losses.damaged(),
                copies.isEmpty() ? null : age(account.copyAge(number)),
                copies.isEmpty()
                        ? null
                        : new Results.Mid(account.restoreHours(number).quantile(0.5)),
                copies.size() + 1,
                (int) media,
                (int) sites,
                new Results.Rule321(three, three && media >= 2),
                losses.causes(),
                leftOut(),
                places(number, described.at(), copies),
                losses.byYear(years),
                null,
                rareLosses.byDisksAlone(plan));
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

    /** Three copies of which one stands elsewhere; one whose only key stands beside the primary is none. */
    private boolean satisfies(String primarySite, List<Copy> copies) {
        List<Copy> readable = copies.stream()
                .filter(copy -> copy.key().filter(Copy.Key.NOWHERE_ELSE::equals).isEmpty())
                .toList();
        return readable.size() + 1 >= RULE_COPIES
                && readable.stream().anyMatch(copy -> !site(copy.to()).equals(primarySite));
    }

    /** What kills data as well and the lab file leaves out. */
    private List<String> leftOut() {
        List<String> out = new ArrayList<>();
        if (!lab.operations().mistakes().containsKey("delete-dataset")) {
            out.add("mistakes of people");
        }
        if (lab.hazards().stream().allMatch(hazard -> hazard.reaches().isEmpty())) {
            out.add("ransomware");
        }
        if (lab.hazards().stream().noneMatch(hazard -> hazard.name().equals("theft"))) {
            out.add("theft");
        }
        return out;
    }

    private static Results.Tail age(LogHistogram hours) {
        return new Results.Tail(hours.quantile(0.5) * MINUTES, hours.quantile(0.99) * MINUTES);
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
