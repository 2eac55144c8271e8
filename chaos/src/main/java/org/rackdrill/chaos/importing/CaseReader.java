package org.rackdrill.chaos.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rackdrill.chaos.importing.CommandReader.Misunderstood;
import org.rackdrill.chaos.importing.PveHaCase.Category;
import org.rackdrill.chaos.importing.Sections.Section;
import org.rackdrill.simulator.ha.HaSettings;
import org.rackdrill.simulator.ha.HaSetup;
import org.rackdrill.simulator.ha.Injection;
import org.rackdrill.simulator.ha.Load;
import org.rackdrill.simulator.ha.NodeState;
import org.rackdrill.simulator.ha.Physics;
import org.rackdrill.simulator.ha.Requested;
import org.rackdrill.simulator.ha.Rule;
import org.rackdrill.simulator.ha.ServiceConfig;
import org.rackdrill.simulator.ha.ServiceState;
import org.rackdrill.simulator.ha.ServiceStatus;

/** Reads the directory of a case. */
final class CaseReader {
    /** What a guest may use when a case does not say: the defaults of those tests. */
    static final Load LIMITS = new Load(4, 4.0 * (1L << 30));
    /** What a guest uses when a case does not say. */
    static final Load USE = new Load(2, 2.0 * (1L << 30));

    private static final Load NODE = new Load(24, 128.0 * (1L << 30));
    /** With more nodes a round would last longer than a watchdog waits. */
    private static final int MOST_NODES = 29;

    private static final int MOST_SERVICES = 300;
    /** Nodes times services: a run takes time in proportion, and no case comes near it. */
    private static final int LARGEST = 2000;

    private static final int MOST_COMMANDS = 20_000;

    private final CaseFiles files;
    private final Json.Dictionary hardware;
    private final Json.Dictionary services;
    private final Json.Dictionary past;
    private final Json.Array commands;
    private final Names names;

    private CaseReader(CaseFiles files) {
        this.files = files;
        this.hardware = files.hardware();
        this.services = files.dictionary("service_config");
        this.past = files.dictionary("manager_status");
        this.commands = Json.parse("cmdlist", files.required("cmdlist")).array();
        this.names = new Names(new TreeSet<>(hardware.entries().keySet()), serviceNames());
        if (names.nodes() == 0 || names.nodes() > MOST_NODES) {
            throw hardware.wrong("1 to " + MOST_NODES + " nodes are possible, not " + names.nodes());
        }
        if (names.services() > MOST_SERVICES) {
            throw services.wrong("more than " + MOST_SERVICES + " services");
        }
        if (names.services() * names.nodes() > LARGEST) {
            throw services.wrong(names.services() + " services on " + names.nodes() + " nodes are too many");
        }
    }

    static PveHaCase read(CaseFiles files) {
        return new CaseReader(files).read();
    }

    private PveHaCase read() {
        List<Rule.Group> groups = files.optional("groups").map(this::groups).orElse(List.of());
        List<Rule> rules = files.optional("rules_config").map(this::rules).orElse(List.of());
        Map<Integer, Load> most = loads("static_service_stats", "maxcpu", "maxmem", LIMITS);
        Map<Integer, Load> use = loads("dynamic_service_stats", "cpu", "mem", USE);
        HaSettings settings = new SettingsReader(files.dictionary("datacenter.cfg")).read();
        HaSetup setup =
                new HaSetup(capacity(), versions(), configured(groups), most, use, rules, groups, settings, past());
        List<List<Injection>> slots = slots(new CommandReader(names, most, use));
        Category category = new Categories(setup, slots).category();
        return new PveHaCase(
                String.valueOf(files.directory().getFileName()),
                category,
                names,
                setup,
                Physics.lockStep(names.nodes(), new FailingGuests(names).traits()),
                on(),
                slots,
                new LogReader(names, most, use).read(files.lines("log.expect")));
    }

    private TreeSet<String> serviceNames() {
        TreeSet<String> all = new TreeSet<>(services.entries().keySet());
        Json old = past.entries().get("service_status");
        if (old != null) {
            all.addAll(old.dictionary().entries().keySet());
        }
        for (Json slot : commands.items()) {
            for (Json command : slot.array().items()) {
                String[] words = command.text().strip().split("\\s+");
                if (words[0].equals("service") && words.length > 2) {
                    all.add(words[1]);
                }
            }
        }
        for (String service : all) {
            if (!service.matches("(vm|ct|fa):\\d{1,12}")) {
                throw services.wrong("\"" + service + "\" is no service like vm:100, ct:100 or fa:100");
            }
        }
        return all;
    }

    private List<Load> capacity() {
        List<Load> capacity = new ArrayList<>();
        for (int node = 0; node < names.nodes(); node++) {
            Json.Dictionary has = nodeEntry(node);
            double cpu = has.entries().containsKey("maxcpu")
                    ? has.entries().get("maxcpu").number()
                    : NODE.cpu();
            double memory = has.entries().containsKey("maxmem")
                    ? has.entries().get("maxmem").number()
                    : NODE.memory();
            if (cpu == 0 || memory == 0) {
                throw has.wrong("a node has processors and memory");
            }
            capacity.add(new Load(cpu, memory));
        }
        return capacity;
    }

    private List<Integer> on() {
        List<Integer> on = new ArrayList<>();
        for (int node = 0; node < names.nodes(); node++) {
            Json power = nodeEntry(node).entries().get("power");
            if (power != null && power.text().equals("on")) {
                on.add(node);
            }
        }
        return on;
    }

    private Json.Dictionary nodeEntry(int node) {
        Json entry = hardware.entries().get(names.nodeName(node));
        return entry == null ? hardware : entry.dictionary();
    }

    private List<String> versions() {
        List<String> versions = new ArrayList<>();
        for (int node = 0; node < names.nodes(); node++) {
            Json version = nodeEntry(node).entries().get("pve-manager-version");
            versions.add(version == null ? "9.0.0" : version.text());
        }
        return versions;
    }

    private int node(Json name) {
        int node = names.node(name.text());
        if (node < 0) {
            throw name.wrong("there is no node \"" + name.text() + "\"");
        }
        return node;
    }

    private Map<Integer, ServiceConfig> configured(List<Rule.Group> groups) {
        Map<Integer, ServiceConfig> configured = new TreeMap<>();
        services.entries().forEach((name, json) -> {
            Map<String, Json> entry = json.dictionary().entries();
            Json at = entry.get("node");
            if (at == null) {
                throw json.wrong(name + " names no node");
            }
            Json state = entry.get("state");
            configured.put(
                    names.service(name),
                    new ServiceConfig(
                            node(at),
                            state == null ? Requested.DISABLED : requested(state),
                            name.startsWith("vm:"),
                            entry.containsKey("max_restart")
                                    ? entry.get("max_restart").count()
                                    : 1,
                            entry.containsKey("max_relocate")
                                    ? entry.get("max_relocate").count()
                                    : 1,
                            !entry.containsKey("failback")
                                    || entry.get("failback").yes(),
                            group(entry, groups),
                            entry.containsKey("lock") ? entry.get("lock").text() : null));
        });
        return configured;
    }

    private static Requested requested(Json state) {
        try {
            return CommandReader.requested(state.text());
        } catch (Misunderstood wrong) {
            throw state.wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private static int group(Map<String, Json> entry, List<Rule.Group> groups) {
        Json name = entry.get("group");
        for (int i = 0; name != null && i < groups.size(); i++) {
            if (groups.get(i).name().equals(name.text())) {
                return i;
            }
        }
        return -1;
    }

    private Map<Integer, Load> loads(String file, String cpu, String memory, Load unknown) {
        Map<Integer, Load> loads = new HashMap<>();
        for (int service = 0; service < names.services(); service++) {
            loads.put(service, unknown);
        }
        files.dictionary(file).entries().forEach((name, json) -> {
            Map<String, Json> entry = json.dictionary().entries();
            Load load = new Load(
                    entry.containsKey(cpu) ? entry.get(cpu).number() : unknown.cpu(),
                    entry.containsKey(memory) ? entry.get(memory).number() : unknown.memory());
            if (names.service(name) >= 0) {
                loads.put(names.service(name), load);
            }
        });
        return loads;
    }

    private List<Rule.Group> groups(String text) {
        List<Rule.Group> groups = new ArrayList<>();
        for (Section section : Sections.parse("groups", text)) {
            groups.add(new Rule.Group(
                    section.name(), priorities(section), section.yes("restricted"), !section.yes("nofailback")));
        }
        return groups;
    }

    private Map<Integer, Integer> priorities(Section section) {
        Map<Integer, Integer> priorities = new TreeMap<>();
        for (String item : section.list("nodes")) {
            String[] parts = item.split(":", 2);
            int node = names.node(parts[0]);
            if (node < 0) {
                throw section.wrong("there is no node \"" + parts[0] + "\"");
            }
            if (parts.length > 1 && !parts[1].matches("\\d{1,4}")) {
                throw section.wrong("\"" + parts[1] + "\" is no priority");
            }
            priorities.put(node, parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
        }
        return priorities;
    }

    private List<Rule> rules(String text) {
        List<Rule> rules = new ArrayList<>();
        for (Section section : Sections.parse("rules_config", text)) {
            List<Integer> members = new ArrayList<>();
            for (String item : section.list("resources")) {
                if (names.service(item) >= 0) {
                    members.add(names.service(item));
                }
            }
            boolean off = section.values().containsKey("disable")
                    && !section.values().get("disable").equals("0");
            if (off) {
                continue;
            }
            switch (section.type()) {
                case "node-affinity" ->
                    rules.add(
                            new Rule.NodeAffinity(section.name(), members, priorities(section), section.yes("strict")));
                case "resource-affinity" ->
                    rules.add(new Rule.ServiceAffinity(section.name(), members, together(section)));
                default -> throw section.wrong("rules of the type \"" + section.type() + "\" are unknown");
            }
        }
        return rules;
    }

    private static boolean together(Section section) {
        String affinity = section.values().getOrDefault("affinity", "");
        return switch (affinity) {
            case "positive" -> true;
            case "negative" -> false;
            default -> throw section.wrong("an affinity is positive or negative, not \"" + affinity + "\"");
        };
    }

    private HaSetup.Past past() {
        Map<Integer, NodeState> nodes = new TreeMap<>();
        Map<Integer, ServiceStatus> old = new TreeMap<>();
        Set<Integer> maintenance = new HashSet<>();
        Json states = past.entries().get("node_status");
        if (states != null) {
            states.dictionary().entries().forEach((name, state) -> {
                if (names.node(name) >= 0) {
                    nodes.put(names.node(name), constant(NodeState.class, state));
                }
            });
        }
        Json list = past.entries().get("service_status");
        if (list != null) {
            list.dictionary().entries().forEach((name, json) -> old.put(names.service(name), status(json)));
        }
        Json requests = past.entries().get("node_request");
        if (requests != null) {
            requests.dictionary().entries().forEach((name, json) -> {
                Json asked = json.dictionary().entries().get("maintenance");
                if (names.node(name) >= 0 && asked != null && asked.yes()) {
                    maintenance.add(names.node(name));
                }
            });
        }
        Json master = past.entries().get("master_node");
        return new HaSetup.Past(master == null ? -1 : names.node(master.text()), nodes, old, maintenance);
    }

    private ServiceStatus status(Json json) {
        Map<String, Json> entry = json.dictionary().entries();
        Json state = entry.get("state");
        Json at = entry.get("node");
        if (state == null || at == null) {
            throw json.wrong("a service has a state and a node");
        }
        Json target = entry.get("target");
        Json home = entry.get("maintenance_node");
        return new ServiceStatus(
                constant(ServiceState.class, state),
                node(at),
                target == null ? -1 : node(target),
                -1,
                0,
                null,
                failedNodes(entry.get("failed_nodes")),
                home == null ? -1 : node(home));
    }

    private List<Integer> failedNodes(@Nullable Json list) {
        return list == null
                ? List.of()
                : list.array().items().stream().map(this::node).toList();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Json name) {
        try {
            return Enum.valueOf(type, name.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw name.wrong("the state \"" + name.text() + "\" is unknown");
        }
    }

    private List<List<Injection>> slots(CommandReader reader) {
        List<List<Injection>> slots = new ArrayList<>();
        int count = 0;
        for (Json slot : commands.items()) {
            List<Injection> list = new ArrayList<>();
            for (Json command : slot.array().items()) {
                count++;
                try {
                    list.add(reader.read(command.text()));
                } catch (Misunderstood wrong) {
                    throw command.wrong(String.valueOf(wrong.getMessage()));
                }
            }
            slots.add(list);
        }
        if (count > MOST_COMMANDS) {
            throw commands.wrong("more than " + MOST_COMMANDS + " commands");
        }
        return slots;
    }
}
