package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.rackdrill.simulator.compiled.CauseKind;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.CopyPlan;
import org.rackdrill.simulator.compiled.DataPlan;
import org.rackdrill.simulator.compiled.DataRiskPlan.AttackPlan;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.compiled.PoolPlan;
import org.rackdrill.simulator.compiled.SurgePlan;
import org.rackdrill.simulator.exact.Chain;

/**
 * The chance of losing a dataset with all its copies, which is too rare to wait for. Two small Markov chains for each
 * set of parameters: disks within a pool, and places (the primary and each copy) within the lab, with the site of each
 * place as their common fate. Repairs count by their mean. What people do comes on top, by conditional expectation.
 */
final class Durability {

    /** Above this a chain over all subsets of places would be large; no lab has so many copies of one dataset. */
    private static final int MOST_COPIES = 7;

    private static final String DISKS = "disks";
    private static final String DELETED = "deleted by mistake";
    private static final String LOST_KEY = "lost key";

    private final CompiledLab lab;
    private final Usable usable;
    private final Replacing replacing;
    private final PoolRisk risk;
    private final CephRisk ceph;
    private final HarmRates harm;
    private final SurgeLosses surges;

    /** The number of each dataset. */
    private final Map<DataPlan, Integer> numbers = new IdentityHashMap<>();

    /** Fires and floods: looked for once, since a large lab has many modes and few of these. */
    private final List<Mode> disasters;

    private final List<String> hazards = new ArrayList<>();
    private final List<String> causes = new ArrayList<>();

    /** A copy that exists may be of no use when it is needed. */
    interface Usable {

        /** Returns the chance that a copy can be restored from, by its number. */
        double chance(int copy, double[] factors);
    }

    Durability(CompiledLab lab) {
        this(lab, (copy, factors) -> 1);
    }

    Durability(CompiledLab lab, Usable usable) {
        this(lab, usable, new PoolRisk(lab));
    }

    /** Shares what is known of the lab's pools with another one. */
    Durability(CompiledLab lab, Usable usable, PoolRisk risk) {
        this.lab = lab;
        this.usable = usable;
        this.risk = risk;
        replacing = new Replacing(lab);
        ceph = new CephRisk(lab, risk);
        harm = new HarmRates(lab, usable, replacing);
        surges = new SurgeLosses(lab);
        for (DataPlan data : lab.data()) {
            numbers.put(data, numbers.size());
        }
        disasters = Arrays.stream(lab.modes())
                .filter(mode -> mode.owner() == Mode.Owner.DISASTER)
                .toList();
        for (Mode mode : disasters) {
            if (!hazards.contains(hazard(mode))) {
                hazards.add(hazard(mode));
            }
        }
        for (SurgePlan surge : lab.power().surges()) {
            String name = hazard(lab.modes()[surge.mode()]);
            if (!hazards.contains(name)) {
                hazards.add(name);
            }
        }
        causes.add(DISKS);
        causes.addAll(hazards);
        causes.add(DELETED);
        for (AttackPlan attack : lab.dataRisks().attacks()) {
            causes.add(attack.name());
        }
        causes.add(LOST_KEY);
    }

    private String hazard(Mode mode) {
        return lab.causes().get(mode.cause()).component();
    }

    /**
     * Rates of one dataset, an hour.
     *
     * @param by loss by each cause, in the order of {@link #causes}
     * @param unread blocks that nobody can read and only a copy can heal
     * @param wrong files into which memory without ECC wrote wrong data, and which nothing brings back
     */
    record Rates(double[] by, double unread, double wrong) {

        /** Loss by whatever the model knows. */
        double all() {
            return Arrays.stream(by).sum();
        }

        /** Loss by disks alone. */
        double disksOnly() {
            return by.length == 0 ? 0 : by[0];
        }

        double damaged() {
            return unread + wrong;
        }
    }

    /** Returns whether one year differs from another. */
    boolean ages() {
        return risk.ages();
    }

    /** Returns what data die of, in words. */
    List<String> causes() {
        return List.copyOf(causes);
    }

    /** Returns the rates of the next year. */
    Rates rates(DataPlan data, double[] factors) {
        return rates(data, factors, 1)[0];
    }

    /** Returns the rates of each of some years, the next one first. */
    Rates[] rates(DataPlan data, double[] factors, int years) {
        int dataset = numberOf(data);
        double[] people = people(data, dataset, factors);
        double wrong = harm.wrongData(dataset, factors);
        List<Shock> shocks =
                Shock.all(lab, disasters, surges, places(data), mode -> hazards.indexOf(hazard(mode)), factors);
        Rates[] rates = new Rates[years];
        for (int year = 0; year < years; year++) {
            if (year > 0 && !ages()) {
                rates[year] = rates[0];
                continue;
            }
            double[] by = people.clone();
            places(data, factors, year, shocks, by);
            double unread = data.pool() < 0 ? 0 : damaged(lab.pools()[data.pool()], factors, year);
            rates[year] = new Rates(by, unread, wrong);
        }
        return rates;
    }

    /** What people do is the same in every year. */
    private double[] people(DataPlan data, int dataset, double[] factors) {
        double[] by = new double[causes.size()];
        int next = 1 + hazards.size();
        by[next++] = harm.deletions(dataset, factors);
        for (AttackPlan attack : lab.dataRisks().attacks()) {
            by[next++] = harm.attacks(attack, dataset, factors);
        }
        by[next] += keyOnBootDisk(data, factors);
        return by;
    }

    private List<Shock.Place> places(DataPlan data) {
        List<Shock.Place> places = new ArrayList<>();
        places.add(new Shock.Place(data.pool(), data.site(), false));
        for (int i = 0; i < Math.min(MOST_COPIES, data.copies().length); i++) {
            CopyPlan copy = lab.copies()[data.copies()[i]];
            places.add(new Shock.Place(copy.pool(), copy.site(), copy.keeping().keyWithPrimary()));
        }
        return places;
    }

    private double damaged(PoolPlan pool, double[] factors, int year) {
        return risk.damaged(pool, factors, year, replacing.hours(pool, factors));
    }

    private int numberOf(DataPlan data) {
        return Objects.requireNonNull(numbers.get(data));
    }

    /**
     * Where the data lie.
     *
     * @param place its number, the primary being 0
     * @param loss by disks, an hour
     * @param back hours until it holds them again
     * @param keyed whether it is of no use without the key that stands beside the primary
     * @param usable the chance that it can be restored from
     */
    private record Holder(int place, double loss, double back, boolean keyed, double usable) {}

    /** Adds what disks, disasters and lost keys do, over every subset of copies that can be restored from. */
    private void places(DataPlan data, double[] factors, int year, List<Shock> shocks, double[] by) {
        List<Holder> copies = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_COPIES, data.copies().length); i++) {
            CopyPlan copy = lab.copies()[data.copies()[i]].under(factors);
            boolean keyed = copy.keeping().keyWithPrimary();
            double chance = usable.chance(data.copies()[i], factors);
            copies.add(holder(1 + i, copy.pool(), copy.site(), copy.seedHours(), keyed, chance, factors, year));
        }
        double refill = data.copies().length == 0
                ? 0
                : lab.copies()[data.copies()[0]].under(factors).restoreHours();
        int onCeph = lab.storageNetwork().cephOfData()[numberOf(data)];
        Holder primary = onCeph >= 0
                ? onCeph(onCeph, data, refill, factors, year)
                : holder(0, data.pool(), data.site(), refill, false, 1, factors, year);
        for (int subset = 0; subset < 1 << copies.size(); subset++) {
            double weight = 1;
            List<Holder> holders = new ArrayList<>(List.of(primary));
            for (int i = 0; i < copies.size(); i++) {
                boolean in = (subset & (1 << i)) != 0;
                weight *= in ? copies.get(i).usable() : 1 - copies.get(i).usable();
                if (in) {
                    holders.add(copies.get(i));
                }
            }
            if (weight > 0) {
                add(holders, shocks, weight, by);
            }
        }
    }

    private Holder onCeph(int number, DataPlan data, double refill, double[] factors, int year) {
        double loss = ceph.lossPerHour(lab.storageNetwork().ceph()[number], factors, year, replacing);
        double burnt = disasterRate(data.site(), factors);
        double rate = loss + burnt;
        double back = rate == 0 ? refill : (loss * refill + burnt * disasterHours(data.site(), factors)) / rate;
        return new Holder(0, loss, back, false, 1);
    }

    private Holder holder(
            int place, int pool, int site, double refill, boolean keyed, double chance, double[] factors, int year) {
        double burnt = disasterRate(site, factors);
        double rebuilt = disasterHours(site, factors);
        if (pool < 0) {
            return new Holder(place, 0, rebuilt, keyed, chance);
        }
        PoolPlan plan = lab.pools()[pool];
        double replaced = replacing.hours(plan, factors);
        double loss = risk.loss(plan, factors, year, replaced);
        double rate = loss + burnt;
        double refilled = replaced + refill;
        double back = rate == 0 ? refilled : (loss * refilled + burnt * rebuilt) / rate;
        return new Holder(place, loss, back, keyed, chance);
    }

    /** Shares what hazards add to disks among them, in proportion to what each adds alone. */
    private void add(List<Holder> holders, List<Shock> shocks, double weight, double[] by) {
        double none = allLost(holders, List.of(), Shock::takes);
        double every = allLost(holders, shocks, Shock::takes);
        double[] alone = new double[hazards.size()];
        double sum = 0;
        for (int h = 0; h < alone.length; h++) {
            int number = h;
            List<Shock> own =
                    shocks.stream().filter(it -> it.hazard() == number).toList();
            alone[h] = alone.length == 1 ? 1 : Math.max(0, allLost(holders, own, Shock::takes) - none);
            sum += alone[h];
        }
        by[0] += weight * none;
        for (int h = 0; h < alone.length; h++) {
            by[1 + h] += sum == 0 ? 0 : weight * Math.max(0, every - none) * alone[h] / sum;
        }
        if (holders.stream().anyMatch(Holder::keyed)) {
            double keyless = allLost(holders, shocks, Shock::takesOrLocks);
            by[by.length - 1] += weight * Math.max(0, keyless - every);
        }
    }

    /** The chain over which places still hold the data; state 0 is all of them, the last is none. */
    private static double allLost(List<Holder> holders, List<Shock> shocks, Function<Shock, double[]> chances) {
        int none = (1 << holders.size()) - 1;
        Chain chain = new Chain(none + 1);
        double[] taken = new double[none + 1];
        for (Shock shock : shocks) {
            for (int places = 1; places <= none; places++) {
                taken[places] += shock.perHour() * takesJust(places, holders, chances.apply(shock));
            }
        }
        for (int lost = 0; lost < none; lost++) {
            for (int i = 0; i < holders.size(); i++) {
                int bit = 1 << i;
                double back = holders.get(i).back();
                if ((lost & bit) == 0) {
                    chain.rate(lost, lost | bit, holders.get(i).loss());
                } else {
                    chain.rate(lost, lost & ~bit, back > 0 ? 1 / back : 1e6);
                }
            }
            for (int places = 1; places <= none; places++) {
                chain.rate(lost, lost | places, taken[places]);
            }
        }
        return chain.absorptionRate();
    }

    /** Returns the chance that some places are taken and no other. */
    private static double takesJust(int places, List<Holder> holders, double[] chances) {
        double chance = 1;
        for (int i = 0; i < holders.size(); i++) {
            double taken = chances[holders.get(i).place()];
            chance *= (places & (1 << i)) == 0 ? 1 - taken : taken;
        }
        return chance;
    }

    /** Returns how often an hour a site is destroyed. */
    private double disasterRate(int site, double[] factors) {
        double rate = 0;
        for (Mode mode : disasters) {
            rate += mode.subject() == site ? 1 / lab.lives().mean(mode.fails(), factors) : 0;
        }
        return rate;
    }

    private double disasterHours(int site, double[] factors) {
        double hours = 0;
        for (Mode mode : disasters) {
            if (mode.subject() == site) {
                hours = Math.max(hours, lab.lives().mean(mode.repair().lasts(), factors));
            }
        }
        return hours;
    }

    /** The boot disk takes the only key to the primary and to copies without another along. */
    private double keyOnBootDisk(DataPlan data, double[] factors) {
        if (data.keyNode() < 0) {
            return 0;
        }
        double unreadable = 1;
        for (int copy : data.copies()) {
            boolean keyed = lab.copies()[copy].keeping().keyWithPrimary();
            unreadable *= keyed ? 1 : 1 - usable.chance(copy, factors);
        }
        double rate = 0;
        for (Mode mode : lab.modes()) {
            boolean bootDisk = mode.owner() == Mode.Owner.MACHINE
                    && mode.subject() == lab.nodes()[data.keyNode()].machine()
                    && lab.causes().get(mode.cause()).kind() == CauseKind.BOOT_DISK;
            rate += bootDisk ? 1 / lab.lives().mean(mode.fails(), factors) : 0;
        }
        return rate * unreadable;
    }
}
