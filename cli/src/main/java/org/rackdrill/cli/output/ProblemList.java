package org.rackdrill.cli.output;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rackdrill.cli.input.LabFile;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Printable;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.model.reading.Problem;
import org.rackdrill.model.reading.Problem.Severity;

/** The problems of a lab file, one line each, as editors understand them; for a person with the line they are about. */
public final class ProblemList {
    private final Outlet outlet;

    /** Prints to this outlet. */
    public ProblemList(Outlet outlet) {
        this.outlet = outlet;
    }

    /** Prints problems of a file. */
    public void print(LabFile file, List<Problem> problems) {
        List<String> source = outlet.terminal() && !problems.isEmpty() ? lines(file.bytes()) : List.of();
        for (Problem problem : problems) {
            outlet.coloured(text(problem));
            if (problem.line() >= 1 && problem.line() <= source.size()) {
                excerpt(source.get(problem.line() - 1), problem.column());
            }
        }
    }

    private String text(Problem problem) {
        String text = Printable.line(problem.text());
        boolean error = problem.severity() == Severity.ERROR;
        String word = error ? "error:" : "warning:";
        int at = text.indexOf(": " + word);
        if (!outlet.colour() || at < 0) {
            return text;
        }
        String red = "\u001b[1;" + (error ? "31" : "33") + "m" + word + "\u001b[0m";
        return text.substring(0, at + 2) + red + text.substring(at + 2 + word.length());
    }

    private void excerpt(String line, int column) {
        int width = Terminal.WIDTH - 6;
        int from = Math.max(0, Math.min(column - 1, line.length()) - width * 2 / 3);
        String part =
                line.substring(from, Math.min(line.length(), from + width)).replace('\t', ' ');
        String shown = Printable.line(part);
        outlet.line("    " + shown);
        // An escaped character is longer than it was: then the caret would point elsewhere.
        if (shown.length() == part.length() && column - 1 - from <= part.length()) {
            outlet.line("    " + " ".repeat(Math.max(0, column - 1 - from)) + "^");
        }
    }

    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
}
