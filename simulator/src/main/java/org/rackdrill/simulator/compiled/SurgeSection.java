package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Hazard;
import org.rackdrill.model.lab.Line;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.lab.Topology;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.lab.Ups;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;
import org.rackdrill.simulator.compiled.SurgePlan.Kind;
import org.rackdrill.simulator.compiled.SurgePlan.Victim;

/** Compiles surges: what each reaches, by the mains and by copper, and what stands in its way. */
final class SurgeSection {

    private static final String MAINS = "mains";
    private static final String COPPER = "copper";

    /** Disks that die with the node around them. Our estimate. */
    private static final Setting<Share> TAKES_DISKS = new Setting<>(
            new Share(0.1),
            "10%",
            new Setting.Range(0.3, 3),
            new Origin(Origin.Kind.DEFAULT, "default", "our estimate of disks that die with their node", false));

    /** Until a provider has brought a new box for the wall. Our estimate. */
    private static final Life NEW_BOX = new Life.Lognormal(3 * Hours.PER_DAY, 0.73);

    private final Draft draft;
    private final MachineSection machines;
    private final StorageSection storage;
    private final List<SurgePlan> plans = new ArrayList<>();

    private SurgeSection(Draft draft, MachineSection machines, StorageSection storage) {
        this.draft = draft;
        this.machines = machines;
        this.storage = storage;
    }

    static SurgePlan[] compile(Draft draft, MachineSection machines, StorageSection storage) {
        SurgeSection section = new SurgeSection(draft, machines, storage);
        if (draft.hasMachines() && draft.has(Behaviour.SURGES)) {
            draft.lab.hazards().stream()
                    .filter(hazard -> !hazard.destroys() && !hazard.entersBy().isEmpty())
                    .filter(hazard -> hazard.kills().value().fraction() > 0)
                    .forEach(section::hazard);
        }
        return section.plans.toArray(SurgePlan[]::new);
    }

    private void hazard(Hazard hazard) {
        for (Site site : draft.lab.sites()) {
            if (hazard.hits().isEmpty() || hazard.hits().contains(site.name())) {
                String name = hazard.name() + " at " + site.name();
                int cause = draft.cause(hazard.name(), CauseKind.SURGE, name, 'P');
                int mode = draft.mode(new Mode(
                        Owner.SURGE,
                        plans.size(),
                        cause,
                        draft.stream(name),
                        draft.lives.number(
                                hazard.every().value(),
                                draft.parameters.number(hazard.name(), "", "every", hazard.every())),
                        Repair.byItself(Lifetimes.AT_ONCE)));
                plans.add(new SurgePlan(
                        mode,
                        draft.chance(hazard.name(), hazard.name(), "kills", hazard.kills()),
                        draft.chance(hazard.name(), hazard.name(), "takes disks", TAKES_DISKS),
                        new Victims(hazard, site.name(), name, cause).all()));
            }
        }
    }

    /** What one kind of surge can reach at one site. */
    private final class Victims {
        private final Hazard hazard;
        private final String site;
        private final String name;
        private final int cause;
        private final boolean byMains;
        private final boolean byCopper;

        /** The numbers of the disks in each node. */
        private final Map<Integer, List<Integer>> disksOf;

        private final List<Victim> all = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();

        Victims(Hazard hazard, String site, String name, int cause) {
            this.hazard = hazard;
            this.site = site;
            this.name = name;
            this.cause = cause;
            byMains = hazard.entersBy().contains(MAINS);
            byCopper = hazard.entersBy().contains(COPPER);
            disksOf = IntStream.range(0, storage.disks.size())
                    .boxed()
                    .collect(Collectors.groupingBy(
                            i -> storage.pools.get(storage.disks.get(i).pool()).node()));
        }

        Victim[] all() {
            List<Link.Wan> wans = StormSection.wans(draft);
            for (int i = 0; i < wans.size(); i++) {
                if (wans.get(i).site().equals(site)) {
                    wan(i, wans.get(i));
                }
            }
            List<Link.Box> boxes = machines.boxes();
            boxes.stream().filter(box -> places.containsKey(behindWan(box))).forEach(this::box);
            boxes.stream().filter(box -> !places.containsKey(behindWan(box))).forEach(this::box);
            draft.lab.nodes().forEach(this::node);
            // A UPS that dies of a surge has still stopped it, so it comes last.
            List<Ups> ups = draft.lab.ups();
            for (int i = 0; i < ups.size(); i++) {
                if (ups.get(i).site().equals(site)) {
                    add(
                            Kind.UPS,
                            i,
                            ups.get(i).name(),
                            ups.get(i).part(),
                            List.of(site),
                            SurgePlan.NO_COPPER,
                            new int[0]);
                }
            }
            return all.toArray(Victim[]::new);
        }

        /** Returns the name under which the access is kept that a router hangs on by copper. */
        private static String behindWan(Link.Box box) {
            return "wan of " + box.name();
        }

        private void wan(int number, Link.Wan wan) {
            boolean copper = wan.part().traits().value(Trait.LINE) == Line.COPPER;
            if (copper) {
                places.put("wan of " + wan.uplinkOf(), all.size());
            }
            int mode = draft.mode(new Mode(
                    Owner.SURGED,
                    code(),
                    cause,
                    draft.stream(name + " " + wan.name()),
                    Lifetimes.NEVER,
                    Repair.byItself(draft.lives.number(NEW_BOX, Parameters.CERTAIN))));
            put(
                    Kind.WAN,
                    number,
                    mode,
                    wan.poweredBy(),
                    copper ? SurgePlan.FROM_OUTSIDE : SurgePlan.NO_COPPER,
                    new int[0]);
        }

        private void box(Link.Box box) {
            if (box.site().equals(site)) {
                int copper = copper(behindWan(box), box.uplinks());
                places.put(box.name(), all.size());
                int machine = machines.numbers.getOrDefault(box.name(), 0);
                add(Kind.MACHINE, machine, box.name(), box.part(), box.poweredBy(), copper, new int[0]);
            }
        }

        private void node(Node node) {
            if (node.site().equals(site)) {
                int number = draft.node(node.name());
                int[] disks = disksOf.getOrDefault(number, List.of()).stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
                int machine = machines.numbers.getOrDefault(node.name(), 0);
                int copper = copper("", node.networks());
                add(Kind.MACHINE, machine, node.name(), node.hardware(), node.poweredBy(), copper, disks);
            }
        }

        /** Behind the router a surge comes along copper only through a thing that it has killed. */
        private int copper(String wan, List<String> uplinks) {
            if (places.containsKey(wan)) {
                return SurgePlan.FROM_OUTSIDE;
            }
            return uplinks.stream()
                    .filter(places::containsKey)
                    .mapToInt(uplink -> places.getOrDefault(uplink, SurgePlan.NO_COPPER))
                    .findFirst()
                    .orElse(SurgePlan.NO_COPPER);
        }

        private void add(
                Kind kind, int subject, String thing, Part part, List<String> sources, int copper, int[] disks) {
            Repair repair = Repair.byHand(
                    draft.duration(Behaviour.SHIPPING, thing, part, Trait.REPAIR),
                    draft.life(
                            "operator hands-on",
                            draft.lab.operations().operator().handsOn()),
                    draft.site(site),
                    draft.spare(part.model()));
            int stream = draft.stream(name + " " + thing);
            int mode = draft.mode(new Mode(Owner.SURGED, code(), cause, stream, Lifetimes.NEVER, repair));
            put(kind, subject, mode, sources, copper, disks);
        }

        private void put(Kind kind, int subject, int mode, List<String> sources, int copper, int[] disks) {
            boolean open = false;
            List<Integer> behind = new ArrayList<>();
            for (String source : sources.isEmpty() ? List.of(site) : sources) {
                int ups = upsNumber(source);
                open |= source.equals(site)
                        || (ups >= 0 && !stops(draft.lab.ups().get(ups)));
                if (ups >= 0 && stops(draft.lab.ups().get(ups))) {
                    behind.add(ups);
                }
            }
            all.add(new Victim(
                    kind,
                    subject,
                    mode,
                    byMains && open,
                    byMains ? behind.stream().mapToInt(Integer::intValue).toArray() : new int[0],
                    byCopper ? copper : SurgePlan.NO_COPPER,
                    disks));
        }

        private int upsNumber(String source) {
            return IntStream.range(0, draft.lab.ups().size())
                    .filter(i -> draft.lab.ups().get(i).name().equals(source))
                    .findFirst()
                    .orElse(-1);
        }

        /** A UPS of another build than double conversion has a surge protector, like a good power strip. */
        private boolean stops(Ups ups) {
            boolean isolates = ups.part().traits().value(Trait.TOPOLOGY) == Topology.DOUBLE_CONVERSION;
            return hazard.stoppedBy().contains(isolates ? "double-conversion" : "surge-protector");
        }

        /** The number by which the surge process finds a victim: its plan and its place there. */
        private int code() {
            return plans.size() * SurgePlan.MOST_VICTIMS + all.size();
        }
    }
}
