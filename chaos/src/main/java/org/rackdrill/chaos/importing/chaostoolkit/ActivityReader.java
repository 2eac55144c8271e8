package org.rackdrill.chaos.importing.chaostoolkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rackdrill.chaos.importing.draft.Remark;
import org.rackdrill.chaos.importing.draft.Spot;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.yaml.Tree;

/** Reads activities and accounts for every key of them. */
final class ActivityReader {

    private static final Set<String> KEYS =
            Set.of("type", "name", "provider", "tolerance", "pauses", "background", "ref", "secrets", "configuration");
    private static final Set<String> HTTP_KEYS = Set.of("type", "url", "timeout", "secrets", "configuration");
    private static final Set<String> PYTHON_KEYS =
            Set.of("type", "module", "func", "arguments", "secrets", "configuration");
    private static final Set<String> PROCESS_KEYS =
            Set.of("type", "path", "arguments", "timeout", "secrets", "configuration");

    private final Configuration configuration;
    private final Map<String, Spot> named = new HashMap<>();
    private final List<Remark> remarks;

    /** Reads the activities of an experiment; what they lose on the way goes to {@code remarks}. */
    ActivityReader(Spot experiment, Configuration configuration, List<Remark> remarks) {
        this.configuration = configuration;
        this.remarks = remarks;
        experiment
                .find("steady-state-hypothesis")
                .flatMap(it -> it.find("probes"))
                .ifPresent(this::register);
        experiment.find("method").ifPresent(this::register);
    }

    private void register(Spot list) {
        for (Spot spot : list.items()) {
            if (spot.find("ref").isEmpty()) {
                spot.find("name").ifPresent(name -> named.putIfAbsent(name.text(), spot));
            }
        }
    }

    /**
     * Reads one activity, or the one that it refers to.
     *
     * @throws org.rackdrill.chaos.importing.draft.Unusable when it is none
     */
    Activity read(Spot spot) {
        Optional<Spot> ref = spot.find("ref");
        if (ref.isPresent()) {
            Spot meant = named.get(ref.get().text());
            if (meant == null) {
                throw ref.get()
                        .wrong(
                                "no activity is called `"
                                        + Meant.shortened(ref.get().text()) + "`",
                                "Name one of the hypothesis or the method.");
            }
            rest(spot, Set.of("ref"));
            return activity(meant, spot);
        }
        return activity(spot, spot);
    }

    /** Reads what an activity says; a reference stands in another place. */
    private Activity activity(Spot said, Spot place) {
        String type = required(said, "type", "Write `action` or `probe`.").text();
        if (!type.equals("action") && !type.equals("probe")) {
            throw required(said, "type", "")
                    .wrong("`" + Meant.shortened(type) + "` is no activity", "Write `action` or `probe`.");
        }
        String name = required(said, "name", "Give it one.").text();
        Spot provider = required(said, "provider", "Write who does it, such as `{type: http, url: ...}`.");
        if (said.equals(place)) {
            rest(said, KEYS);
        }
        Optional<Spot> pauses = said.find("pauses");
        return new Activity(
                place,
                type.equals("action"),
                name,
                provider(provider),
                said.find("tolerance"),
                pauses.flatMap(it -> it.find("before")).map(this::seconds).orElse(Duration.ZERO),
                pauses.flatMap(it -> it.find("after")).map(this::seconds).orElse(Duration.ZERO),
                said.find("background")
                        .map(it -> it.flag()
                                .orElseThrow(() -> it.wrong("here should stand true or false", "Write `true`.")))
                        .orElse(false));
    }

    private void rest(Spot said, Set<String> known) {
        said.entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                remarks.add(
                        switch (key) {
                            case "timeout" -> value.noted("a step has no such bound");
                            case "controls" -> value.leftOut("controls are code of the toolkit, and a drill runs none");
                            case "dry" -> value.leftOut("whether a drill is only shown is said when it is run");
                            default -> value.leftOut("a drill has nothing like it");
                        });
            }
        });
    }

    private Provider provider(Spot spot) {
        String type =
                required(spot, "type", "Write `python`, `http` or `process`.").text();
        return switch (type) {
            case "http" -> http(spot);
            case "python" -> python(spot);
            case "process" -> process(spot);
            default ->
                throw required(spot, "type", "")
                        .wrong(
                                "`" + Meant.shortened(type) + "` is no provider",
                                "Write `python`, `http` or `process`.");
        };
    }

    private Provider http(Spot spot) {
        unused(spot, HTTP_KEYS);
        return new Provider.Http(spot, required(spot, "url", "Write the address."));
    }

    private Provider python(Spot spot) {
        unused(spot, PYTHON_KEYS);
        String function = required(spot, "module", "Write the module.").text() + "."
                + required(spot, "func", "Write the function.").text();
        Map<String, Spot> arguments = spot.find("arguments").map(Spot::entries).orElse(Map.of());
        return new Provider.Python(spot, function, new LinkedHashMap<>(arguments));
    }

    private Provider process(Spot spot) {
        unused(spot, PROCESS_KEYS);
        String path = required(spot, "path", "Write the program.").text();
        List<Spot> words = new ArrayList<>();
        boolean shell = false;
        Optional<Spot> arguments = spot.find("arguments");
        if (arguments.isPresent() && arguments.get().isList()) {
            words.addAll(arguments.get().items());
        } else if (arguments.isPresent() && arguments.get().isGroup()) {
            // A program gets the keys and the values, one after the other.
            arguments.get().entries().forEach((key, value) -> words.addAll(List.of(worded(value, key), value)));
        } else if (arguments.isPresent()) {
            shell = !arguments.get().text().matches("[A-Za-z0-9 ._/:=@%+-]*");
            for (String word : arguments.get().text().strip().split("\\s+")) {
                words.add(worded(arguments.get(), word));
            }
        }
        // The toolkit passes no empty words on either.
        words.removeIf(it -> it.tree() instanceof Tree.Nothing
                || (it.tree() instanceof Tree.Text text && text.value().isEmpty()));
        return new Provider.Program(spot, path.substring(path.lastIndexOf('/') + 1), words, shell);
    }

    private static Spot worded(Spot spot, String word) {
        return new Spot(spot.file(), spot.path(), new Tree.Text(spot.tree().place(), word, false));
    }

    private void unused(Spot spot, Set<String> known) {
        String more = spot.entries().keySet().stream()
                .filter(key -> !known.contains(key))
                .map(Meant::shortened)
                .collect(Collectors.joining(", "));
        if (!more.isEmpty()) {
            remarks.add(spot.noted("how it is asked is not taken over: " + more));
        }
    }

    /** Returns a time in seconds; one that is only known later counts as nothing. */
    Duration seconds(Spot spot) {
        Optional<Word> word = configuration.fill(spot);
        if (word.isEmpty()) {
            remarks.add(spot.leftOut(configuration.unknown(spot) + ", so it counts as no time"));
            return Duration.ZERO;
        }
        word.get().doubt().ifPresent(doubt -> remarks.add(spot.guessed(doubt)));
        try {
            return Seconds.of(word.get().text());
        } catch (BadText bad) {
            throw spot.wrong(bad.what(), bad.fix());
        }
    }

    /** Returns how long {@code sleep} sleeps; nothing where that cannot be told. */
    Optional<Duration> slept(Spot spot) {
        Optional<Word> word = spot.isGroup() || spot.isList() ? Optional.empty() : configuration.fill(spot);
        Optional<Duration> slept = word.flatMap(it -> Seconds.slept(it.text()));
        if (slept.isPresent()) {
            word.flatMap(Word::doubt).ifPresent(doubt -> remarks.add(spot.guessed(doubt)));
        }
        return slept;
    }

    private static Spot required(Spot spot, String key, String fix) {
        return spot.find(key)
                .filter(it -> it.isGroup() || it.isList() || !it.text().isBlank())
                .orElseThrow(() -> spot.wrong("it has no `" + key + "`", fix));
    }
}
