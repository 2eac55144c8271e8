package org.rackdrill.chaos.importing.draft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.drill.reading.DrillReader;
import org.rackdrill.chaos.drill.reading.DrillReading;
import org.rackdrill.chaos.importing.draft.Remark.Kind;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.Problem;
import org.rackdrill.model.reading.Problem.Severity;

/**
 * What came of an import.
 *
 * @param drill a drill file that our own reader takes without an error; nothing when no step could be expressed
 * @param draft what the file says
 */
public record Imported(Optional<String> drill, Draft draft) {

    /** Returns whether the drill says all that the file says, and nothing in it is a guess. */
    public boolean complete() {
        return drill.isPresent() && draft.remarks().stream().allMatch(it -> it.kind() == Kind.NOTED);
    }

    /**
     * Writes a draft, and lets our own reader read it: what that refuses is left out as well.
     *
     * @param lab what the drill is for; none: nobody can look anything up, so nobody can read it yet
     */
    public static Imported of(Draft first, Optional<Lab> lab) {
        Draft draft = proving(first);
        while (!draft.timeline().isEmpty()) {
            DraftText text = new DraftText(draft);
            List<Problem> problems = lab.map(it -> read(text, it).problems()).orElse(List.of());
            List<Problem> errors = problems.stream()
                    .filter(it -> it.severity() == Severity.ERROR)
                    .toList();
            if (errors.isEmpty()) {
                return new Imported(Optional.of(text.text()), draft);
            }
            draft = proving(repaired(draft, text, errors));
        }
        return new Imported(Optional.empty(), draft);
    }

    private static DrillReading read(DraftText text, Lab lab) {
        return new DrillReader(name -> lab).read("drill", text.text().getBytes(StandardCharsets.UTF_8));
    }

    /** A drill has to prove something: what the file does not say, its owner must. */
    private static Draft proving(Draft draft) {
        if (!draft.expectations().isEmpty() || draft.timeline().isEmpty()) {
            return draft;
        }
        Part<?> step = draft.timeline().get(0);
        Part<Expectation> hands = new Part<>(
                new Expectation.Hands(0, Optional.empty()),
                step.line(),
                step.path(),
                Optional.of("say what should happen"));
        return draft.with(
                hands,
                new Remark(
                        Kind.GUESSED,
                        step.line(),
                        "",
                        "nothing that can be judged says what should happen, so the drill only expects that nobody has to"
                                + " do anything"));
    }

    private static Draft repaired(Draft draft, DraftText text, List<Problem> errors) {
        Set<Part<?>> gone = new HashSet<>();
        List<Remark> remarks = new ArrayList<>();
        for (Problem error : errors) {
            Part<?> part = text.parts().get(error.line());
            if (part != null && gone.add(part)) {
                remarks.add(new Remark(
                        Kind.LEFT_OUT, part.line(), part.path(), "a drill cannot say it like this: " + error.what()));
            }
        }
        if (gone.isEmpty()) {
            throw new IllegalStateException(
                    "an import wrote what cannot be read, " + errors.get(0).text());
        }
        return draft.without(gone, remarks);
    }
}
