package org.rackdrill.chaos.importing.chaostoolkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Invents experiments, as JSON: the same seed always gives the same one. */
final class Experimenter {

    private static final List<String> NAMES = List.of(
            "node1",
            "node2",
            "node3",
            "immich",
            "jellyfin",
            "vaultwarden",
            "win11",
            "JELLYFIN",
            "papperless",
            "i-0abc123",
            "${host}",
            "${env}",
            "${secret}",
            "$$",
            "a, b: {c} #",
            "\"\\\u2028\u001b",
            "");
    private static final List<String> TOLERANCES = List.of(
            "200",
            "true",
            "0",
            "[200, 301]",
            "[200, 503]",
            "{\"type\": \"regex\", \"pattern\": \"(a+)+$\", \"target\": \"body\"}",
            "{\"type\": \"jsonpath\", \"path\": \"$.a\"}",
            "{\"type\": \"range\", \"range\": [1, 2.5], \"target\": \"status\"}",
            "{\"type\": \"probe\", \"name\": \"x\", \"provider\": {\"type\": \"python\"}}",
            "\"ok\"");
    private static final List<Known> PROGRAMS =
            Arrays.stream(Known.values()).filter(it -> it.arguments().isEmpty()).toList();
    private static final List<String> STRATEGIES =
            List.of("default", "before-method-only", "after-method-only", "during-method-only", "continuously", "skip");

    private final SplittableRandom luck;

    Experimenter(long seed) {
        this.luck = new SplittableRandom(seed);
    }

    String experiment() {
        return "{\"title\": " + text() + ", \"description\": " + text() + ",\n\"configuration\": {\"host\": \"immich\","
                + " \"env\": {\"type\": \"env\", \"key\": \"X\", \"default\": \"node2\"}},\n\"secrets\": {\"a\":"
                + " {\"secret\": \"s\"}},\n\"runtime\": {\"hypothesis\": {\"strategy\": \""
                + one(STRATEGIES) + "\"}},\n\"steady-state-hypothesis\": {\"title\": " + text() + ", \"probes\": ["
                + list(3, true) + "]},\n\"method\": [" + list(9, false) + "],\n\"rollbacks\": [" + list(2, false)
                + "]}";
    }

    private String list(int most, boolean probes) {
        List<String> items = new ArrayList<>();
        int count = luck.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            items.add(activity(probes || luck.nextInt(4) == 0));
        }
        return String.join(",\n", items);
    }

    private String activity(boolean probe) {
        return "{\"type\": \"" + (probe ? "probe" : "action") + "\", \"name\": " + text() + ", \"provider\": "
                + provider() + (probe ? ", \"tolerance\": " + one(TOLERANCES) : "")
                + (luck.nextBoolean()
                        ? ", \"pauses\": {\"before\": " + luck.nextInt(100) + ", \"after\": " + luck.nextInt(1000) / 8.0
                                + "}"
                        : "")
                + (luck.nextInt(4) == 0 ? ", \"background\": true" : "") + "}";
    }

    private String provider() {
        Known known = one(List.of(Known.values()));
        return switch (luck.nextInt(5)) {
            case 0 ->
                "{\"type\": \"http\", \"url\": \"http://" + host() + ":80/x\", \"timeout\": " + luck.nextInt(9) + "}";
            case 1 -> program(one(PROGRAMS));
            default -> python(known);
        };
    }

    private String program(Known known) {
        List<String> words = new ArrayList<>(List.of(known.there().split(" ")));
        String path = "/bin/" + words.remove(0);
        List<String> arguments =
                new ArrayList<>(words.stream().map(Experimenter::quoted).toList());
        arguments.add(known == Known.SLEEP ? quoted("30") : name());
        return "{\"type\": \"process\", \"path\": " + quoted(path) + ", \"arguments\": [" + String.join(", ", arguments)
                + "]}";
    }

    private String python(Known known) {
        String there = known.there();
        int dot = there.lastIndexOf('.');
        if (dot < 0) {
            return "{\"type\": \"python\", \"module\": \"m\", \"func\": \"f\"}";
        }
        List<String> arguments = new ArrayList<>(List.of("\"ns\": \"x\""));
        for (String argument : known.arguments()) {
            arguments.add(quoted(argument) + ": " + argument(argument));
        }
        if (luck.nextBoolean()) {
            arguments.add("\"force\": true");
        }
        return "{\"type\": \"python\", \"module\": " + quoted(there.substring(0, dot)) + ", \"func\": "
                + quoted(there.substring(dot + 1)) + ", \"arguments\": {" + String.join(", ", arguments) + "}}";
    }

    private String argument(String argument) {
        return switch (argument) {
            case "label_selector" -> quoted("app=" + one(NAMES));
            case "instance_ids" -> "[" + name() + ", " + name() + "]";
            case "filter" -> quoted("where name=='" + one(NAMES) + "'");
            case "duration" ->
                String.valueOf(luck.nextInt(5000) / 7.0).substring(0, 3).replaceFirst("\\.$", "");
            default -> name();
        };
    }

    private String host() {
        return luck.nextBoolean() ? "jellyfin.home.lan" : one(List.of("node1", "www.immich", "shop", "${host}"));
    }

    private String name() {
        return quoted(one(NAMES));
    }

    private String text() {
        return quoted("t" + one(NAMES).repeat(luck.nextInt(60)));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\u001b", "\\u001b") + "\"";
    }

    private <T> T one(List<T> of) {
        return of.get(luck.nextInt(of.size()));
    }
}
