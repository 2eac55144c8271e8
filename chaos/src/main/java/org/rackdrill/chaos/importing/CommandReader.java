package org.rackdrill.chaos.importing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.ha.Injection;
import org.rackdrill.simulator.ha.Load;
import org.rackdrill.simulator.ha.Observation;
import org.rackdrill.simulator.ha.Observation.Asked;
import org.rackdrill.simulator.ha.Observation.Edit;
import org.rackdrill.simulator.ha.Order;
import org.rackdrill.simulator.ha.Requested;
import org.rackdrill.simulator.ha.ServiceConfig;

/** Understands the commands of a case, in the order in which they are given. */
final class CommandReader {
    private static final double MEBIBYTE = 1 << 20;

    private final Names names;
    private final Map<Integer, Load> most;
    private final Map<Integer, Load> use;

    CommandReader(Names names, Map<Integer, Load> most, Map<Integer, Load> use) {
        this.names = names;
        this.most = new HashMap<>(most);
        this.use = new HashMap<>(use);
    }

    /** What is wrong with a command, for whoever knows where it stands. */
    static final class Misunderstood extends RuntimeException {
        private static final long serialVersionUID = 1;

        Misunderstood(String message) {
            super(message);
        }
    }

    Injection read(String command) {
        String[] words = command.strip().split("\\s+");
        return switch (words[0]) {
            case "power" -> new Injection.Power(node(words, 1), on(words, 2));
            case "network" -> new Injection.Network(node(words, 1), on(words, 2));
            case "reboot", "shutdown" -> new Injection.Shutdown(node(words, 1), words[0].equals("reboot"));
            case "restart-lrm" -> new Injection.RestartAgent(node(words, 1));
            case "delay" -> new Injection.Delay(number(words, 1, 100_000));
            case "crm" -> crm(words);
            case "cfs" -> filesystem(words);
            case "skip-round" ->
                new Injection.SkipRounds(
                        either(word(words, 1), "crm", "lrm"), words.length > 2 ? number(words, 2, 10_000) : 1);
            case "pve-manager-version" -> change(new Observation.Updated(node(words, 1), word(words, 3)));
            case "service" -> service(words);
            default -> throw new Misunderstood("the command \"" + words[0] + "\" is unknown");
        };
    }

    private static Injection change(Edit edit) {
        return new Injection.Change(edit);
    }

    private static Injection ask(Order order) {
        return change(new Asked(order));
    }

    private Injection crm(String[] words) {
        int node = node(words, 1);
        return switch (word(words, 2)) {
            case "start" -> new Injection.Crm(node, true);
            case "stop" -> new Injection.Crm(node, false);
            case "enable-node-maintenance" -> ask(new Order.Maintenance(node, true));
            case "disable-node-maintenance" -> ask(new Order.Maintenance(node, false));
            case "disarm-ha" -> ask(new Order.Disarm(either(word(words, 3), "freeze", "ignore")));
            case "arm-ha" -> ask(new Order.Arm());
            default -> throw new Misunderstood("\"crm ... " + words[2] + "\" is unknown");
        };
    }

    private Injection filesystem(String[] words) {
        return new Injection.Filesystem(
                node(words, 1), either(word(words, 2), "rw", "update"), either(word(words, 3), "work", "fail"));
    }

    private Injection service(String[] words) {
        int service = service(words, 1);
        String verb = word(words, 2);
        return switch (verb) {
            case "migrate", "relocate" -> ask(new Order.Move(service, node(words, 3), verb.equals("migrate")));
            case "stop" -> ask(new Order.Stop(service, number(words, 3, 1_000_000)));
            case "manual-migrate" -> change(new Observation.Carried(service, node(words, 3)));
            case "delete" -> change(new Observation.Deleted(service));
            case "lock" -> change(new Observation.Locked(service, words.length > 3 ? words[3] : "backup"));
            case "unlock" -> change(new Observation.Locked(service, null));
            case "add" -> add(service, words);
            case "set-static-stats" -> {
                Load load = load(words, "maxcpu", "maxmem", most.getOrDefault(service, CaseReader.LIMITS));
                most.put(service, load);
                yield change(new Observation.Limited(service, load));
            }
            case "set-dynamic-stats" -> {
                Load load = load(words, "cpu", "mem", use.getOrDefault(service, CaseReader.USE));
                use.put(service, load);
                yield change(new Observation.Used(service, load));
            }
            default -> change(new Observation.Wanted(service, requested(verb)));
        };
    }

    private Injection add(int service, String[] words) {
        Requested requested = words.length > 4 ? requested(words[4]) : Requested.STARTED;
        boolean live = words[1].startsWith("vm:");
        ServiceConfig config = ServiceConfig.of(node(words, 3), requested, live);
        return new Injection.Add(service, config, words.length > 5 && !words[5].equals("0"));
    }

    private static Load load(String[] words, String cpu, String memory, Load old) {
        Load load = old;
        for (int i = 3; i < words.length; i += 2) {
            double value = decimal(word(words, i + 1));
            if (words[i].equals(cpu)) {
                load = new Load(value, load.memory());
            } else if (words[i].equals(memory)) {
                load = new Load(load.cpu(), value * MEBIBYTE);
            } else {
                throw new Misunderstood("\"" + words[i] + "\" is neither " + cpu + " nor " + memory);
            }
        }
        return load;
    }

    static Requested requested(String word) {
        return switch (word) {
            case "started", "enabled" -> Requested.STARTED;
            case "stopped" -> Requested.STOPPED;
            case "disabled" -> Requested.DISABLED;
            case "ignored" -> Requested.IGNORED;
            default ->
                throw new Misunderstood("a service is started, stopped, disabled or ignored, not \"" + word + "\"");
        };
    }

    /** Returns what an order for the master says, or null when it is none. */
    @Nullable
    Order order(String command) {
        String[] words = command.strip().split("\\s+");
        return switch (words[0]) {
            case "migrate", "relocate" -> new Order.Move(service(words, 1), node(words, 2), words[0].equals("migrate"));
            case "stop" -> new Order.Stop(service(words, 1), number(words, 2, 1_000_000));
            case "enable-node-maintenance" -> new Order.Maintenance(node(words, 1), true);
            case "disable-node-maintenance" -> new Order.Maintenance(node(words, 1), false);
            case "disarm-ha" -> new Order.Disarm(either(word(words, 1), "freeze", "ignore"));
            case "arm-ha" -> new Order.Arm();
            default -> null;
        };
    }

    private int node(String[] words, int place) {
        int node = names.node(word(words, place));
        if (node < 0) {
            throw new Misunderstood("there is no node \"" + words[place] + "\"");
        }
        return node;
    }

    private int service(String[] words, int place) {
        int service = names.service(word(words, place));
        if (service < 0) {
            throw new Misunderstood("there is no service \"" + words[place] + "\"");
        }
        return service;
    }

    private static boolean on(String[] words, int place) {
        return either(word(words, place), "on", "off");
    }

    private static boolean either(String word, String yes, String no) {
        if (!word.equals(yes) && !word.equals(no)) {
            throw new Misunderstood("\"" + word + "\" is neither " + yes + " nor " + no);
        }
        return word.equals(yes);
    }

    private static String word(String[] words, int place) {
        if (place >= words.length) {
            throw new Misunderstood("\"" + String.join(" ", words) + "\" is too short");
        }
        return words[place];
    }

    private static int number(String[] words, int place, int most) {
        double number = decimal(word(words, place));
        if (number > most) {
            throw new Misunderstood(String.format(Locale.ROOT, "%s is more than %d", words[place], most));
        }
        return (int) number;
    }

    private static double decimal(String word) {
        try {
            double number = Double.parseDouble(word);
            if (number >= 0 && number <= 1e15) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new Misunderstood("\"" + word + "\" is no number");
        }
        throw new Misunderstood("\"" + word + "\" is out of range");
    }
}
