package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Region;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;
import org.rackdrill.simulator.compiled.StormPlan.Place;

/** Compiles the storms and heatwaves of regions, which hit the sites of a region in the same way. */
final class StormSection {

    private final Draft draft;
    private final List<StormPlan> plans = new ArrayList<>();

    private StormSection(Draft draft) {
        this.draft = draft;
    }

    static StormPlan[] compile(Draft draft) {
        StormSection section = new StormSection(draft);
        if (draft.hasMachines()) {
            draft.lab.regions().forEach(section::region);
        }
        return section.plans.toArray(StormPlan[]::new);
    }

    private void region(Region region) {
        if (draft.has(Behaviour.STORMS)) {
            region.storms().ifPresent(storms -> add(region, storms, CauseKind.STORM, "storm"));
        }
        if (draft.has(Behaviour.HEATWAVES)) {
            region.heatwaves().ifPresent(heatwaves -> add(region, heatwaves, CauseKind.HEATWAVE, "heatwave"));
        }
    }

    private void add(Region region, Part storms, CauseKind kind, String word) {
        String name = word + "s in " + region.name();
        int mode = draft.mode(new Mode(
                Owner.STORM,
                plans.size(),
                draft.cause(name, kind, name, 'P'),
                draft.stream(name),
                draft.life(name, storms, Trait.EVERY),
                Repair.byItself(Lifetimes.AT_ONCE)));
        plans.add(new StormPlan(
                mode,
                draft.lab.sites().stream()
                        .filter(site ->
                                site.region().filter(region.name()::equals).isPresent())
                        .map(site -> place(site, word))
                        .toArray(Place[]::new),
                draft.chance(name, storms, Trait.CUTS_MAINS),
                draft.life(name, storms, Trait.LASTS),
                draft.chance(name, storms, Trait.CUTS_WAN),
                draft.life(name, storms, Trait.WAN_LASTS)));
    }

    private Place place(Site site, String word) {
        List<Link.Wan> wans = wans(draft);
        int[] here = IntStream.range(0, wans.size())
                .filter(i -> wans.get(i).site().equals(site.name()))
                .toArray();
        return new Place(
                draft.site(site.name()),
                draft.stream(word + " at " + site.name()),
                here,
                IntStream.of(here)
                        .map(i -> draft.stream(word + " at " + wans.get(i).name()))
                        .toArray());
    }

    /** Returns the internet accesses in the order of their numbers. */
    static List<Link.Wan> wans(Draft draft) {
        return draft.lab.network().stream()
                .filter(Link.Wan.class::isInstance)
                .map(Link.Wan.class::cast)
                .toList();
    }
}
