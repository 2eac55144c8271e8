package org.rackdrill.chaos.importing.nut;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.importing.draft.Draft;
import org.rackdrill.chaos.importing.draft.Imported;
import org.rackdrill.chaos.importing.draft.Part;
import org.rackdrill.chaos.importing.draft.Remark;
import org.rackdrill.chaos.importing.draft.Remark.Kind;
import org.rackdrill.chaos.importing.draft.Unusable;
import org.rackdrill.chaos.importing.nut.Spells.Spell;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Ups;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.yaml.Place;

/** A sequence of NUT's dummy-ups, in which a UPS loses its mains, its charge or its voice, as a drill. */
public final class NutSequence {

    /** Probes do not look at every moment, so that what ends is seen a little later. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final int MOST_STEPS = 200;

    private final String file;
    private final Target.Ups ups;
    private final String site;
    private final Sequence sequence;
    private final List<Part<Step>> steps = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    private NutSequence(String file, Ups ups, Sequence sequence) {
        this.file = file;
        this.ups = new Target.Ups(ups.name());
        this.site = ups.site();
        this.sequence = sequence;
    }

    /**
     * Imports a file.
     *
     * @param file as problems should call it; its ending decides whether it loops
     * @param labName as the drill should name the lab
     * @param upsName which UPS behaves like this; none: the only one
     * @throws Unusable when it is no sequence
     * @throws BadText when the lab has no such UPS, or several to choose from
     */
    public static Imported read(String file, byte[] bytes, Lab lab, String labName, Optional<String> upsName) {
        Ups ups = ups(lab, upsName);
        NutSequence sequence = new NutSequence(file, ups, SequenceReader.read(file, bytes));
        return Imported.of(sequence.draft(labName), Optional.of(lab));
    }

    private static Ups ups(Lab lab, Optional<String> name) {
        List<String> names = lab.ups().stream().map(Ups::name).toList();
        if (names.isEmpty()) {
            throw new BadText("the lab has no UPS", "Give a lab that has one.");
        }
        if (name.isEmpty() && names.size() > 1) {
            throw new BadText("the lab has several UPSs", "Choose one with --ups: " + String.join(", ", names) + ".");
        }
        return lab.ups().stream()
                .filter(it -> it.name().equals(name.orElse(names.get(0))))
                .findFirst()
                .orElseThrow(() -> new BadText(
                        "the lab has no UPS `" + Meant.shortened(name.orElse("")) + "`",
                        "There is " + String.join(", ", names) + "."));
    }

    private Draft draft(String labName) {
        Spells spells = new Spells(file, sequence);
        limit(spells);
        spells.outages().forEach(this::outage);
        spells.silences()
                .forEach(it -> step(
                        "silent",
                        new Act.Break<>(new Fault.UpsCommunicationLost(), new Aim.Named<>(ups), it.lasts()),
                        it));
        steps.sort(Comparator.comparing((Part<Step> part) -> at(part)).thenComparing(Part::line));
        general(spells);
        remarks.addAll(spells.remarks());
        remarks.addAll(new Readings(sequence).remarks());
        List<Spell> all = Stream.concat(spells.outages().stream(), spells.silences().stream())
                .toList();
        String name = file.substring(file.lastIndexOf('/') + 1);
        return new Draft(
                name + ", a sequence of NUT's dummy-ups",
                "The UPS of " + shortened(name),
                labName,
                "What happens when " + ups.name() + " does what " + shortened(name) + " says",
                sequence.total(),
                steps.isEmpty() ? List.of() : List.of(Part.sure(steady(all), 1, Spells.STATUS)),
                steps,
                expected(),
                remarks);
    }

    private void limit(Spells spells) {
        List<Spell> all = Stream.concat(spells.outages().stream(), spells.silences().stream())
                .sorted(Comparator.comparing(Spell::line))
                .toList();
        if (all.size() > MOST_STEPS) {
            throw new Unusable(
                    file,
                    new Place(all.get(MOST_STEPS).line(), 1),
                    "the UPS is on battery or silent " + all.size() + " times; up to " + MOST_STEPS + " are read",
                    "Leave out what only repeats.");
        }
    }

    private void outage(Spell outage) {
        double charge = outage.charge().orElse(100);
        if (charge < 100) {
            step(
                    "battery",
                    new Act.Break<>(
                            new Fault.UpsBatteryFault(new Share(charge / 100)), new Aim.Named<>(ups), outage.lasts()),
                    outage);
            note(
                    outage.line(),
                    Spells.CHARGE,
                    "the battery holds " + charge
                            + "% when the outage begins; the UPS of the drill does not say so, unlike" + " here");
        }
        step(
                "outage",
                new Act.Break<>(new Fault.MainsOutage(), new Aim.Named<>(new Target.Mains(site)), outage.lasts()),
                outage);
    }

    private void step(String word, Act act, Spell spell) {
        long same = steps.stream()
                .filter(it -> it.value().name().matches(word + "(-\\d+)?"))
                .count();
        String name = same == 0 ? word : word + "-" + (same + 1);
        String path = word.equals("battery") ? Spells.CHARGE : Spells.STATUS;
        steps.add(Part.sure(new Step(name, new When.At(spell.at()), act, 0), spell.line(), path));
    }

    private static Duration at(Part<Step> part) {
        return ((When.At) part.value().when()).time();
    }

    private void general(Spells spells) {
        if (!spells.outages().isEmpty()) {
            note(
                    spells.outages().get(0).line(),
                    Spells.STATUS,
                    "OB: the mains are off at " + site + ", for everything there and not only for " + ups.name());
        }
        if (steps.isEmpty()) {
            remarks.add(new Remark(
                    Kind.LEFT_OUT,
                    1,
                    Spells.STATUS,
                    "the UPS neither runs on its battery nor falls silent: nothing happens"));
        }
        if (sequence.loops()) {
            note(
                    1,
                    "",
                    "the driver starts this file again and again, unless its name ends in .dev; the drill runs it once");
        }
    }

    /** The UPS is on mains but for the times that the file says. */
    private Steady steady(List<Spell> all) {
        Duration tolerated = Duration.ZERO;
        for (Spell spell : all) {
            if (spell.lasts().isEmpty()) {
                return new Steady(new Probe.OnMains(ups), Optional.empty());
            }
            tolerated = tolerated.plus(spell.lasts().get()).plus(SLACK);
        }
        return new Steady(new Probe.OnMains(ups), Optional.of(tolerated));
    }

    /** The last thing that ends is over when the file says so. */
    private List<Part<Expectation>> expected() {
        return steps.stream()
                .filter(it -> it.path().equals(Spells.STATUS))
                .filter(it -> it.value().act() instanceof Act.Break<?> fault
                        && fault.lasts().isPresent())
                .reduce((first, second) -> second)
                .map(it -> {
                    Duration lasts = ((Act.Break<?>) it.value().act()).lasts().orElseThrow();
                    Expectation back = new Expectation.Eventually(
                            new Probe.OnMains(ups),
                            lasts.plus(SLACK),
                            Optional.of(it.value().name()));
                    return List.of(Part.sure(back, it.line(), Spells.STATUS));
                })
                .orElse(List.of());
    }

    private void note(int line, String path, String sentence) {
        remarks.add(new Remark(Kind.NOTED, line, path, sentence));
    }

    private static String shortened(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "..." : name;
    }
}
