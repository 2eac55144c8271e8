package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.Demand.LatencyGoal;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.reading.form.EitherForm;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.ListForm;
import org.rackdrill.model.reading.form.MappedForm;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.ModelForm;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.NamedForm;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;
import org.rackdrill.model.yaml.Tree;

/** What a service asks of disks: the keys {@code load}, {@code latency} and {@code feels}. */
final class DemandKeys {

    private static final double MOST_UNITS = 1e6;
    private static final int MOST_READS = 1_000_000;
    private static final Pattern COUNTED = Pattern.compile("(?:(\\d{1,7}(?:\\.\\d{1,6})?) *[x×*] *)?(\\S+)");
    private static final Pattern GOAL = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,3})?) +below +(.+)");
    private static final Pattern READS = Pattern.compile("(\\d{1,9}) +(?:dependent +)?reads?");

    /**
     * A load as the file says it.
     *
     * @param profile a catalogue entry; none for one that is measured
     */
    record Spoken(double scale, Optional<Said<String>> profile, Fields fields) {}

    private static final Form<Double> UNITS = new Form<>() {
        @Override
        public Optional<Double> read(Tree tree, Notes notes) {
            return Forms.text("a number", "", DemandKeys::number, "3").read(tree, notes);
        }

        @Override
        public Map<String, Object> schema() {
            return Json.object("type", "number", "exclusiveMinimum", 0, "maximum", MOST_UNITS);
        }
    };

    static final Key<String> PROFILE = Key.of(
            "profile", ModelForm.of(PartKind.WORKLOAD), "Catalogue entry for what one unit asks.", "media-streaming");
    static final Key<Double> SCALE = Key.of("scale", UNITS, "How many people, cameras or machines; 1 by default.", "3");
    static final Key<String> LOAD_AT = Key.of(
            "at",
            Forms.NAME,
            "The pool that it goes to; by default that of the data, else that of the system disk.",
            "nas/vol1");

    private static final FieldsForm LOAD_FIELDS =
            new FieldsForm("a load", TraitKeys.after(List.of(PROFILE, SCALE, LOAD_AT), PartKind.WORKLOAD));

    private static final Form<Spoken> SOME_LOAD = new EitherForm<>(
            new MappedForm<>(
                    Forms.text(
                            "a load",
                            "(\\d+(\\.\\d+)? *[x×*] *)?[A-Za-z0-9].*",
                            DemandKeys::line,
                            "2 x media-streaming"),
                    (line, notes) -> Optional.of(new Spoken(
                            line.value().scale(),
                            Optional.of(new Said<>(line.value().profile(), line.place())),
                            Fields.NONE))),
            new MappedForm<>(
                    LOAD_FIELDS,
                    (fields, notes) -> Optional.of(new Spoken(
                            fields.value().get(SCALE).orElse(1.0),
                            fields.value().said(PROFILE),
                            fields.value()))));

    static final Key<List<Said<Spoken>>> LOAD = Key.of(
            "load",
            new ListForm<>(SOME_LOAD, true),
            "What it asks of disks: so many units of a catalogue entry, or as measured; a list where there are several"
                    + " sorts. Without it something usual for its kind is assumed; `[]` is nothing.",
            "2 x media-streaming",
            "{reads: 120/s, writes: 40/s, size: 16 KiB}");

    static final Key<LatencyGoal> LATENCY = Key.of(
            "latency",
            Forms.text("a latency", GOAL.pattern(), DemandKeys::goal, "p95 below 200 ms"),
            "How soon its disks shall answer.",
            "p95 below 200 ms");

    static final Key<Integer> FEEL_READS = Key.of(
                    "reads",
                    Forms.whole(1, MOST_READS),
                    "Reads, each of which needs what the one before has found.",
                    "1400")
            .mustStand();
    static final Key<Bytes> FEEL_SIZE =
            Key.of("size", Forms.exact(ValueText.BYTES), "Size of each read; 16 KiB by default.", "16 KiB");
    static final Key<Duration> FEEL_TOUCHED = Key.of(
            "touched",
            Forms.SCHEDULE,
            "How often something reads the same blocks, people or daemons, which decides whether they are still in"
                    + " memory; every 15 minutes by default.",
            "every 15 min");

    /** Something that is felt, as the file says it. */
    record SpokenFeel(int reads, Fields fields) {}

    private static final Form<SpokenFeel> FEEL = new EitherForm<>(
            new MappedForm<>(
                    Forms.text("dependent reads", READS.pattern(), DemandKeys::reads, "1400 dependent reads"),
                    (reads, notes) -> Optional.of(new SpokenFeel(reads.value(), Fields.NONE))),
            new MappedForm<>(
                    new FieldsForm("something that is felt", List.of(FEEL_READS, FEEL_SIZE, FEEL_TOUCHED)),
                    (fields, notes) ->
                            fields.value().get(FEEL_READS).map(reads -> new SpokenFeel(reads, fields.value()))));

    static final Key<List<Named<SpokenFeel>>> FEELS = Key.of(
            "feels",
            new NamedForm<>("things that people wait for", FEEL, NamedForm.Sort.TITLE),
            "What its people wait for, and how many reads that is, each of which needs the one before.",
            "{the admin page: 1400 dependent reads}");

    private DemandKeys() {}

    private record Line(double scale, String profile) {}

    private static Line line(String text) {
        Matcher matcher = COUNTED.matcher(text);
        if (!matcher.matches()) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` is no load",
                    "Write it like `2 x media-streaming`, or `{reads: 120/s, writes: 40/s, size: 16 KiB}`.");
        }
        String number = matcher.group(1);
        return new Line(number == null ? 1 : number(number), String.valueOf(matcher.group(2)));
    }

    private static LatencyGoal goal(String text) {
        Matcher matcher = GOAL.matcher(text);
        if (!matcher.matches()) {
            throw new BadText("`" + Meant.shortened(text) + "` is no latency", "Write it like `p95 below 200 ms`.");
        }
        double percent = Double.parseDouble(String.valueOf(matcher.group(1)));
        double hours = Scale.TIME.parse(String.valueOf(matcher.group(2)));
        Duration limit = Forms.hoursOf(Math.min(hours, 1000));
        if (percent <= 0 || limit.isZero()) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` cannot be kept", "Write more than 0, like `p95 below 200 ms`.");
        }
        return new LatencyGoal(percent / 100, limit);
    }

    private static Integer reads(String text) {
        Matcher matcher = READS.matcher(text);
        if (!matcher.matches()) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` does not say how many reads",
                    "Write it like `1400 dependent reads`.");
        }
        int reads = Integer.parseInt(String.valueOf(matcher.group(1)));
        if (reads < 1 || reads > MOST_READS) {
            throw new BadText(
                    reads + " reads are not between 1 and 1,000,000", "Write it like `1400 dependent reads`.");
        }
        return reads;
    }

    private static double number(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new BadText("`" + Meant.shortened(text) + "` is not a number", "Write it like `3` or `0.5`.");
        }
        double number = Double.parseDouble(text);
        if (number <= 0 || number > MOST_UNITS) {
            throw new BadText("`" + text + "` is not above 0 and at most 1,000,000", "Write it like `3` or `0.5`.");
        }
        return number;
    }
}
