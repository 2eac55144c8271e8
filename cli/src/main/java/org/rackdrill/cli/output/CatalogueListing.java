package org.rackdrill.cli.output;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.cli.terminal.Wrapping;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.catalogue.RangeText;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;

/** The catalogue as a person reads it. */
public final class CatalogueListing {
    private static final int NAME_WIDTH = 26;

    private final Outlet outlet;

    /** Prints to this outlet. */
    public CatalogueListing(Outlet outlet) {
        this.outlet = outlet;
    }

    /** Prints the names of all entries by kind. */
    public void names(Catalogue catalogue) {
        for (PartKind kind : PartKind.values()) {
            List<Catalogue.Entry> entries = catalogue.entries().stream()
                    .filter(entry -> entry.kind() == kind)
                    .toList();
            if (!entries.isEmpty()) {
                outlet.heading(words(kind));
                entries.forEach(this::name);
                outlet.line("");
            }
        }
        outlet.line("`rackdrill catalog NAME` shows the values of one, with their ranges and sources.");
    }

    private void name(Catalogue.Entry entry) {
        List<String> label = Wrapping.of(entry.label(), Terminal.WIDTH - NAME_WIDTH - 4);
        int gap = Math.max(2, NAME_WIDTH + 2 - entry.name().length());
        outlet.line("  " + entry.name() + " ".repeat(gap) + label.get(0));
        label.stream().skip(1).forEach(line -> outlet.line(" ".repeat(NAME_WIDTH + 4) + line));
    }

    /** Prints every value of one entry. */
    public void entry(Catalogue.Entry entry) {
        outlet.heading(entry.name());
        String os = entry.os().map(name -> "; comes with " + name).orElse("");
        String like = entry.like().map(name -> "; otherwise like " + name).orElse("");
        Wrapping.of(entry.label() + " (" + words(entry.kind()) + ")" + os + like, Terminal.WIDTH)
                .forEach(outlet::line);
        if (!entry.note().isEmpty()) {
            Wrapping.of(entry.note(), Terminal.WIDTH).forEach(outlet::line);
        }
        outlet.line("");
        ValueList values = new ValueList(outlet);
        for (Map.Entry<Trait<?>, Setting<?>> value : entry.traits().settings().entrySet()) {
            Setting<?> setting = value.getValue();
            Trait<?> trait = value.getKey();
            values.print(trait.key(), setting.text(), RangeText.of(setting), trait.means(), setting.origin());
        }
    }

    private static String words(PartKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
