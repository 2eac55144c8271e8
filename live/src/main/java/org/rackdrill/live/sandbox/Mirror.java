package org.rackdrill.live.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Debian mirror that the apt of a machine is set to, read from both forms of its lists. */
final class Mirror {
    /** What every Debian knows. */
    static final String USUAL = "http://deb.debian.org/debian";

    private static final Pattern ONE_LINE = Pattern.compile("deb\\s+(?:\\[([^]]*)]\\s+)?(\\S+)\\s+(\\S+)\\s+(\\S.*)");
    private static final Pattern SUITE = Pattern.compile(
            "(?:buster|bullseye|bookworm|trixie|forky|sid|oldoldstable|oldstable|stable|testing|unstable)");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?|file)://?[A-Za-z0-9._~:/@%+=,\\[\\]-]+");

    private Mirror() {}

    /**
     * Returns the first mirror of Debian itself that is in use, or the usual one. Others, such as of security updates, of
     * Ubuntu or of a vendor, are passed over: they do not have bookworm.
     *
     * @param apt {@code /etc/apt}
     */
    static String of(Path apt) {
        return lists(apt).stream().flatMap(Mirror::mirrors).findFirst().orElse(USUAL);
    }

    /** Returns whether a mirror can be handed to debootstrap. */
    static boolean isAddress(String mirror) {
        return ADDRESS.matcher(mirror).matches();
    }

    private static List<Path> lists(Path apt) {
        List<Path> lists = new ArrayList<>(List.of(apt.resolve("sources.list")));
        try (Stream<Path> more = Files.list(apt.resolve("sources.list.d"))) {
            more.filter(list ->
                            list.toString().endsWith(".list") || list.toString().endsWith(".sources"))
                    .sorted()
                    .forEach(lists::add);
        } catch (IOException e) {
            return lists;
        }
        return lists;
    }

    private static Stream<String> mirrors(Path list) {
        String text;
        try {
            text = Files.readString(list);
        } catch (IOException e) {
            return Stream.empty();
        }
        return list.toString().endsWith(".sources") ? ofParagraphs(text) : ofLines(text);
    }

    /** Returns the mirrors of a list with one source per line. */
    static Stream<String> ofLines(String text) {
        return text.lines()
                .map(line -> ONE_LINE.matcher(line.replaceFirst("#.*", "").strip()))
                .filter(Matcher::matches)
                .filter(line -> isMain(line.group(3), line.group(4)))
                .map(line -> line.group(2))
                .flatMap(address -> usable(address).stream());
    }

    /** Returns the mirrors of a list in paragraphs of fields. */
    static Stream<String> ofParagraphs(String text) {
        return Stream.of(text.replaceAll("(?m)^#.*\n?", "").split("\n[ \t]*\n"))
                .map(Mirror::fields)
                .filter(Mirror::inUse)
                .flatMap(fields -> Stream.of(field(fields, "uris").split("\\s+")))
                .flatMap(address -> usable(address).stream());
    }

    private static boolean inUse(Map<String, String> fields) {
        return !field(fields, "enabled").equalsIgnoreCase("no")
                && List.of(field(fields, "types").split("\\s+")).contains("deb")
                && Stream.of(field(fields, "suites").split("\\s+"))
                        .anyMatch(suite -> isMain(suite, field(fields, "components")));
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** A line that starts with a blank goes on with the field above. */
    private static Map<String, String> fields(String paragraph) {
        Map<String, String> fields = new TreeMap<>();
        String name = "";
        for (String line : paragraph.lines().toList()) {
            int colon = line.indexOf(':');
            if (line.startsWith(" ") || line.startsWith("\t")) {
                fields.merge(name, " " + line.strip(), String::concat);
            } else if (colon > 0) {
                name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.put(name, line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private static boolean isMain(String suite, String components) {
        return SUITE.matcher(suite).matches()
                && List.of(components.strip().split("\\s+")).contains("main");
    }

    private static Optional<String> usable(String address) {
        String mirror = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        // Ubuntu's suites have other names, but derivatives borrow those of Debian.
        boolean debian = mirror.endsWith("/debian") || mirror.contains("debian.");
        return isAddress(mirror) && debian && !mirror.contains("security") ? Optional.of(mirror) : Optional.empty();
    }
}
