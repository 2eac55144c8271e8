package org.rackdrill.chaos.importing.chaostoolkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.importing.draft.Draft;
import org.rackdrill.chaos.importing.draft.Imported;
import org.rackdrill.chaos.importing.draft.Remark;
import org.rackdrill.chaos.importing.draft.Spot;
import org.rackdrill.model.lab.Lab;

/** An experiment of the Chaos Toolkit, as a drill. */
public final class ChaosToolkit {

    private static final int MOST_ACTIVITIES = 200;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 450;

    private final Spot experiment;
    private final List<Remark> remarks = new ArrayList<>();

    private ChaosToolkit(Spot experiment) {
        this.experiment = experiment;
    }

    /**
     * Imports a file; nothing in it is run, fetched or looked up.
     *
     * @param file as problems should call it
     * @param lab where its names are looked up; none: every name is taken as it is, and doubted
     * @param labName as the drill should name the lab
     * @throws org.rackdrill.chaos.importing.draft.Unusable when it is no experiment
     */
    public static Imported read(String file, byte[] bytes, Optional<Lab> lab, String labName) {
        Spot experiment = ExperimentFile.read(file, bytes);
        return Imported.of(new ChaosToolkit(experiment).draft(new Names(lab), labName), lab);
    }

    private Draft draft(Names names, String labName) {
        if (!experiment.isGroup()) {
            throw experiment.wrong("an experiment is a group of keys", "Start with `title`, `description`, `method`.");
        }
        if (experiment.find("drill").isPresent() || experiment.find("rackdrill").isPresent()) {
            throw experiment.wrong("this is a file of ours already", "`rackdrill validate` checks it.");
        }
        String title = text("title");
        Spot method = experiment
                .find("method")
                .orElseThrow(() -> experiment.wrong("it has no `method`", "Add one; it may be empty: `method: []`."));
        limit(method);
        Configuration configuration = new Configuration(experiment);
        ActivityReader reader = new ActivityReader(experiment, configuration, remarks);
        Looks looks = new Looks(configuration, names, remarks);
        Method walk = new Method(looks, reader);
        walk.walk(method.items());
        Duration end = walk.now();
        walk.rollBack(experiment.find("rollbacks").map(Spot::items).orElse(List.of()));
        Hypothesis hypothesis = new Hypothesis(Strategy.of(experiment), walk, end, remarks);
        experiment.find("steady-state-hypothesis").ifPresent(it -> hypothesis.take(it, reader, looks));
        remarks.addAll(configuration.remarks());
        rest(method, walk);
        return new Draft(
                experiment.file().substring(experiment.file().lastIndexOf('/') + 1)
                        + ", an experiment of the Chaos Toolkit",
                shortened(experiment.find("title").orElseThrow(), title, LONGEST_TITLE),
                labName,
                reason(title),
                walk.now(),
                hypothesis.steady(),
                walk.steps(),
                hypothesis.expectations(),
                remarks);
    }

    private void limit(Spot method) {
        int count = method.items().size()
                + experiment
                        .find("rollbacks")
                        .map(Spot::items)
                        .orElse(List.of())
                        .size()
                + experiment
                        .find("steady-state-hypothesis")
                        .flatMap(it -> it.find("probes"))
                        .map(Spot::items)
                        .orElse(List.of())
                        .size();
        if (count > MOST_ACTIVITIES) {
            throw method.wrong("there are " + count + " activities; up to 200 are read", "Split the experiment.");
        }
    }

    private String text(String key) {
        return experiment
                .find(key)
                .map(Spot::text)
                .filter(it -> !it.isBlank())
                .orElseThrow(() -> experiment.wrong("it has no `" + key + "`", "Add one."));
    }

    private String reason(String title) {
        Optional<Spot> description =
                experiment.find("description").filter(it -> !it.text().isBlank());
        if (description.isEmpty()) {
            remarks.add(experiment.noted("it has no `description`, so its title says why it is done"));
        }
        return description
                .map(it -> shortened(it, it.text(), LONGEST_REASON))
                .orElseGet(() -> shortened(experiment, title, LONGEST_REASON));
    }

    private String shortened(Spot spot, String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= most) {
            return line;
        }
        remarks.add(spot.noted("only its first " + most + " characters are taken over"));
        return line.substring(0, most) + "...";
    }

    /** Accounts for everything beside the activities. */
    private void rest(Spot method, Method walk) {
        experiment.entries().forEach((key, value) -> {
            switch (key) {
                case "version",
                        "title",
                        "description",
                        "method",
                        "steady-state-hypothesis",
                        "configuration",
                        "secrets" -> {}
                case "tags", "contributions" ->
                    remarks.add(value.noted("a drill has none, so they are not taken over"));
                case "rollbacks" -> {
                    if (!value.items().isEmpty()) {
                        remarks.add(
                                value.noted("the toolkit rolls back once, and by default not when it was interrupted;"
                                        + " a drill always undoes what it did, and proves it"));
                    }
                }
                case "runtime" -> runtime(value);
                case "controls" ->
                    remarks.add(value.leftOut("controls are code of the toolkit, and a drill runs none"));
                case "extensions" -> remarks.add(value.leftOut("extensions belong to other programs"));
                case "dry" -> remarks.add(value.leftOut("whether a drill is only shown is said when it is run"));
                default -> remarks.add(value.leftOut("a drill has nothing like it"));
            }
        });
        if (!walk.steps().isEmpty()) {
            remarks.add(method.noted(
                    "times count only the pauses and durations that the file states; an action that fails makes the"
                            + " drill fail, and the toolkit goes on"));
        } else {
            remarks.add(method.leftOut("nothing in it is a step of a drill"));
        }
    }

    private void runtime(Spot runtime) {
        runtime.entries().forEach((key, value) -> {
            if (key.equals("rollbacks")) {
                remarks.add(value.noted("a drill always undoes what it did, whatever the strategy"));
            } else if (!key.equals("hypothesis")) {
                remarks.add(value.leftOut("a drill has nothing like it"));
            }
        });
    }
}
