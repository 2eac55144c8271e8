package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.options.AtMost;
import org.rackdrill.model.options.Option;
import org.rackdrill.model.options.Options;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;
import org.rackdrill.model.yaml.Tree;
import org.rackdrill.model.yaml.YamlFile;

/** Reads options files, and tries each option on the lab that it is for. */
public final class OptionsReader {

    private static final int LONGEST_NAME = 60;

    private final LabReader reader;

    /** Reads with the reader of the labs that the options are for. */
    public OptionsReader(LabReader reader) {
        this.reader = reader;
    }

    /**
     * The lab file that options are laid over; it is without errors.
     *
     * @param fileName as problems should call it
     */
    public record Ground(String fileName, byte[] bytes, Optional<String> currency) {}

    /**
     * Reads one file; any bytes give options or a list of problems, never an exception.
     *
     * @param fileName as problems should call it
     * @param ground without it, only the file itself is checked
     */
    public OptionsReading read(String fileName, byte[] bytes, Optional<Ground> ground) {
        Document document = Document.of(fileName, bytes);
        Notes notes = document.notes();
        Fields file = document.tree().flatMap(tree -> file(tree, notes)).orElse(Fields.NONE);
        List<Said<Fields>> said = file.get(OptionKeys.OPTIONS).orElse(List.of());
        Optional<Outfit> outfit = Optional.empty();
        if (said.size() > Options.MOST) {
            notes.error(
                    said.get(Options.MOST).place(),
                    "there are more than " + Options.MOST + " options",
                    "Leave out those that you would not buy anyway.");
        } else if (!said.isEmpty() && !notes.isFull()) {
            Options options = options(file, said, ground, notes);
            OptionTrial trial = new OptionTrial(notes, options, said);
            outfit = ground.flatMap(lab -> trial.on(lab, reader, tree(lab)));
        }
        return new OptionsReading(
                notes.hasErrors() ? Optional.empty() : outfit,
                file.get(OptionKeys.LAB),
                document.problems(),
                document.hash());
    }

    private static Tree tree(Ground lab) {
        return YamlFile.parse(lab.bytes()).tree().orElseThrow();
    }

    private static Optional<Fields> file(Tree tree, Notes notes) {
        if (tree instanceof Tree.Entries) {
            return OptionKeys.FILE.read(tree, notes);
        }
        notes.error(tree.place(), "an options file is a group of keys", "Start with `rackdrill: 1`, then `options:`.");
        return Optional.empty();
    }

    private static Options options(Fields file, List<Said<Fields>> said, Optional<Ground> ground, Notes notes) {
        Map<String, Said<String>> names = new LinkedHashMap<>();
        for (Said<Fields> one : said) {
            one.value().said(OptionKeys.NAME).ifPresent(name -> take(name, names, notes));
        }
        List<String> known = List.copyOf(names.keySet());
        List<Option> options = new ArrayList<>();
        for (Said<Fields> one : said) {
            options.add(option(one.value(), known, ground.flatMap(Ground::currency), notes));
        }
        List<AtMost> limits = new ArrayList<>();
        for (Said<Counted> limit : file.get(OptionKeys.AT_MOST).orElse(List.of())) {
            List<Said<String>> of = limit.value().names().stream()
                    .map(name -> new Said<>(name, limit.place()))
                    .toList();
            limits.add(new AtMost(limit.value().needed(), known(of, known, notes)));
        }
        return new Options(options, limits);
    }

    private static void take(Said<String> name, Map<String, Said<String>> names, Notes notes) {
        if (name.value().isEmpty()
                || name.value().length() > LONGEST_NAME
                || name.value().matches(".*[\\[\\],].*")) {
            notes.error(
                    name.place(),
                    "`" + Meant.shortened(name.value()) + "` cannot be a name",
                    "Write up to " + LONGEST_NAME + " characters without commas and square brackets.");
        }
        Said<String> first = names.putIfAbsent(name.value(), name);
        if (first != null) {
            notes.error(
                    name.place(),
                    "duplicate name `" + name.value() + "`",
                    "It stands at line " + first.place().line() + " already; name each option differently.");
        }
    }

    private static Option option(Fields said, List<String> known, Optional<String> currency, Notes notes) {
        return new Option(
                said.get(OptionKeys.NAME).orElse(""),
                money(said, OptionKeys.PRICE, currency, notes),
                money(said, OptionKeys.YEARLY, currency, notes),
                said.get(OptionKeys.SOURCE).orElse(""),
                said.get(OptionKeys.GUESS).orElse(false),
                said.get(OptionKeys.NOTE).orElse(""),
                names(said, OptionKeys.NEEDS, known, notes),
                names(said, OptionKeys.EXCLUDES, known, notes));
    }

    /** In the money of the lab, since nothing is ever converted. */
    private static Setting<Money> money(Fields said, Key<Setting<Money>> key, Optional<String> currency, Notes notes) {
        Optional<Said<Setting<Money>>> price = said.said(key);
        if (price.isEmpty()) {
            return new Setting<>(new Money(0, currency.orElse("")), "0", Range.CERTAIN, notes.origin(said.place()));
        }
        Setting<Money> setting = price.get().value();
        String written = setting.value().currency();
        if (currency.isPresent() && !written.isEmpty() && !written.equals(currency.get())) {
            notes.error(
                    price.get().place(),
                    "this is in " + written + ", and the lab pays in " + currency.get(),
                    "Nothing is converted: write it in " + currency.get() + ".");
        }
        Money money = new Money(setting.value().amount(), currency.orElse(written));
        return new Setting<>(money, setting.text(), setting.range(), setting.origin());
    }

    private static List<String> names(Fields said, Key<List<Said<String>>> key, List<String> known, Notes notes) {
        String own = said.get(OptionKeys.NAME).orElse("");
        List<Said<String>> all = said.get(key).orElse(List.of());
        all.stream()
                .filter(name -> name.value().equals(own))
                .forEach(name -> notes.error(
                        name.place(), "`" + own + "` names itself under `" + key.name() + "`", "Leave it out."));
        return known(all, known, notes);
    }

    private static List<String> known(List<Said<String>> names, List<String> known, Notes notes) {
        List<String> found = new ArrayList<>();
        for (Said<String> name : names) {
            if (known.contains(name.value())) {
                found.add(name.value());
            } else {
                notes.error(
                        name.place(),
                        "no option is called `" + Meant.shortened(name.value()) + "`",
                        Meant.among(known, name.value(), notes)
                                .map(likely -> "Did you mean `" + likely + "`?")
                                .orElse("Name one of this file."));
            }
        }
        return found;
    }
}
