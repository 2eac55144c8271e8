package org.rackdrill.chaos.hunt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.drill.writing.ExpectationLine;
import org.rackdrill.chaos.drill.writing.ProbeLine;
import org.rackdrill.chaos.drill.writing.StepLine;
import org.rackdrill.chaos.drill.writing.Words;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.UndoKind;
import org.rackdrill.model.lab.Lab;

/** A finding as a drill file: it fails as long as the lab has the hole that the hunt found, and passes once it has not. */
public final class HuntedDrill {

    private static final int COLUMNS = 110;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_STARTS = 6;
    private static final List<String> NAMES = List.of("first", "second", "third");
    private static final Duration AFTER_THE_LAST = Duration.ofHours(1);

    /** Everything that a simulator may be asked for. */
    private static final EnumSet<Danger> ACCEPTED =
            EnumSet.complementOf(EnumSet.of(Danger.BEYOND_RADIUS, Danger.OTHER_DRILL));

    private final Lab lab;
    private final String labName;
    private final Goal goal;
    private final Finding finding;
    private final List<Strike> strikes;

    /**
     * Makes a drill of a finding.
     *
     * @param labName as the drill shall name the lab
     */
    public HuntedDrill(Lab lab, String labName, Goal goal, Finding finding) {
        this.lab = lab;
        this.labName = labName;
        this.goal = goal;
        this.finding = finding;
        strikes = finding.smallest().strikes();
    }

    /** Returns a name for its file, without the extension and unique only together with a number. */
    public String fileName() {
        String name = strikes.stream()
                .map(strike -> strike.candidate().text())
                .collect(Collectors.joining("-and-"))
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).replaceAll("-[a-z]*$", "") : name;
    }

    /** Returns what it teaches, in a sentence or two. */
    public String lesson() {
        return Lesson.of(lab, goal, finding.smallest());
    }

    /** Returns the file. */
    public String text() {
        StringBuilder text = new StringBuilder();
        comment(text, "Found by a hunt in the simulator for what breaks \"" + goal.text() + "\".");
        text.append("#\n");
        comment(text, "What it teaches: " + lesson());
        text.append("#\n");
        comment(text, came());
        head(text);
        list(text, "steady", steady().stream().map(ProbeLine::of).toList());
        list(text, "timeline", steps().stream().map(StepLine::of).toList());
        list(text, "expect", expectations().stream().map(ExpectationLine::of).toList());
        text.append("\naccepts: [")
                .append(ACCEPTED.stream().map(Danger::word).collect(Collectors.joining(", ")))
                .append("]\n");
        return text.toString();
    }

    private static void list(StringBuilder text, String key, List<String> items) {
        if (!items.isEmpty()) {
            text.append('\n').append(key).append(":\n");
            items.forEach(item -> text.append("  - ").append(item).append('\n'));
        }
    }

    private void head(StringBuilder text) {
        text.append("drill: 1\nname: ")
                .append(Words.quoted(name()))
                .append("\nlab: ")
                .append(Words.text(labName))
                .append("\nwhy: ")
                .append(Words.quoted(why()))
                .append("\nlasts: ")
                .append(Words.time(lasts()))
                .append('\n');
    }

    /** Whatever is down meanwhile, the lab is well before and after; what has no way back is not asked for. */
    private List<Steady> steady() {
        List<Steady> states = new ArrayList<>();
        if (strikes.stream().anyMatch(strike -> strike.candidate().fault().undo() == UndoKind.IRREVERSIBLE)) {
            return states;
        }
        if (goal instanceof Goal.Uptime uptime) {
            states.add(new Steady(new Probe.Up(new Target.Service(uptime.service())), Optional.empty()));
        } else {
            datasets().forEach(data -> states.add(new Steady(new Probe.Intact(data), Optional.empty())));
        }
        return states;
    }

    private List<Target.Dataset> datasets() {
        return lab.services().stream()
                .filter(service -> service.data().isPresent())
                .map(service -> new Target.Dataset(service.name()))
                .toList();
    }

    private static void comment(StringBuilder text, String words) {
        StringBuilder line = new StringBuilder("#");
        for (String word : Words.comment(words).split(" ")) {
            if (line.length() + word.length() >= COLUMNS) {
                text.append(line).append('\n');
                line = new StringBuilder("#");
            }
            line.append(' ').append(word);
        }
        text.append(line).append('\n');
    }

    private String came() {
        List<String> starts = finding.plots().stream()
                .map(plot -> plot.strikes().stream()
                        .map(strike -> Times.text(strike.at()))
                        .collect(Collectors.joining(" and ")))
                .distinct()
                .toList();
        String some = String.join("; ", starts.subList(0, Math.min(MOST_STARTS, starts.size())));
        return sentence(Amounts.of(goal, finding.hours())) + ". Found with these starts: " + some
                + (starts.size() > MOST_STARTS ? "; and " + (starts.size() - MOST_STARTS) + " more." : ".");
    }

    private static String sentence(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
    }

    private String name() {
        return strikes.stream()
                .map(strike -> strike.candidate().target().text())
                .distinct()
                .collect(Collectors.joining(", ", "Hunted: ", ""));
    }

    private String why() {
        return goal instanceof Goal.Uptime uptime
                ? uptime.service() + " is down for no more than " + Times.text(uptime.allowed())
                        + " in a week like this"
                : "No data are lost beyond " + Times.text(((Goal.Kept) goal).atMost());
    }

    /** What is lost for good is judged at the moment at which somebody notices. */
    private Duration lasts() {
        Duration noticed = Duration.ZERO;
        Duration last = Duration.ZERO;
        for (Strike strike : strikes) {
            last = longer(last, strike.at().plus(AFTER_THE_LAST));
            if (strike.candidate().ending() == Ending.NOTICED && strike.lasts().isPresent()) {
                noticed = longer(noticed, strike.at().plus(strike.lasts().orElseThrow()));
            }
        }
        boolean aboutData = goal instanceof Goal.Kept;
        return aboutData && !noticed.isZero() ? longer(noticed, last) : Hunt.HORIZON;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < strikes.size(); i++) {
            Strike strike = strikes.get(i);
            Optional<Duration> length =
                    strike.lasts().filter(it -> strike.at().plus(it).compareTo(lasts()) < 0);
            steps.add(new Step(
                    NAMES.get(i), new When.At(strike.at()), strike.candidate().act(length), 0));
            if (strike.candidate().ending() == Ending.REPLACED && length.isPresent()) {
                Target.Disk disk = (Target.Disk) strike.candidate().target();
                steps.add(new Step(
                        "new-disk-" + (i + 1),
                        new When.During(NAMES.get(i), length.orElseThrow()),
                        new Act.Perform<>(new Operation.ReplaceDisk(), new Aim.Named<>(disk), Optional.empty()),
                        0));
            }
        }
        return steps;
    }

    private List<Expectation> expectations() {
        if (goal instanceof Goal.Uptime uptime) {
            return List.of(
                    new Expectation.Down(new Target.Service(uptime.service()), uptime.allowed(), Optional.empty()));
        }
        Duration atMost = ((Goal.Kept) goal).atMost();
        return datasets().stream()
                .<Expectation>map(data -> new Expectation.Loses(data, atMost, Optional.empty()))
                .toList();
    }
}
