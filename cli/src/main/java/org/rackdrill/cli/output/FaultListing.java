package org.rackdrill.cli.output;

import java.util.stream.Collectors;
import org.rackdrill.chaos.fault.FaultKind;
import org.rackdrill.chaos.fault.OperationKind;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.cli.terminal.Wrapping;

/** What drills can break and do, as a person reads it. */
public final class FaultListing {
    private final Outlet outlet;

    /** Prints to this outlet. */
    public FaultListing(Outlet outlet) {
        this.outlet = outlet;
    }

    /** Prints every fault and every operation. */
    public void print() {
        outlet.heading("Faults");
        for (FaultKind kind : FaultKind.values()) {
            outlet.line("  " + kind.word());
            indented(kind.means() + "; hits "
                    + kind.targets().stream().map(TargetKind::article).collect(Collectors.joining(" or ")) + ".");
            indented("Undo: " + kind.undo().means() + "; " + length(kind) + ".");
        }
        outlet.line("");
        outlet.heading("Operations");
        for (OperationKind kind : OperationKind.values()) {
            outlet.line("  " + kind.word());
            indented(kind.means() + "; works on "
                    + kind.targets().stream().map(TargetKind::article).collect(Collectors.joining(" or ")) + ".");
        }
        outlet.line("");
        outlet.line("`rackdrill schema drill` has all keys of a drill file.");
    }

    private static String length(FaultKind kind) {
        return switch (kind.lasting()) {
            case MOMENT -> "over in a moment";
            case OWN_TIME -> "ends by itself, after `for` if given";
            case ONCE_OR_AGAIN -> "once, or again and again until `for` is over";
            case UNTIL_UNDONE -> "stays for `for`, or until the drill ends";
        };
    }

    private void indented(String text) {
        Wrapping.of(text, Terminal.WIDTH - 6).forEach(line -> outlet.line("      " + line));
    }
}
