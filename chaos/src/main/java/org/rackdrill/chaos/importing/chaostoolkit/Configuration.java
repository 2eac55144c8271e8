package org.rackdrill.chaos.importing.chaostoolkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.chaos.importing.draft.Remark;
import org.rackdrill.chaos.importing.draft.Spot;
import org.rackdrill.model.yaml.Tree;

/** The variables of an experiment: what the file says itself is filled in, the environment is never looked at. */
final class Configuration {

    private static final String NAME = "[_a-zA-Z][_a-zA-Z0-9]*";
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\$|\\{(" + NAME + ")}|(" + NAME + "))");
    private static final int LONGEST = 4000;

    private final Map<String, Word> values = new HashMap<>();
    private final Set<String> secrets = new HashSet<>();
    private final List<Remark> remarks = new ArrayList<>();

    Configuration(Spot experiment) {
        experiment.find("configuration").ifPresent(it -> it.entries().forEach(this::read));
        experiment.find("secrets").ifPresent(it -> {
            it.entries().forEach((name, group) -> {
                if (group.isGroup()) {
                    secrets.addAll(group.entries().keySet());
                }
            });
            remarks.add(it.noted("a drill needs no secrets, so none is taken over"));
        });
    }

    List<Remark> remarks() {
        return remarks;
    }

    private void read(String name, Spot value) {
        if (value.isGroup() && value.find("type").isPresent()) {
            Optional<Spot> fallback = value.find("default").filter(it -> !it.isGroup() && !it.isList());
            boolean environment = "env".equals(value.find("type").orElseThrow().text());
            if (environment && fallback.isPresent()) {
                String doubt = "`" + name + "` comes from the environment; this is its default";
                values.put(name, new Word(fallback.get().text(), Optional.of(doubt)));
                remarks.add(value.noted("the environment is not looked at: its default is taken"));
            } else {
                remarks.add(value.noted(
                        (environment ? "the environment is not looked at" : "nothing is asked while importing")
                                + ", so nobody knows its value"));
            }
        } else if (value.isGroup() || value.isList()) {
            remarks.add(value.noted("a drill has no settings, so it is not taken over"));
        } else if (!(value.tree() instanceof Tree.Nothing)) {
            values.put(name, new Word(value.text(), Optional.empty()));
        }
    }

    /** Returns a text with its variables filled in; nothing where one is only known when the experiment runs. */
    Optional<Word> fill(Spot spot) {
        Matcher matcher = VARIABLE.matcher(spot.text());
        StringBuilder text = new StringBuilder();
        Optional<String> doubt = Optional.empty();
        while (matcher.find()) {
            Word value = "$$".equals(matcher.group())
                    ? new Word("$", Optional.empty())
                    : values.getOrDefault(variable(matcher), new Word("", Optional.of("")));
            if (value.doubt().filter(String::isEmpty).isPresent() || text.length() > LONGEST) {
                return Optional.empty();
            }
            doubt = doubt.or(value::doubt);
            matcher.appendReplacement(text, Matcher.quoteReplacement(value.text()));
        }
        return Optional.of(new Word(matcher.appendTail(text).toString(), doubt));
    }

    /** Returns a sentence about a text that cannot be filled in. */
    String unknown(Spot spot) {
        String names = VARIABLE.matcher(spot.text())
                .results()
                .map(Configuration::variable)
                .filter(name -> !name.isEmpty() && !values.containsKey(name))
                .findFirst()
                .orElse("?");
        return "`${" + names + "}` is "
                + (secrets.contains(names) ? "a secret" : "only known when the experiment runs");
    }

    private static String variable(MatchResult match) {
        String braced = match.group(1);
        String bare = match.group(2);
        return braced != null ? braced : bare != null ? bare : "";
    }
}
