package org.rackdrill.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.operating.HelperHosts;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.live.helper.Hands;
import org.rackdrill.live.helper.Installation;
import org.rackdrill.live.helper.InstallationScript;
import org.rackdrill.model.lab.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackdrill ops helper}. */
@Command(
        name = "helper",
        header = "Install, look at or remove the helper on the nodes of a lab, or print it.",
        description = {
            "%nThe helper is one root-owned file, through which everything is done on a host.",
            "The login that installs it needs root, or sudo for this one time. Nodes of a",
            "sandbox have it already. Nothing is removed while something is armed there.",
            "To install it by hand, print it for one node: that is a script to read, and to run",
            "there as root. No host is asked for that."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rackdrill ops helper status --lab my-lab.yaml",
            "  rackdrill ops helper install node1 node2 --lab my-lab.yaml",
            "  rackdrill ops helper remove node1 --lab my-lab.yaml --dry-run",
            "  rackdrill ops helper print node1 --lab my-lab.yaml > install.sh"
        })
final class OpsHelperInstall implements Callable<Integer> {
    private static final String PRINT = "print";

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "install|remove|status|print", description = "What to do.")
    private String what = "";

    @Parameters(index = "1..*", paramLabel = "NODE", description = "On which nodes; on all that can be reached.")
    private List<String> nodes = new ArrayList<>();

    @Option(names = "--lab", paramLabel = "LAB", required = true, description = "The lab, which says how to log in.")
    private String lab = "";

    @Option(names = "--dry-run", description = "Show on which hosts, by which login; change nothing.")
    private boolean dryRun;

    OpsHelperInstall(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Outlet out = surroundings.terminal().out();
        if (!List.of("install", "remove", "status", PRINT).contains(what)) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "the helper can be installed, removed, asked for its status or printed, not '" + what + "'.");
        }
        Lab read = new LabDesk(surroundings.directory(), surroundings.terminal().err())
                .readUsable(lab)
                .lab();
        ExitCode code = ExitCode.GOOD;
        try (HelperHosts hosts = HelperHosts.of(read, nodes)) {
            if (what.equals(PRINT)) {
                out.document(InstallationScript.text(only(hosts).login().end().user()));
                return code.code();
            }
            for (HelperHosts.Door door : hosts.doors()) {
                if (dryRun) {
                    out.line(door.host() + ": " + what + " by " + door.login());
                    planned(door.installation()).forEach(out::line);
                } else if (!done(door, out)) {
                    code = ExitCode.MISSED;
                }
            }
        }
        return code.code();
    }

    private static HelperHosts.Door only(HelperHosts hosts) {
        if (hosts.doors().size() != 1) {
            throw new Refusal(ExitCode.USAGE, "a script is for one login: name one node, as in `print node1`.");
        }
        return hosts.doors().get(0);
    }

    private List<String> planned(Installation installation) {
        return switch (what) {
            case "install" -> installation.planned();
            case "remove" -> installation.plannedRemoval();
            default -> List.of();
        };
    }

    private boolean done(HelperHosts.Door door, Outlet out) {
        Installation installation = door.installation();
        try {
            List<String> lines = switch (what) {
                case "install" -> installation.install();
                case "remove" -> installation.remove();
                default -> installation.status();
            };
            lines.forEach(out::line);
            return true;
        } catch (Hands.NotDone failed) {
            out.line("not done: " + failed.why());
            return false;
        }
    }
}
