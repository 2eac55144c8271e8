package org.rackdrill.chaos.importing;

import java.util.Map;
import java.util.TreeMap;
import org.rackdrill.simulator.ha.CrmState;
import org.rackdrill.simulator.ha.Entry;
import org.rackdrill.simulator.ha.Kind;
import org.rackdrill.simulator.ha.ServiceState;

/** Where everything is at the end of a log, told from the log alone. */
final class Replay {
    private final PveHaCase subject;
    private final Map<Integer, String> states = new TreeMap<>();
    private final Map<Integer, Integer> nodes = new TreeMap<>();
    private final Map<Integer, String> nodeStates = new TreeMap<>();
    private int master;

    Replay(PveHaCase subject) {
        this.subject = subject;
        this.master = subject.setup().past().master();
        subject.setup().past().services().forEach((service, status) -> {
            states.put(service, status.state().name());
            nodes.put(service, status.node());
        });
        subject.setup().past().nodes().forEach((node, state) -> nodeStates.put(node, state.name()));
    }

    void run() {
        subject.expected().stream()
                .filter(PveHaCase.Line::understood)
                .map(PveHaCase.Line::entry)
                .forEach(this::take);
    }

    private void take(Entry entry) {
        String after = entry.detail().replaceAll("^.*>", "").replaceAll(" .*", "");
        if (entry.kind() == Kind.DAEMON_STATE && after.equals(CrmState.MASTER.name())) {
            master = entry.speaker();
        } else if (entry.kind() == Kind.NODE_STATE) {
            nodeStates.put(entry.node(), after);
        } else if (entry.service() >= 0) {
            takeService(entry, after);
        }
    }

    private void takeService(Entry entry, String after) {
        int service = entry.service();
        switch (entry.kind()) {
            case SERVICE_ADDED -> {
                states.put(service, ServiceState.REQUEST_STOP.name());
                nodes.put(service, entry.node());
            }
            case SERVICE_STATE -> {
                states.put(service, after);
                if (entry.node() >= 0) {
                    nodes.put(service, entry.node());
                }
            }
            case SERVICE_REMOVED -> states.remove(service);
            case DISARM_FREEZES -> states.put(service, ServiceState.FREEZE.name());
            case CARRIED, SERVICE_FOUND -> nodes.put(service, entry.target());
            default -> {}
        }
    }

    Map<String, String> places() {
        Map<String, String> places = new TreeMap<>();
        states.forEach((service, state) -> places.put(
                subject.names().serviceName(service),
                state + " on " + subject.names().nodeName(nodes.getOrDefault(service, -1))));
        nodeStates.forEach((node, state) -> places.put(subject.names().nodeName(node), state));
        places.put("master", subject.names().nodeName(master));
        return places;
    }
}
