package org.rackdrill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of the performance page that says how much work rare events save. The figures are those of the validation, which
 * counts events: they do not depend on a machine.
 */
final class RarePage {

    private static final String HEAD = """

            ## What is rare

            How many times as many events it would take to wait for the same certainty without help, from
            [validation.md](validation.md), which has the hits of each height as well; only chances have such a ratio.

            | case | number | method | relative error | events | less work |
            |---|---|---|---|---|---|
            """;

    /** Of the table there: case, number, method, relative error, effective sample size, events, less work. */
    private static final String TABLE = "| case | number | method | relative error | effective";

    private static final int[] COLUMNS = {1, 2, 3, 4, 6, 7};
    private static final int LESS_WORK = 7;

    private RarePage() {}

    /** Returns the section, or nothing where there is no validation page. */
    static String text(Path validation) throws IOException {
        if (!Files.exists(validation)) {
            return "";
        }
        StringBuilder text = new StringBuilder(HEAD);
        Files.readString(validation)
                .lines()
                .dropWhile(line -> !line.startsWith(TABLE))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|"))
                .filter(cells -> !cells[LESS_WORK].isBlank())
                .forEach(cells -> text.append(row(cells)));
        return text.toString();
    }

    private static String row(String... cells) {
        List<String> kept = new ArrayList<>();
        for (int column : COLUMNS) {
            kept.add(cells[column].strip());
        }
        return "| " + String.join(" | ", kept) + " |\n";
    }
}
