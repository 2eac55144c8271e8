package org.rackdrill.chaos.importing.chaostoolkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in what the toolkit's extensions call selectors, patterns and filters. */
final class Selected {

    private static final Pattern SELECTOR = Pattern.compile(
            "([A-Za-z0-9./_-]{1,200})\\s{0,9}(?:==|=|\\s+in\\s)\\s{0,9}\\(?\\s{0,9}([A-Za-z0-9._-]{1,200})");
    private static final Set<String> NAMING = Set.of("app", "name", "app.kubernetes.io/name", "k8s-app", "service");
    private static final Pattern PATTERN =
            Pattern.compile("\\^?([A-Za-z0-9][A-Za-z0-9_-]{0,100}?)(-?[.\\[(*+$\\\\].*)?");
    private static final Pattern FILTER =
            Pattern.compile("\\bname\\s{0,9}={1,2}~?\\s{0,9}['\"]([A-Za-z0-9._-]{1,200})['\"]");

    private Selected() {}

    /** Returns the names that an argument holds; none when it chooses in another way. */
    static List<Word> names(String argument, Word word) {
        return switch (argument) {
            case "label_selector" -> selector(word);
            case "name_pattern" -> pattern(word);
            case "filter" -> filter(word);
            default -> List.of(word);
        };
    }

    private static List<Word> selector(Word word) {
        Matcher matcher = SELECTOR.matcher(word.text());
        Optional<Word> other = Optional.empty();
        while (matcher.find()) {
            String label = String.valueOf(matcher.group(1));
            String value = String.valueOf(matcher.group(2));
            if (NAMING.contains(label)) {
                return List.of(new Word(value, word.doubt()));
            }
            String doubt = "the label `" + label + "` may say something else than the name";
            other = other.or(() -> Optional.of(new Word(value, Optional.of(doubt))));
        }
        return other.map(List::of).orElse(List.of());
    }

    private static List<Word> pattern(Word word) {
        Matcher matcher = PATTERN.matcher(word.text());
        if (!matcher.matches()) {
            return List.of();
        }
        return List.of(
                new Word(String.valueOf(matcher.group(1)), Optional.of("a pattern may match other names as well")));
    }

    private static List<Word> filter(Word word) {
        List<Word> names = new ArrayList<>();
        if (word.text().contains("sample")) {
            return names;
        }
        Matcher matcher = FILTER.matcher(word.text());
        while (matcher.find()) {
            names.add(new Word(String.valueOf(matcher.group(1)), word.doubt()));
        }
        return names;
    }
}
