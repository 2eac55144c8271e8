package org.rackdrill.cli;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.OutputOptions;
import org.rackdrill.cli.output.ReportFiles;
import org.rackdrill.cli.output.ResultFolder;
import org.rackdrill.cli.output.Timings;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Terminal;
import picocli.CommandLine.Model.CommandSpec;

/** One question to the simulator, from the lab that is named to the answer that is delivered. */
final class Inquiry {
    private final Surroundings surroundings;
    private final CommandSpec spec;
    private final OutputOptions output;
    private final Timings timings;
    private final LabDesk desk;
    private Optional<ResultFolder> folder = Optional.empty();

    Inquiry(Surroundings surroundings, CommandSpec spec, OutputOptions output) {
        this.surroundings = surroundings;
        this.spec = spec;
        this.output = output;
        timings = new Timings(surroundings.nanos());
        desk = new LabDesk(surroundings.directory(), surroundings.terminal().err());
    }

    /**
     * An answer, in each form that somebody may want.
     *
     * @param text for a terminal, coloured or not
     * @param files writes it with its report
     * @param json for programs
     * @param histories or requests that were simulated
     */
    record Answer(
            Function<Boolean, String> text,
            Consumer<ReportFiles> files,
            Supplier<byte[]> json,
            int threads,
            long histories) {}

    LabDesk desk() {
        return desk;
    }

    /** Reads a lab that must be usable, and says what is odd about it. */
    ReadLab read(String lab) {
        ReadLab read = desk.readUsable(lab);
        desk.warn(read, lab);
        return read;
    }

    /** Ends the reading: from here on somebody may interrupt, and there is a directory for the answer. */
    void begin(String name) {
        begin();
        folder = output.folder(name, LocalDateTime.now(surroundings.clock()), surroundings.directory());
    }

    /** Ends the reading, for an answer that is not written to files. */
    void begin() {
        surroundings.interruption().heed();
        timings.lap("read");
    }

    /** Ends the computing. */
    void computed() {
        timings.lap("simulate");
    }

    /** Brings the answer to everybody who wants it. */
    void deliver(Answer answer) {
        Terminal terminal = surroundings.terminal();
        Outlet forPeople = output.json() ? terminal.err() : terminal.out();
        forPeople.coloured(answer.text().apply(forPeople.colour()));
        forPeople.flush();
        folder.ifPresent(there -> write(there, answer));
        if (output.json()) {
            byte[] json = answer.json().get();
            terminal.out().document(output.timings() ? timings.into(json, answer.threads(), answer.histories()) : json);
        }
    }

    private void write(ResultFolder there, Answer answer) {
        ReportFiles files = new ReportFiles(there, Surroundings.typed(spec), LocalDate.now(surroundings.clock()));
        answer.files().accept(files);
        timings.lap("report");
        files.write(timings.json(Version.number(), answer.threads(), answer.histories()));
        surroundings.terminal().err().line("Report: " + there.shown(ReportFiles.PAGE));
    }
}
