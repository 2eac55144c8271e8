package org.rackdrill.cli.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.cli.init.Answers.Disks;
import org.rackdrill.cli.init.Answers.Machine;
import org.rackdrill.cli.init.Answers.Person;
import org.rackdrill.cli.init.Answers.Use;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.PartKind;

/** The eight questions. */
final class Interview {
    private static final Pattern SEVERAL = Pattern.compile("([1-9])\\s*x\\s+(.+)");
    private static final Pattern PERSON = Pattern.compile(
            "(?:([01]?\\d|2[0-3]):([0-5]\\d)\\s*-\\s*([01]?\\d|2[0-3]):([0-5]\\d))?[\\s,]*(?:(\\d{1,2})\\s*w(?:eeks?)?)?");
    private static final int MOST = 20;

    private final Prompt prompt;
    private final PartSearch parts;
    private final Names names;
    private final Catalogue catalogue;

    Interview(Prompt prompt, Catalogue catalogue) {
        this.prompt = prompt;
        this.catalogue = catalogue;
        this.parts = new PartSearch(catalogue, prompt);
        this.names = new Names(LabText.RESERVED);
    }

    Answers hold() {
        prompt.say("Eight questions; Enter takes what stands in brackets.");
        String title = prompt.ask("1. What do you call your rack?", "My rack");
        List<Machine> machines = machines();
        Optional<String> ups = ups();
        String wan = parts.choose(prompt.ask("5. Which internet access?", "generic-wan"), PartKind.WAN)
                .name();
        Optional<Machine> elsewhere = elsewhere();
        return new Answers(title, machines, ups, wan, elsewhere, person(), uses());
    }

    private List<Machine> machines() {
        String said = prompt.ask("2. Which machines are in it?", "generic-nas, generic-mini-pc");
        List<Catalogue.Entry> models = new ArrayList<>();
        for (String item : said.split("[,;]")) {
            if (item.isBlank()) {
                continue;
            }
            Matcher several = SEVERAL.matcher(item.strip());
            boolean many = several.matches();
            Catalogue.Entry model = parts.choose(many ? several.group(2) : item.strip(), PartKind.NODE);
            for (int i = 0; i < (many ? Integer.parseInt(several.group(1)) : 1); i++) {
                models.add(model);
            }
        }
        if (models.isEmpty()) {
            models.add(catalogue.generic(PartKind.NODE));
        }
        prompt.say("3. Which disks hold data, and how are they joined?");
        return models.stream().limit(MOST).map(this::machine).toList();
    }

    private Machine machine(Catalogue.Entry model) {
        String name = names.take(shortName(model), "node");
        Optional<Disks> disks =
                prompt.ask("   In " + name + ":", usualDisks(model), DiskWords::understand, DiskWords.HINT);
        return new Machine(name, model.name(), disks);
    }

    private Optional<String> ups() {
        String said = prompt.ask("4. Is there a UPS (no, yes, or its model)?", "no");
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "no", "n", "none" -> Optional.empty();
            case "yes", "y" -> Optional.of(PartKind.UPS.generic());
            default -> Optional.of(parts.choose(said, PartKind.UPS).name());
        };
    }

    private Optional<Machine> elsewhere() {
        String said = prompt.ask("6. Is there a machine at another place (no, yes, or its model)?", "no");
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "no", "n", "none" -> Optional.empty();
            case "yes", "y" -> Optional.of(away(parts.choose("generic-nas", PartKind.NODE)));
            default -> Optional.of(away(parts.choose(said, PartKind.NODE)));
        };
    }

    private Machine away(Catalogue.Entry model) {
        String name = names.take("away-" + shortName(model), "away-node");
        Optional<Disks> disks = DiskWords.understand(usualDisks(model)).orElseThrow();
        return new Machine(name, model.name(), Optional.of(disks.orElse(new Disks(1, "8 TB hdd", "stripe"))));
    }

    private Person person() {
        return prompt.ask(
                "7. When does whoever repairs it sleep, and how many weeks a year are they away?",
                "23:00-07:00, 4 weeks",
                Interview::person,
                "Write it like `23:00-07:00, 4 weeks`.");
    }

    private static Optional<Person> person(String said) {
        Matcher person = PERSON.matcher(said.strip());
        if (said.isBlank() || !person.matches()) {
            return Optional.empty();
        }
        String asleep = person.group(1) == null
                ? "23:00-07:00"
                : time(person.group(1), person.group(2)) + "-" + time(person.group(3), person.group(4));
        int weeks = person.group(5) == null ? 4 : Math.min(26, Integer.parseInt(person.group(5)));
        return Optional.of(new Person(asleep, weeks));
    }

    private static String time(String hour, String minute) {
        return (hour.length() == 1 ? "0" + hour : hour) + ":" + minute;
    }

    private List<Use> uses() {
        String said =
                prompt.ask("8. What do people use? Put ! behind what must never be lost.", "photos!, home-assistant");
        List<Use> uses = new ArrayList<>();
        for (String item : said.split("[,;]")) {
            boolean nothing = item.isBlank() || item.strip().equalsIgnoreCase("internet");
            if (!nothing && uses.size() < MOST) {
                uses.add(new Use(names.take(item, "service"), item.contains("!")));
            }
        }
        return uses;
    }

    /** What a person would call such a machine. */
    private static String shortName(Catalogue.Entry model) {
        String words = model.name() + " " + model.like().orElse("");
        for (String word : List.of("nas", "mini-pc", "server", "desktop")) {
            if (words.contains(word)) {
                return word.equals("mini-pc") ? "mini" : word;
            }
        }
        return words.contains("pi") ? "pi" : "node";
    }

    private static String usualDisks(Catalogue.Entry model) {
        return switch (shortName(model)) {
            case "nas" -> "4 x 8 TB hdd, shr-1";
            case "server" -> "4 x 8 TB hdd, raidz1";
            case "desktop" -> "2 x 4 TB hdd, mirror";
            default -> "none";
        };
    }
}
