package org.rackdrill.chaos.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.rackdrill.simulator.ha.Kind;

/**
 * The wordings of the log, each with what it means. In a wording SID stands for a service, NODE and PEER for nodes, MATE
 * for another service, WORD for a word and LIST for words that matter, and * for words that do not.
 */
final class LogForms {
    /**
     * One wording.
     *
     * @param groups the names of the groups in the pattern
     * @param detail how the detail is made of the words; {@code $1} is the first WORD
     */
    record Form(Kind kind, Pattern pattern, Set<String> groups, String detail) {}

    private static final Map<String, String> PARTS = Map.of(
            "SID", "\\w+:\\d+",
            "MATE", "\\w+:\\d+",
            "NODE", "[^' ]+",
            "PEER", "[^' )]+",
            "WORD", "[^' ()]+",
            "LIST", ".+");

    private static final List<Form> ALL = List.of(
            form(Kind.BEGINS, "starting simulation"),
            form(Kind.ENDS, "exit simulation*"),
            form(Kind.KILLED, "killed by poweroff"),
            form(Kind.WATCHDOG_RESET, "server 'NODE' stopped * (watchdog)"),
            form(Kind.ROUND_SKIPPED, "skipping WORD round", "$1"),
            form(Kind.DAEMON_STATE, "status change WORD => WORD", "$1>$2"),
            form(Kind.LOCK_TAKEN, "got lock 'ha_manager_lock'"),
            form(Kind.LOCK_TAKEN, "got lock 'ha_agent_NODE_lock'"),
            form(Kind.STOP_RECEIVED, "server received shutdown request"),
            form(Kind.EXITED, "exit (loop end)"),
            form(Kind.WENT_IDLE, "* no service configured for WORD rounds*", "$1"),
            form(Kind.ROUND_INCONSISTENT, "temporary inconsistent *"),
            form(Kind.LOCK_RETURNED, "voluntary release CRM lock"),
            form(Kind.STATUS_UNREADABLE, "could not read manager status*"),
            form(Kind.ROUND_BROKEN, "got unexpected error*"),
            form(Kind.MASTER_OFFLINE, "master seems offline"),
            form(Kind.SCHEDULER, "using scheduler mode 'WORD'", "$1"),
            form(Kind.NODE_STATE, "node 'NODE': state changed from 'WORD' => 'WORD'", "$1>$2"),
            form(Kind.SERVICE_ADDED, "adding new service 'SID' on node 'NODE'"),
            form(Kind.SERVICE_REMOVED, "removing stale service 'SID' (no config)", "unconfigured"),
            form(Kind.SERVICE_REMOVED, "removing stale service 'SID' (ignored *", "ignored"),
            form(Kind.SERVICE_FOUND, "fixup service 'SID' location (NODE => PEER)"),
            form(Kind.FENCE_MAIL, "FENCE: * 'NODE'"),
            form(Kind.FENCED_MAIL, "SUCCEED: * 'NODE'"),
            form(Kind.FENCED, "fencing: acknowledged * 'NODE'"),
            form(Kind.FENCE_WITHOUT_SERVICE, "node 'NODE' in fence state but *"),
            form(Kind.RECOVERS, "recover service 'SID' from fenced node 'NODE' to node 'PEER'"),
            form(Kind.RECOVERS_HOME, "recover service 'SID' to previous * node 'NODE' again"),
            form(Kind.NO_RECOVERY_NODE, "recovering service 'SID' from * 'NODE' failed*"),
            form(Kind.UNLOCKED, "removed leftover lock 'WORD' from * 'SID' *", "$1"),
            form(Kind.MOVE_REFUSED_OFFLINE, "ignore service 'SID' WORD request - node 'NODE' not online", "$1"),
            form(Kind.MOVE_REFUSED_THERE, "ignore service 'SID' WORD request - * on node 'NODE'", "$1"),
            form(
                    Kind.MOVE_REFUSED_APART,
                    "crm command 'WORD SID NODE' error - service 'MATE' * negative affinity *",
                    "$1"),
            form(
                    Kind.MOVES_ALONG,
                    "crm command 'WORD MATE NODE' - migrate service 'SID' to * positive affinity *",
                    "$1"),
            form(Kind.MOVES, "migrate service 'SID' to node 'NODE'", "MIGRATE"),
            form(Kind.MOVES, "migrate service 'SID' to node 'NODE' (running)", "MIGRATE running"),
            form(Kind.MOVES, "relocate service 'SID' to node 'NODE'", "RELOCATE"),
            form(Kind.MOVES_BACK, "moving service 'SID' back to 'NODE'*"),
            form(Kind.MAINTENANCE_STALE, "service 'SID': clearing stale maintenance node 'NODE' *"),
            form(Kind.MOVE_FAILED, "service 'SID' - migration failed (exit code WORD)", "$1"),
            form(Kind.MOVE_WRONG_NODE, "service 'SID' - migration failed: * wrong node*"),
            form(Kind.STOP_FAILED, "service 'SID' stop failed (exit code WORD)", "$1"),
            form(Kind.STOP_IGNORED, "ignore service 'SID' stop request*"),
            form(Kind.STOPS_HARD, "request immediate * 'SID'"),
            form(Kind.STOPS, "request graceful stop with timeout 'WORD' for * 'SID'", "$1"),
            form(Kind.START_RELOCATES, "starting service SID on node 'NODE' failed, relocating*"),
            form(Kind.START_GIVEN_UP, "recovery policy for service SID failed* nodes: LIST", "$1"),
            form(Kind.RELOCATED, "relocation policy successful for 'SID' on node 'NODE', failed nodes: LIST", "$1"),
            form(Kind.ALL_TRIED, "* all available nodes for service 'SID'* nodes: LIST", "$1"),
            form(Kind.BALANCED, "service SID: re-balance selected WORD node NODE *", "$1"),
            form(Kind.REBALANCES, "auto rebalance - WORD SID to NODE (* from WORD to WORD)", "$1 $2>$3"),
            form(Kind.MAINTENANCE_REPEATED, "ignoring crm command - node NODE is already in maintenance*"),
            form(Kind.MAINTENANCE_MISSING, "clearing maintenance of node NODE requested, but*"),
            form(Kind.DISARM_FREEZES, "disarm: freezing service 'SID' (was 'WORD')", "$1"),
            form(Kind.DISARM_IGNORES, "disarm: suspending * 'SID'"),
            form(Kind.DISARM_WAITS, "deferring disarm - service 'SID' is in 'WORD' state", "$1"),
            form(Kind.DISARMED, "all LRMs disarmed*"),
            form(Kind.DISARMED_MASTER, "HA stack fully disarmed, releasing CRM watchdog"),
            form(Kind.DISARMED_TAKEOVER, "taking over as disarmed master*"),
            form(Kind.DISARM_REPEATED, "ignoring disarm-ha command * (WORD)", "$1"),
            form(Kind.ARM_IGNORED, "ignoring arm-ha command *"),
            form(Kind.REARMS, "re-arming HA stack"),
            form(Kind.CARRIED, "service 'SID': updating node 'NODE' => 'PEER' *"),
            form(Kind.GROUPS_BEGIN, "start ha group migration*"),
            form(Kind.GROUPS_NODE, "ha groups migration: node 'NODE' is in state 'WORD'", "$1"),
            form(Kind.GROUPS_AGENT, "ha groups migration: lrm 'NODE' is in state 'WORD' and mode 'WORD'", "$1 $2"),
            form(Kind.GROUPS_VERSION, "ha groups migration: node 'NODE' has version 'WORD'", "$1"),
            form(Kind.GROUPS_ABORT, "abort ha groups migration: node 'NODE' needs at least *", "version"),
            form(Kind.GROUPS_ABORT, "abort ha groups migration: node 'NODE' is not online*", "offline"),
            form(Kind.GROUPS_ABORT, "abort ha groups migration: lrm 'NODE' is not in mode *", "mode"),
            form(Kind.GROUPS_ABORT, "abort ha groups migration: lrm 'NODE' is not *", "state"),
            form(Kind.GROUPS_FAILED, "ha groups migration failed"),
            form(Kind.GROUPS_RETRY, "retry ha groups migration in WORD rounds*", "$1"),
            form(Kind.GROUPS_RULES, "ha groups migration: * rules config successful"),
            form(Kind.GROUPS_SERVICES, "ha groups migration: * resources config successful"),
            form(Kind.GROUPS_DELETED, "ha groups migration: group config deletion successful"),
            form(Kind.GROUPS_DONE, "ha groups migration successful"),
            form(Kind.AGENT_UNREADABLE, "updating service status from manager failed*"),
            form(Kind.AGENT_UNWRITTEN, "unable to write lrm status file*"),
            form(Kind.SHUTDOWN_POLICY, "got shutdown request with shutdown policy 'WORD'", "$1"),
            form(Kind.SHUTDOWN_PLAN, "WORD LRM, stop all services", "$1 stop"),
            form(Kind.SHUTDOWN_PLAN, "WORD LRM, stop and freeze all services", "$1 freeze"),
            form(Kind.SHUTDOWN_PLAN, "WORD LRM, freeze all services", "$1 freeze"),
            form(Kind.SHUTDOWN_PLAN, "WORD LRM, doing maintenance*", "$1 maintenance"),
            form(Kind.SHUTDOWN_PLAN, "WORD LRM, ignore * manual maintenance *", "$1 keeps maintenance"),
            form(Kind.SHUTDOWN_BLOCKED, "got shutdown request in state * detected WORD running services", "$1"),
            form(Kind.AGENT_DISARMS, "HA disarm requested, *", "active"),
            form(Kind.AGENT_DISARMS, "HA disarm requested during maintenance, *", "maintenance"),
            form(Kind.BALANCE_IGNORED, "* rebalance-on-start * SID *already running"),
            form(Kind.STARTING, "starting service SID"),
            form(Kind.STARTED, "service status SID started"),
            form(Kind.NOT_STARTED, "unable to start service SID"),
            form(Kind.START_RETRIES, "restart policy: retry number WORD for service 'SID'", "$1"),
            form(Kind.START_EXHAUSTED, "unable to start service SID on local node after WORD retries", "$1"),
            form(Kind.STOPPING, "stopping service SID", ""),
            form(Kind.STOPPING, "stopping service SID (relocate)", "RELOCATE"),
            form(Kind.STOPPING, "stopping service SID (timeout=WORD)", "$1"),
            form(Kind.STOPPED, "service status SID stopped"),
            form(Kind.NOT_STOPPED, "unable to stop service SID *"),
            form(Kind.MOVE_BEGINS, "service SID - start WORD to node 'NODE'", "$1"),
            form(Kind.MOVE_ENDS, "service SID - end WORD to node 'NODE'", "$1"),
            form(Kind.NOT_MOVED, "service SID not moved *"),
            form(Kind.GUEST_LOCKED, "service 'SID' locked (WORD), unable to WORD!", "$1 $2"),
            form(Kind.IN_ERROR, "service SID is in an error state *"),
            form(Kind.NOT_HERE, "service 'SID' not on this node"));

    private LogForms() {}

    static List<Form> all() {
        return ALL;
    }

    private static Form form(Kind kind, String wording) {
        return form(kind, wording, "");
    }

    private static Form form(Kind kind, String wording, String detail) {
        StringBuilder regex = new StringBuilder();
        Set<String> groups = new HashSet<>();
        int words = 0;
        for (String part :
                wording.split("(?=SID|NODE|PEER|MATE|WORD|LIST|\\*)|(?<=SID|NODE|PEER|MATE|WORD|LIST|\\*)")) {
            String group = switch (part) {
                case "SID", "MATE", "NODE", "PEER" -> part.toLowerCase(Locale.ROOT);
                case "WORD", "LIST" -> {
                    words++;
                    yield "w" + words;
                }
                default -> "";
            };
            if (!group.isEmpty()) {
                groups.add(group);
                regex.append("(?<")
                        .append(group)
                        .append('>')
                        .append(PARTS.get(part))
                        .append(')');
            } else {
                regex.append(part.equals("*") ? ".*?" : Pattern.quote(part));
            }
        }
        return new Form(kind, Pattern.compile(regex.toString()), groups, detail);
    }
}
