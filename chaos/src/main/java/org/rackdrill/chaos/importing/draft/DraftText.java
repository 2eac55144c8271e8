package org.rackdrill.chaos.importing.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rackdrill.chaos.drill.writing.ExpectationLine;
import org.rackdrill.chaos.drill.writing.ProbeLine;
import org.rackdrill.chaos.drill.writing.StepLine;
import org.rackdrill.chaos.drill.writing.Words;
import org.rackdrill.chaos.importing.draft.Remark.Kind;

/** The file of a draft, and which of its lines holds which part. */
final class DraftText {

    /** More comments than this are counted, so that what is written can be read again. */
    private static final int MOST_COMMENTS = 200;

    private static final int LONGEST_COMMENT = 300;

    private final StringBuilder text = new StringBuilder();
    private final Map<Integer, Part<?>> parts = new HashMap<>();
    private int lines;

    DraftText(Draft draft) {
        line("# " + comment("Imported from " + draft.origin() + ". Read it before you run it."));
        comments(draft, Kind.GUESSED, "Guessed, and marked below:");
        comments(draft, Kind.LEFT_OUT, "Left out, because a drill cannot say it:");
        comments(draft, Kind.NOTED, "Good to know:");
        line("drill: 1");
        line("name: " + Words.quoted(draft.name()));
        line("lab: " + Words.text(draft.lab()));
        line("why: " + Words.quoted(draft.why()));
        line("lasts: " + Words.time(draft.lasts()));
        section("steady", draft.steady(), ProbeLine::of);
        section("timeline", draft.timeline(), StepLine::of);
        section("expect", draft.expectations(), ExpectationLine::of);
    }

    /** Returns the file. */
    String text() {
        return text.toString();
    }

    /** Returns what stands in each line, from 1, that holds a part. */
    Map<Integer, Part<?>> parts() {
        return parts;
    }

    private void comments(Draft draft, Kind kind, String title) {
        List<Remark> remarks =
                draft.remarks().stream().filter(it -> it.kind() == kind).toList();
        if (remarks.isEmpty()) {
            return;
        }
        line("#");
        line("# " + title);
        remarks.stream().limit(MOST_COMMENTS).forEach(remark -> line("# - " + comment(said(remark))));
        if (remarks.size() > MOST_COMMENTS) {
            line("# - and " + (remarks.size() - MOST_COMMENTS) + " more.");
        }
    }

    private static String said(Remark remark) {
        return "line " + remark.line() + (remark.path().isEmpty() ? ": " : ", ") + remark.text();
    }

    private <T> void section(String key, List<Part<T>> items, Function<T, String> written) {
        if (items.isEmpty()) {
            return;
        }
        line("");
        line(key + ":");
        for (Part<T> part : items) {
            String doubt = part.doubt().map(it -> "  # TODO " + comment(it)).orElse("");
            line("  - " + written.apply(part.value()) + doubt);
            parts.put(lines, part);
        }
    }

    private static String comment(String text) {
        String line = Words.comment(text.replaceAll("\\s+", " "));
        return line.length() > LONGEST_COMMENT ? line.substring(0, LONGEST_COMMENT) + "..." : line;
    }

    private void line(String line) {
        text.append(line).append('\n');
        lines++;
    }
}
