package org.rackdrill.cli.calibrating;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.rackdrill.chaos.calibration.Given;
import org.rackdrill.chaos.importing.draft.Unusable;
import org.rackdrill.chaos.measurement.MeasuredFile;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Reason;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.InputFile;
import org.rackdrill.cli.terminal.Printable;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.PoolRef;

/** What other tools have recorded, in files of formats that are told by what is in them; compressed ones too. */
final class Records {

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final PoolOfFile pools;
    private final List<Given> given = new ArrayList<>();

    Records(Lab lab) {
        pools = new PoolOfFile(lab);
    }

    /** Reads a file and says whether it is of a format that is known; a damaged one is refused with its place. */
    boolean take(InputFile file) {
        String shown = Printable.line(file.shown());
        try (InputStream stream = unpacked(file.path())) {
            Optional<MeasuredFile.Contents> contents = MeasuredFile.read(shown, stream);
            Optional<PoolRef> at = pools.of(Path.of(file.shown()));
            contents.ifPresent(it -> it.measurements().forEach(one -> given.add(new Given(shown, at, one))));
            return contents.isPresent();
        } catch (Unusable unusable) {
            throw new Refusal(ExitCode.BAD_INPUT, unusable.problem().text());
        } catch (IOException e) {
            throw new Refusal(ExitCode.BAD_INPUT, "cannot read '" + file.shown() + "': " + Reason.of(e) + ".");
        }
    }

    private static InputStream unpacked(Path path) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(Files.newInputStream(path));
        stream.mark(2);
        boolean packed = stream.read() == GZIP_FIRST && stream.read() == GZIP_SECOND;
        stream.reset();
        return packed ? new GZIPInputStream(stream) : stream;
    }

    /** Returns every measurement so far, in the order of the files. */
    List<Given> given() {
        return List.copyOf(given);
    }
}
