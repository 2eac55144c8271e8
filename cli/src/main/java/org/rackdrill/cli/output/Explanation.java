package org.rackdrill.cli.output;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Printable;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.cli.terminal.Wrapping;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.reading.Explained;
import org.rackdrill.simulator.compiled.Fixed;
import org.rackdrill.simulator.compiled.Unanswerable;
import org.rackdrill.simulator.explained.ExplainedCause;

/** Every value that a lab uses, and where it came from; and what is behind every cause of downtime. */
public final class Explanation {
    private static final String BUILT_IN = "built-in.";

    private final ReadLab lab;
    private final List<Explained> values;
    private final List<ExplainedCause> causes;
    private final Optional<String> whyNoCauses;

    /** Explains this lab. */
    public Explanation(ReadLab lab) {
        this.lab = lab;
        values = Stream.concat(
                        lab.reading().explained().stream(),
                        Arrays.stream(Fixed.values()).map(Explanation::fixed))
                .toList();
        Optional<String> why = Optional.empty();
        List<ExplainedCause> found = List.of();
        try {
            found = ExplainedCause.all(lab.lab());
        } catch (Unanswerable unanswerable) {
            // Its values are worth reading all the same.
            why = Optional.of("not known: " + unanswerable.getMessage());
        }
        causes = found;
        whyNoCauses = why;
    }

    private static Explained fixed(Fixed value) {
        Origin origin = new Origin(Origin.Kind.DEFAULT, "built in", "our estimate: " + value.means(), false);
        return new Explained(BUILT_IN + value.key(), value.text(), "", origin);
    }

    /** Prints it for a person, a paragraph for each part of the lab. */
    public void print(Outlet outlet) {
        ValueList list = new ValueList(outlet);
        String group = "";
        for (Explained value : values) {
            int dot = value.path().lastIndexOf('.');
            String next = dot < 0 ? "lab" : value.path().substring(0, dot);
            if (!next.equals(group)) {
                if (!group.isEmpty()) {
                    outlet.line("");
                }
                outlet.heading(next);
                group = next;
            }
            list.print(value.path().substring(dot + 1), value.value(), value.range(), "", value.origin());
        }
        outlet.line("");
        outlet.heading("causes of downtime");
        whyNoCauses.ifPresent(why -> Wrapping.of(why, Terminal.WIDTH - 2).forEach(line -> outlet.line("  " + line)));
        causes.forEach(cause -> print(cause, list, outlet));
        outlet.line("");
        Wrapping.of(summary(), Terminal.WIDTH).forEach(outlet::line);
    }

    private static void print(ExplainedCause cause, ValueList list, Outlet outlet) {
        outlet.line("");
        Wrapping.of(Printable.line(cause.label()), Terminal.WIDTH - 2).forEach(line -> outlet.line("  " + line));
        for (ExplainedCause.Clock clock : cause.clocks()) {
            String many = clock.count() == 1 ? "" : clock.count() + " x ";
            list.print(
                    "strikes",
                    List.of(
                            many + clock.time(),
                            clock.formula(),
                            String.format(Locale.ROOT, "%.2g a year each", clock.perYear())));
            list.print("ends", List.of(clock.ends()));
        }
        list.print("process", List.of(cause.process(), "[" + cause.source() + "]"));
    }

    private String summary() {
        List<Origin> origins = values.stream().map(Explained::origin).toList();
        return Amount.of(origins.size(), "value") + ": " + count(origins, Origin.Kind.LAB_FILE) + " from the lab file, "
                + count(origins, Origin.Kind.CATALOGUE) + " from the catalogue, " + count(origins, Origin.Kind.DEFAULT)
                + " by default; "
                + origins.stream().filter(origin -> !origin.verified()).count() + " unverified.";
    }

    private static long count(List<Origin> origins, Origin.Kind kind) {
        return origins.stream().filter(origin -> origin.kind() == kind).count();
    }

    /** Returns it for a program. */
    public Document document() {
        return new Document(
                "1.0",
                lab.file().name(),
                lab.reading().hash(),
                values.stream().map(Explanation::value).toList(),
                causes);
    }

    private static Value value(Explained explained) {
        Origin origin = explained.origin();
        return new Value(
                explained.path(),
                explained.value(),
                explained.range(),
                origin.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                origin.where(),
                origin.source(),
                origin.verified());
    }

    /**
     * The explanation as it is written to JSON.
     *
     * @param causes of downtime, and what is behind them
     */
    public record Document(
            String format, String lab, String labHash, List<Value> values, List<ExplainedCause> causes) {}

    /**
     * One value.
     *
     * @param from who said it: lab file, catalogue or default
     * @param where the place in the file, or the catalogue entry
     */
    public record Value(
            String path, String value, String range, String from, String where, String source, boolean verified) {}
}
