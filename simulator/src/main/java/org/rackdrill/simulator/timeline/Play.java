package org.rackdrill.simulator.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rackdrill.simulator.ha.Entry;
import org.rackdrill.simulator.ha.HaSetup;
import org.rackdrill.simulator.ha.Injection;
import org.rackdrill.simulator.ha.Kind;
import org.rackdrill.simulator.ha.Leaps;
import org.rackdrill.simulator.ha.MachineRoom;
import org.rackdrill.simulator.ha.Observation;
import org.rackdrill.simulator.ha.Order;
import org.rackdrill.simulator.ha.Physics;
import org.rackdrill.simulator.ha.Requested;
import org.rackdrill.simulator.ha.Rule;
import org.rackdrill.simulator.ha.ServiceConfig;
import org.rackdrill.simulator.ha.Timed;

/**
 * A small cluster that plays one situation through with the state machine of Proxmox VE. One guest of the member in
 * question can move and prefers it, another one can run nowhere else; every other member has a guest of its own. Guests
 * start at once: how long they boot is for others to say. Before announced work only the one that can move is there, a
 * container, so that it must be started at home again.
 */
final class Play {

    /** The guest that can move. */
    private static final int MOVES = 0;

    /** The guest that can run nowhere else. */
    private static final int STAYS = 1;

    /** The first guest of the other members. */
    private static final int OTHERS = 2;

    /** Rounds until everything has settled: before the loss, and before the masters but one may lead. */
    private static final int SETTLED = 20;

    private static final int FIRST_MASTER = 2;

    /** Rounds from the announcement of work until everything has moved away. */
    private static final int ANNOUNCED = 8;

    /** Seconds after which nothing more follows: the lock of a master, a new one's patience, and some rounds. */
    private static final long LONG_ENOUGH = 400;

    private final Situation situation;
    private final Physics physics;
    private final List<Integer> members;
    private final long begin;
    private final List<Timed> schedule = new ArrayList<>();

    private Play(Situation situation, int size) {
        this.situation = situation;
        // Who has the device has the majority: the study says who that is.
        this.physics = Physics.real(size, 0, 0).withDevice(size);
        this.members = situation.members();
        int rounds = SETTLED + Math.max(0, situation.roundsAway());
        this.begin = (long) rounds * physics.roundSeconds();
    }

    static Script of(Situation situation, int size) {
        return new Play(situation, size).script();
    }

    private Script script() {
        int length = physics.roundSeconds();
        int master = members.contains(situation.master()) ? situation.master() : members.get(0);
        for (int member : members) {
            at(0, new Injection.Power(member, true));
        }
        // The others' managers wait until this one leads.
        List<Integer> others = members.stream().filter(it -> it != master).toList();
        others.forEach(other -> at(0, new Injection.Crm(other, false)));
        others.forEach(other -> at((long) FIRST_MASTER * length, new Injection.Crm(other, true)));
        long change = begin + situation.second();
        if (situation.loses()) {
            lose(change);
        } else {
            lose(change - (long) situation.roundsAway() * length);
            for (int member : situation.returning()) {
                at(change, new Injection.Power(member, true));
                if (situation.how() == Loss.MAINTAINED) {
                    at(change, work(member, false));
                }
            }
        }
        MachineRoom room = new MachineRoom(setup(), physics);
        Leaps.run(room, schedule, change + LONG_ENOUGH, false);
        return read(room, change);
    }

    private void at(long time, Injection injection) {
        schedule.add(new Timed(time, injection));
    }

    private void lose(long time) {
        if (situation.how() == Loss.CUT) {
            List<Integer> sides = new ArrayList<>();
            for (int place = 0; place < physics.votes().size(); place++) {
                sides.add(situation.missing().contains(place) ? 1 : 0);
            }
            at(time, new Injection.Partition(sides, 0));
            return;
        }
        if (situation.how() == Loss.MAINTAINED) {
            long announced = time - (long) ANNOUNCED * physics.roundSeconds();
            situation.missing().forEach(member -> at(announced, work(member, true)));
        }
        for (int member : situation.missing()) {
            boolean dies = situation.how() == Loss.DEAD;
            at(time, dies ? new Injection.Power(member, false) : new Injection.Shutdown(member, false));
        }
    }

    private static Injection work(int member, boolean begins) {
        return new Injection.Change(new Observation.Asked(new Order.Maintenance(member, begins)));
    }

    private HaSetup setup() {
        int member = situation.member();
        Map<Integer, ServiceConfig> services = new TreeMap<>();
        List<Rule> rules = new ArrayList<>();
        Map<Integer, Integer> wherever = new HashMap<>();
        for (int other : members) {
            if (other != member) {
                services.put(OTHERS + other, ServiceConfig.of(other, Requested.STARTED, true));
                rules.add(only(OTHERS + other, Map.of(other, 0)));
                // What waits for room waits for those who come back.
                if (situation.loses()
                        || situation.isBack()
                        || situation.returning().contains(other)) {
                    wherever.put(other, 0);
                }
            }
        }
        wherever.put(member, 1);
        boolean work = situation.how() == Loss.MAINTAINED;
        services.put(MOVES, ServiceConfig.of(member, Requested.STARTED, !work));
        rules.add(only(MOVES, wherever));
        if (!work) {
            services.put(STAYS, ServiceConfig.of(member, Requested.STARTED, true));
            rules.add(only(STAYS, Map.of(member, 0)));
        }
        return HaSetup.of(physics.votes().size(), services).with(rules);
    }

    private static Rule only(int service, Map<Integer, Integer> nodes) {
        return new Rule.NodeAffinity("only-" + service, List.of(service), nodes, true);
    }

    private Script read(MachineRoom room, long change) {
        int member = situation.member();
        double resets = Script.NEVER;
        double recovers = Script.NEVER;
        double resumes = Script.NEVER;
        double returns = Script.NEVER;
        for (Entry entry : room.log()) {
            double seconds = entry.at() < change ? Script.NEVER : entry.at() - begin;
            if (entry.kind() == Kind.WATCHDOG_RESET && entry.node() == member) {
                resets = Math.min(resets, seconds);
            } else if (entry.kind() == Kind.STARTING && entry.speaker() == member) {
                resumes = Math.min(resumes, seconds);
            } else if (entry.kind() == Kind.STARTING && entry.service() == MOVES) {
                recovers = Math.min(recovers, seconds);
            } else if (entry.kind() == Kind.MOVE_BEGINS && entry.service() == MOVES && entry.node() == member) {
                returns = Math.min(returns, seconds);
            }
        }
        return new Script(resets, recovers, resumes, returns, room.state().master());
    }
}
