package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;
import org.rackdrill.simulator.compiled.Structure.Watch;

/** Compiles the mains of each site, and makes room for the outputs of UPS. */
final class PowerSection {

    final int[] mains;
    final int[] standing;
    private final Draft draft;

    /** The point that each UPS sets. */
    final int[] outputs;

    /** What a power cut at each site is blamed on. */
    final int[] cuts;

    /** The point that each site's circuit breaker sets, or -1. */
    final int[] breakers;

    PowerSection(Draft draft) {
        this.draft = draft;
        List<Site> sites = draft.lab.sites();
        mains = new int[sites.size()];
        standing = new int[sites.size()];
        cuts = new int[sites.size()];
        breakers = new int[sites.size()];
        for (int i = 0; i < sites.size(); i++) {
            mains(i, sites.get(i));
        }
        outputs = new int[draft.lab.ups().size()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = draft.structure.leaf();
            draft.points.put(draft.lab.ups().get(i).name(), outputs[i]);
        }
    }

    private void mains(int number, Site site) {
        int grid = draft.structure.leaf();
        standing[number] = draft.structure.leaf();
        boolean guarded = site.breaker().isPresent() && draft.has(Behaviour.BREAKER);
        breakers[number] = guarded ? draft.structure.leaf() : -1;
        mains[number] = guarded
                ? draft.structure.all(grid, standing[number], breakers[number])
                : draft.structure.all(grid, standing[number]);
        draft.structure.watch(mains[number], Watch.MAINS, number);
        gridPoints.add(grid);
        draft.points.put(site.name(), mains[number]);
        if (!draft.hasMachines()) {
            return;
        }
        Part part = site.mains();
        String of = draft.lab.sites().size() > 1 ? " at " + site.name() : "";
        cuts[number] = outage(
                number,
                site,
                part,
                Behaviour.MAINS_OUTAGES,
                Trait.FAILS,
                Trait.LASTS,
                CauseKind.OUTAGE,
                "power cuts" + of);
        outage(number, site, part, Behaviour.MAINS_DIPS, Trait.DIPS, Trait.DIP_LASTS, CauseKind.DIP, "power dips" + of);
    }

    /** The leaf of each site's grid, which the mains process sets. */
    final List<Integer> gridPoints = new ArrayList<>();

    /** Returns what the outages are blamed on. */
    private int outage(
            int number,
            Site site,
            Part part,
            Behaviour behaviour,
            Trait<org.rackdrill.model.life.Life> every,
            Trait<org.rackdrill.model.life.Life> lasts,
            CauseKind kind,
            String label) {
        String name = "mains " + site.name();
        int cause = draft.cause(name, kind, label, 'P');
        draft.mode(new Mode(
                Owner.MAINS,
                number,
                cause,
                draft.stream(name + " " + kind.word()),
                draft.life(behaviour, name, part, every),
                Repair.byItself(draft.life(name, part, lasts))));
        return cause;
    }
}
