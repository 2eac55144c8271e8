package org.rackdrill.chaos.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rackdrill.chaos.importing.PveHaCase.Line;
import org.rackdrill.simulator.ha.Entry;
import org.rackdrill.simulator.ha.HaState;
import org.rackdrill.simulator.ha.Kind;
import org.rackdrill.simulator.ha.NodeState;
import org.rackdrill.simulator.ha.ServiceStatus;

/** Compares what our machine did in a case with the log that the case brings. */
final class Judge {
    private final PveHaCase subject;
    private final List<Entry> said;
    private final HaState end;

    Judge(PveHaCase subject, List<Entry> said, HaState end) {
        this.subject = subject;
        this.said = said;
        this.end = end;
    }

    /** Returns the highest level that the run reaches, and the first line that differs above it. */
    PveHaVerdict verdict() {
        String placement = placementDifference();
        if (!placement.isEmpty()) {
            return verdict(0, placement);
        }
        String order = difference(false);
        if (!order.isEmpty()) {
            return verdict(1, order);
        }
        String times = difference(true);
        return verdict(times.isEmpty() ? 3 : 2, times);
    }

    private PveHaVerdict verdict(int level, String difference) {
        return new PveHaVerdict(subject.name(), subject.category().title(), level, difference);
    }

    private String difference(boolean whole) {
        List<Line> wanted = new ArrayList<>();
        for (Line line : subject.expected()) {
            if (whole || (line.understood() && isTransition(line.entry().kind()))) {
                wanted.add(line);
            }
        }
        List<Entry> got = said.stream()
                .filter(entry -> whole || isTransition(entry.kind()))
                .toList();
        for (int i = 0; i < wanted.size(); i++) {
            Line line = wanted.get(i);
            if (!line.understood()) {
                return place(line) + " is not understood";
            }
            if (i >= got.size() || !equal(line.entry(), got.get(i), whole)) {
                return place(line) + ", got " + (i < got.size() ? describe(got.get(i)) : "nothing");
            }
        }
        return got.size() > wanted.size() ? "after the last line, got " + describe(got.get(wanted.size())) : "";
    }

    private static boolean equal(Entry wanted, Entry got, boolean times) {
        return wanted.equals(times ? got : got.at(wanted.at()));
    }

    private static String place(Line line) {
        return LogReader.FILE + ":" + line.number() + ": " + line.text().replaceAll("\\s+", " ");
    }

    private static boolean isTransition(Kind kind) {
        return switch (kind) {
            case SERVICE_STATE,
                    SERVICE_ADDED,
                    SERVICE_REMOVED,
                    NODE_STATE,
                    DAEMON_STATE,
                    FENCED,
                    RECOVERS,
                    RECOVERS_HOME,
                    WATCHDOG_RESET,
                    KILLED,
                    STARTED,
                    STOPPED,
                    MOVE_ENDS,
                    DISARM_FREEZES,
                    DISARM_IGNORES,
                    DISARMED,
                    REARMS,
                    CARRIED -> true;
            default -> false;
        };
    }

    private String describe(Entry entry) {
        StringBuilder text = new StringBuilder();
        text.append(entry.at()).append(' ');
        if (entry.speaker() >= 0) {
            text.append(subject.names().nodeName(entry.speaker())).append('/');
        }
        text.append(entry.voice()).append(' ').append(entry.kind());
        if (entry.service() >= 0) {
            text.append(' ').append(subject.names().serviceName(entry.service()));
        }
        if (entry.node() >= 0) {
            text.append(" node=").append(subject.names().nodeName(entry.node()));
        }
        if (entry.target() >= 0) {
            text.append(" to=").append(entry.target());
        }
        return text + (entry.detail().isEmpty() ? "" : " " + entry.detail());
    }

    private String placementDifference() {
        Replay wanted = new Replay(subject);
        wanted.run();
        Map<String, String> got = new TreeMap<>();
        for (var entry : end.services().entrySet()) {
            ServiceStatus status = entry.getValue();
            got.put(
                    subject.names().serviceName(entry.getKey()),
                    status.state() + " on " + subject.names().nodeName(status.node()));
        }
        for (var entry : end.nodes().entrySet()) {
            if (entry.getValue() != NodeState.GONE) {
                got.put(
                        subject.names().nodeName(entry.getKey()),
                        entry.getValue().name());
            }
        }
        got.put("master", subject.names().nodeName(end.master()));
        for (var entry : wanted.places().entrySet()) {
            String ours = got.remove(entry.getKey());
            if (!entry.getValue().equals(ours)) {
                return "at the end " + entry.getKey() + " is to be " + entry.getValue() + ", got "
                        + (ours == null ? "nothing" : ours);
            }
        }
        return got.isEmpty() ? "" : "at the end nothing is to be known of " + got.keySet();
    }
}
