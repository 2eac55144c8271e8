package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.ha.Lrm.Report;

/** Turns groups into rules for good, once every node is there and understands rules. */
final class GroupMigration {
    /** Rounds of a master before it first tries. */
    static final int FIRST_ROUNDS = 3;
    /** Rounds until it tries again. */
    private static final int RETRY_ROUNDS = 6;
    /** The first version that understands rules: 9.0.0~16. */
    private static final long[] NEEDED = {9, 0, 0, 16};

    private final Turn turn;
    private final HaState state;
    private final Crm.Mind mind;

    GroupMigration(Turn turn, Crm.Mind mind) {
        this.turn = turn;
        this.state = turn.state;
        this.mind = mind;
    }

    void round() {
        if (state.groups.isEmpty()) {
            return;
        }
        mind.groupRounds--;
        if (mind.groupRounds > 0) {
            return;
        }
        turn.say(Kind.GROUPS_BEGIN);
        if (everyNodeIsReady()) {
            write();
            return;
        }
        turn.say(Kind.GROUPS_FAILED);
        turn.say(Kind.GROUPS_RETRY, String.valueOf(RETRY_ROUNDS));
        mind.groupRounds = RETRY_ROUNDS;
    }

    private boolean everyNodeIsReady() {
        for (int node : state.nodeStates.keySet()) {
            NodeState seen = state.node(node);
            turn.say(Kind.GROUPS_NODE, -1, node, -1, seen.name());
            if (seen != NodeState.ONLINE) {
                return abort(node, "offline");
            }
            Report report = state.reports.get(node);
            if (report != null) {
                turn.say(Kind.GROUPS_AGENT, -1, node, -1, report.state() + " " + report.mode());
            }
            if (report == null
                    || (report.state() != LrmState.ACTIVE && report.state() != LrmState.WAIT_FOR_AGENT_LOCK)) {
                return abort(node, "state");
            }
            if (report.mode() != LrmMode.ACTIVE) {
                return abort(node, "mode");
            }
            turn.say(Kind.GROUPS_VERSION, -1, node, -1, state.versions[node]);
            if (isOlder(state.versions[node])) {
                return abort(node, "version");
            }
        }
        return true;
    }

    private boolean abort(int node, String why) {
        turn.say(Kind.GROUPS_ABORT, -1, node, -1, why);
        return false;
    }

    /** Compares as Debian does: a tilde comes before the end. */
    static boolean isOlder(String version) {
        String[] halves = version.split("~", 2);
        String[] numbers = halves[0].split("[.-]");
        for (int i = 0; i < 3; i++) {
            long number = i < numbers.length ? number(numbers[i]) : 0;
            if (number != NEEDED[i]) {
                return number < NEEDED[i];
            }
        }
        return halves.length > 1 && number(halves[1]) < NEEDED[3];
    }

    private static long number(String text) {
        String digits = text.replaceAll("\\D.*", "");
        return digits.isEmpty() || digits.length() > 15 ? 0 : Long.parseLong(digits);
    }

    private void write() {
        List<Rule> rules = new ArrayList<>(state.rules);
        rules.addAll(asRules(state));
        state.configured.replaceAll((service, config) -> {
            Rule.Group group = groupOf(state, config);
            return config.withoutGroup(config.failback() && (group == null || group.failback()));
        });
        state.rules = List.copyOf(rules);
        state.groups = List.of();
        turn.say(Kind.GROUPS_RULES);
        turn.say(Kind.GROUPS_SERVICES);
        turn.say(Kind.GROUPS_DELETED);
        turn.say(Kind.GROUPS_DONE);
    }

    /** Returns the rules that say what the groups say. */
    static List<Rule> asRules(HaState state) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < state.groups.size(); i++) {
            Rule.Group group = state.groups.get(i);
            List<Integer> members = new ArrayList<>();
            for (var entry : state.configured.entrySet()) {
                if (entry.getValue().group() == i) {
                    members.add(entry.getKey());
                }
            }
            if (!members.isEmpty()) {
                rules.add(new Rule.NodeAffinity(
                        "ha-group-" + group.name(), List.copyOf(members), group.priorities(), group.restricted()));
            }
        }
        return rules;
    }

    static Rule.@Nullable Group groupOf(HaState state, ServiceConfig config) {
        int group = config.group();
        return group < 0 || group >= state.groups.size() ? null : state.groups.get(group);
    }
}
