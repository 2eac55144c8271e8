package org.rackdrill.cli.output;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Ability;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.cli.terminal.Wrapping;
import org.rackdrill.reports.json.RecordWriter;

/** Which faults a world can do, for people and for programs. */
public record AbilityListing(List<Ability> abilities) {

    /** What a program reads; keys may be added, never renamed. */
    public record Document(List<Fault> faults) {}

    /** One kind of fault; {@code can} is true, false or unknown, {@code at} where it can be done. */
    public record Fault(String fault, String can, @Nullable String at, String why) {}

    /** Returns how it ends: whether all is known. */
    public ExitCode code() {
        return abilities.stream().anyMatch(each -> each.can() == Truth.UNKNOWN) ? ExitCode.OPEN : ExitCode.GOOD;
    }

    /** Returns it for a program, as JSON. */
    public byte[] json() {
        return RecordWriter.bytes(new Document(abilities.stream()
                .map(each -> new Fault(
                        each.kind().word(),
                        each.can().name().toLowerCase(Locale.ROOT),
                        each.at().map(Target::text).orElse(null),
                        each.why()))
                .toList()));
    }

    /** Prints it for people. */
    public void print(Outlet out) {
        for (Ability each : abilities) {
            out.line("  " + each.kind().word());
            String said = switch (each.can()) {
                case TRUE -> "can be done, at " + each.at().map(Target::text).orElse("");
                case FALSE -> "no: " + each.why();
                case UNKNOWN -> "not known: " + each.why();
            };
            Wrapping.of(said, Terminal.WIDTH - 6).forEach(line -> out.line("      " + line));
        }
        long can = abilities.stream().filter(each -> each.can() == Truth.TRUE).count();
        out.line("");
        out.line(can + " of " + Amount.of(abilities.size(), "fault") + " can be done.");
    }
}
