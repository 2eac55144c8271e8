package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Site;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Quantity;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.simulator.compiled.Causes.Cause;
import org.rackdrill.simulator.kernel.Luck;
import org.rackdrill.simulator.timeline.Timeline;

/** A lab while it is being compiled: what its sections number together. */
final class Draft {

    final Lab lab;
    final Structure.Builder structure = new Structure.Builder();
    final Causes causes = new Causes();
    final Parameters parameters = new Parameters();
    final Lifetimes lives = new Lifetimes();
    final List<Mode> modes = new ArrayList<>();
    final AgeSection ages = new AgeSection(this);

    /** The name of the point of people at home; no lab can use it, for it has spaces. */
    static final String HOME_ON_AIR = "people at home";

    /** What is asked of its pools does to it. */
    final Contention contention;

    /** When managers of clusters act, as far as another lab was asked already. */
    final List<Timeline> timelines;

    /** The point that stands for a named thing. */
    final Map<String, Integer> points = new HashMap<>();

    private final Set<Behaviour> without;
    private final Map<String, Integer> streams = new HashMap<>();

    /** Their names, by number. */
    private final List<String> streamList = new ArrayList<>();

    private final Map<String, Integer> nodes = new HashMap<>();
    private final Map<String, Integer> spares = new LinkedHashMap<>();
    private final Map<String, Integer> sites = new LinkedHashMap<>();

    Draft(Lab lab, Set<Behaviour> without, List<Timeline> timelines, Contention known) {
        this.lab = lab;
        this.without = without;
        this.contention = known;
        this.timelines = new ArrayList<>(timelines);
        for (Site site : lab.sites()) {
            sites.put(site.name(), sites.size());
        }
        for (Node node : lab.nodes()) {
            nodes.put(node.name(), nodes.size());
        }
        for (String part : new java.util.TreeSet<>(lab.operations().spares().keySet())) {
            spares.put(part, spares.size());
        }
    }

    boolean has(Behaviour behaviour) {
        return !without.contains(behaviour);
    }

    /** Returns the share of its usual speed that a resilver has beside what is asked of a pool. */
    double resilverSpeed(String pool) {
        return has(Behaviour.CONTENTION) ? contention.of(pool).resilverSpeed() : 1;
    }

    /** Returns the share of the disks that starting guests have beside what is asked of a pool. */
    double startSpeed(String pool) {
        return has(Behaviour.CONTENTION) ? contention.of(pool).startSpeed() : 1;
    }

    int site(String name) {
        return sites.getOrDefault(name, 0);
    }

    /** Returns the number of a node, or -1 where none has that name. */
    int node(String name) {
        return nodes.getOrDefault(name, -1);
    }

    int point(String name) {
        Integer point = points.get(name);
        if (point == null) {
            throw new IllegalArgumentException("nothing is called " + name);
        }
        return point;
    }

    /** Returns the point that says whether the data of a service are there to work with. */
    int dataPoint(String service) {
        return points.computeIfAbsent("data of " + service, key -> structure.leaf());
    }

    int stream(String name) {
        Integer known = streams.putIfAbsent(name, streamList.size());
        if (known != null) {
            return known;
        }
        streamList.add(name);
        return streamList.size() - 1;
    }

    /** Returns a stream beside another one, for luck that must not shift what that one decides. */
    int companion(int stream, String of) {
        return stream(streamList.get(stream) + " " + of);
    }

    long[] streamNames() {
        return streamList.stream().mapToLong(Luck::nameOf).toArray();
    }

    int cause(String component, CauseKind kind, String label, char letter) {
        return causes.number(new Cause(component, kind, label, letter, false));
    }

    int planned(String component, CauseKind kind, String label, char letter) {
        return causes.number(new Cause(component, kind, label, letter, true));
    }

    int spare(String model) {
        return spares.getOrDefault(model, -1);
    }

    int[] spareCounts() {
        return spares.keySet().stream().mapToInt(lab.operations().spares()::get).toArray();
    }

    /** Returns the number of a part's distribution, or never when its behaviour is left out. */
    int life(Behaviour behaviour, String name, Part part, Trait<Life> trait) {
        return has(behaviour) ? life(name, part, trait) : Lifetimes.NEVER;
    }

    int life(String name, Part part, Trait<Life> trait) {
        Setting<Life> setting = part.traits().get(trait);
        return lives.number(setting.value(), parameters.number(name, part.model(), trait.key(), setting));
    }

    /** Returns the number of a time that belongs to the operator, who has nothing to do where there are no machines. */
    int life(String name, Setting<Life> setting) {
        int parameter = hasMachines() ? parameters.number(name, name, "", setting) : Parameters.CERTAIN;
        return lives.number(setting.value(), parameter);
    }

    /** A lab of nothing but components has no use for power, network or an operator. */
    boolean hasMachines() {
        return !lab.nodes().isEmpty() || !lab.network().isEmpty();
    }

    /** Returns the number of a boot or work time, or no time at all when it is left out. */
    int duration(Behaviour behaviour, String name, Part part, Trait<Life> trait) {
        return has(behaviour) ? life(name, part, trait) : Lifetimes.AT_ONCE;
    }

    <Q extends Quantity> int parameter(String name, Part part, Trait<Q> trait) {
        return parameters.number(name, part.model(), trait.key(), part.traits().get(trait));
    }

    Chance chance(String name, Part part, Trait<Share> trait) {
        return chance(name, part.model(), trait.key(), part.traits().get(trait));
    }

    Chance chance(String name, String model, String trait, Setting<Share> setting) {
        return new Chance(setting.value().fraction(), parameters.number(name, model, trait, setting));
    }

    /** Returns a chance, or none at all when its behaviour is left out. */
    Chance chance(Behaviour behaviour, String name, Part part, Trait<Share> trait) {
        return has(behaviour) ? chance(name, part, trait) : Chance.NONE;
    }

    int mode(Mode mode) {
        modes.add(mode);
        return modes.size() - 1;
    }

    /** Adds a software failure that restarts by itself or waits for somebody at a keyboard. */
    void crash(Mode.Owner owner, int subject, String name, Part part, int cause, int fails, int site, int software) {
        Setting<Share> hangs = part.traits().get(Trait.HANGS);
        int parameter = parameters.number(name, part.model(), Trait.HANGS.key(), hangs);
        mode(new Mode(
                owner,
                subject,
                cause,
                stream(name + " crash"),
                fails,
                Mode.Repair.atKeyboard(software, site).waiting(hangs.value().fraction(), parameter)));
    }
}
