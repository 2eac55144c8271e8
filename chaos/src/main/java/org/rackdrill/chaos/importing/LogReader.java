package org.rackdrill.chaos.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rackdrill.chaos.importing.CommandReader.Misunderstood;
import org.rackdrill.chaos.importing.LogForms.Form;
import org.rackdrill.simulator.ha.Entry;
import org.rackdrill.simulator.ha.Entry.Voice;
import org.rackdrill.simulator.ha.Kind;
import org.rackdrill.simulator.ha.Load;
import org.rackdrill.simulator.ha.Order;

/** Reads the log of a case. */
final class LogReader {
    static final String FILE = "log.expect";
    private static final int MOST_LINES = 100_000;
    private static final int LONGEST_LINE = 2_000;
    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\d{1,9})\\s+([^\\s:]+): (.*)");
    private static final Pattern SERVICE_STATE = Pattern.compile(
            "service '(?<sid>\\w+:\\d+)': state changed from '(?<w1>\\w+)' to '(?<w2>\\w+)'(?<rest>.*)");
    private static final Pattern PARAMETER = Pattern.compile("(\\w+) = ([^,\\s)]+)");
    private static final Map<String, Voice> VOICES = Map.of(
            "cmdlist", Voice.SCHEDULE,
            "hardware", Voice.HARDWARE,
            "watchdog", Voice.WATCHDOG,
            "reboot", Voice.REBOOT,
            "shutdown", Voice.SHUTDOWN,
            "run-loop", Voice.LOOP);

    private final Names names;
    private final CommandReader commands;

    LogReader(Names names, Map<Integer, Load> most, Map<Integer, Load> use) {
        this.names = names;
        this.commands = new CommandReader(names, most, use);
    }

    List<PveHaCase.Line> read(List<String> lines) {
        if (lines.size() > MOST_LINES) {
            throw new BadCase(FILE, MOST_LINES, "has more than " + MOST_LINES + " lines");
        }
        List<PveHaCase.Line> read = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                read.add(line(i + 1, lines.get(i)));
            }
        }
        if (read.isEmpty()) {
            throw new BadCase(FILE, 0, "is empty");
        }
        return read;
    }

    private PveHaCase.Line line(int number, String text) {
        Matcher matcher = LINE.matcher(text);
        if (text.length() > LONGEST_LINE || !matcher.matches()) {
            throw new BadCase(FILE, number, "is no line of a log: level, time, source: message");
        }
        String source = matcher.group(3);
        int slash = source.indexOf('/');
        Voice voice = slash < 0 ? VOICES.get(source) : source.endsWith("/crm") ? Voice.CRM : Voice.LRM;
        int speaker = slash < 0 ? -1 : names.node(source.substring(0, slash));
        if (voice == null || (slash >= 0 && speaker < 0)) {
            throw new BadCase(FILE, number, "the source \"" + source + "\" is unknown");
        }
        long at = Long.parseLong(matcher.group(2));
        Entry entry = entry(at, voice, speaker, matcher.group(4).strip());
        boolean understood = entry != null;
        Entry nothing = new Entry(at, voice, speaker, Kind.ENDS, -1, -1, -1, "not understood");
        return new PveHaCase.Line(number, text.strip(), entry == null ? nothing : entry, understood);
    }

    private @Nullable Entry entry(long at, Voice voice, int speaker, String message) {
        try {
            if (message.startsWith("execute ")) {
                String detail =
                        commands.read(message.substring("execute ".length())).toString();
                return new Entry(at, voice, speaker, Kind.INJECTED, -1, -1, -1, detail);
            }
            Entry order = order(at, voice, speaker, message);
            if (order != null) {
                return order;
            }
        } catch (Misunderstood unknown) {
            return null;
        }
        Matcher state = SERVICE_STATE.matcher(message);
        if (state.matches()) {
            return serviceState(at, voice, speaker, state);
        }
        for (Form form : LogForms.all()) {
            Matcher matcher = form.pattern().matcher(message);
            if (matcher.matches()) {
                return entry(at, voice, speaker, form, matcher);
            }
        }
        return null;
    }

    private @Nullable Entry order(long at, Voice voice, int speaker, String message) {
        String read = "got crm command: ";
        boolean refused = message.startsWith("crm command error - ");
        if (!refused && !message.startsWith(read)) {
            return null;
        }
        String text = refused ? message.substring(message.lastIndexOf(": ") + 2) : message.substring(read.length());
        Order order = commands.order(text);
        return order == null
                ? null
                : new Entry(
                        at,
                        voice,
                        speaker,
                        refused ? Kind.ORDER_REFUSED : Kind.ORDER_READ,
                        -1,
                        -1,
                        -1,
                        order.toString());
    }

    private Entry serviceState(long at, Voice voice, int speaker, Matcher matcher) {
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(matcher.group("rest"));
        while (parameter.find()) {
            parameters.put(parameter.group(1), parameter.group(2));
        }
        String timeout = parameters.containsKey("timeout") ? " " + parameters.get("timeout") : "";
        return new Entry(
                at,
                voice,
                speaker,
                Kind.SERVICE_STATE,
                names.service(matcher.group("sid")),
                names.node(parameters.getOrDefault("node", "")),
                names.node(parameters.getOrDefault("target", "")),
                upper(matcher.group("w1")) + ">" + upper(matcher.group("w2")) + timeout);
    }

    private Entry entry(long at, Voice voice, int speaker, Form form, Matcher matcher) {
        Set<String> groups = form.groups();
        int service = groups.contains("sid") ? names.service(matcher.group("sid")) : -1;
        int node = groups.contains("node") ? names.node(matcher.group("node")) : -1;
        int target = groups.contains("peer")
                ? names.node(matcher.group("peer"))
                : groups.contains("mate") ? names.service(matcher.group("mate")) : -1;
        String detail = form.detail();
        for (int word = 1; groups.contains("w" + word); word++) {
            detail = detail.replace("$" + word, word(form.kind(), matcher.group("w" + word)));
        }
        return new Entry(at, voice, speaker, form.kind(), service, node, target, detail);
    }

    private String word(Kind kind, String word) {
        return switch (kind) {
            case START_GIVEN_UP, RELOCATED, ALL_TRIED ->
                Stream.of(word.split(", "))
                        .map(node -> String.valueOf(names.node(node)))
                        .collect(Collectors.joining(","));
            case ROUND_SKIPPED, SHUTDOWN_PLAN, DISARM_REPEATED -> word.toLowerCase(Locale.ROOT);
            case BALANCED, UNLOCKED -> word;
            case GUEST_LOCKED -> word.replace("migrate", "MIGRATE").replace("relocate", "RELOCATE");
            default -> upper(word);
        };
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
