package org.rackdrill.chaos.hunt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.drill.writing.ExpectationLine;
import org.rackdrill.chaos.drill.writing.StepLine;
import org.rackdrill.chaos.drill.writing.Words;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Service;

/** A finding as a drill file: it fails as long as the lab has the hole that the hunt found, and passes once it has not. */
public final class HuntedDrill {

    private static final int COLUMNS = 110;
    private static final int LONGEST_NAME = 60;
    private static final List<String> NAMES = List.of("first", "second", "third");
    private static final Duration AFTER_THE_LAST = Duration.ofHours(1);
    private static final EnumSet<Danger> ACCEPTED = EnumSet.of(
            Danger.LAST_REDUNDANCY, Danger.QUORUM_LOSS, Danger.DATA_LOSS, Danger.SCRUB_RUNNING, Danger.UPS_NOT_FULL);

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
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).replaceAll("-$", "") : name;
    }

    /** Returns what it teaches, in a sentence or two. */
    public String lesson() {
        return Lesson.of(lab, finding.smallest());
    }

    /** Returns the file. */
    public String text() {
        StringBuilder text = new StringBuilder();
        comment(text, "Found by a hunt in the simulator for what breaks \"" + goal.text() + "\".");
        text.append("#\n");
        comment(text, "What it teaches: " + lesson());
        text.append("#\n");
        comment(text, came());
        text.append("drill: 1\nname: ")
                .append(Words.quoted(name()))
                .append("\nlab: ")
                .append(Words.text(labName))
                .append("\nwhy: ")
                .append(Words.quoted(why()))
                .append("\nlasts: ")
                .append(Words.time(lasts()))
                .append("\n\ntimeline:\n");
        steps().forEach(step -> text.append("  - ").append(StepLine.of(step)).append('\n'));
        text.append("\nexpect:\n");
        expectations()
                .forEach(expected ->
                        text.append("  - ").append(ExpectationLine.of(expected)).append('\n'));
        text.append("\naccepts: [")
                .append(ACCEPTED.stream().map(Danger::word).collect(Collectors.joining(", ")))
                .append("]\n");
        return text.toString();
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
        String starts = finding.plots().stream()
                .map(plot -> plot.gaps().stream().map(Times::text).collect(Collectors.joining(" + ")))
                .distinct()
                .collect(Collectors.joining("; "));
        return Amounts.of(goal, finding.hours()) + ". "
                + (strikes.size() == 1
                        ? "It does so whenever it starts."
                        : "The hunt found it with these times after the first fault: " + starts + ".");
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
        List<Expectation> losses = new ArrayList<>();
        for (Service service : lab.services()) {
            if (service.data().isPresent()) {
                losses.add(new Expectation.Loses(new Target.Dataset(service.name()), atMost, Optional.empty()));
            }
        }
        return losses;
    }
}
