package org.rackdrill.live.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The inside of a node, as root of this machine reaches it: without SSH, without its network.
 *
 * @param state the folder of the sandbox
 * @param node the name of the node
 */
record Inside(Path state, String node) {

    /** Returns the process on this machine that is number 1 in the node, when it has power. */
    Optional<Long> init() {
        try {
            String keeper =
                    Files.readString(state.resolve("nodes/" + node + "/keeper")).strip();
            String children = Files.readString(Path.of("/proc", keeper, "task", keeper, "children"))
                    .strip();
            return Stream.of(children.split(" "))
                    .filter(child -> !child.isEmpty() && isFirst(child))
                    .map(Long::valueOf)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isFirst(String process) {
        try {
            return Files.readString(Path.of("/proc", process, "status"))
                    .lines()
                    .anyMatch(line -> line.startsWith("NSpid:") && line.endsWith("\t1"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the command that runs a program in the node, or nothing when it has no power. */
    Optional<List<String>> command(List<String> program) {
        return init().map(process -> {
            List<String> command = new ArrayList<>(List.of(
                    "nsenter",
                    "--target",
                    String.valueOf(process),
                    "--mount",
                    "--uts",
                    "--ipc",
                    "--net",
                    "--pid",
                    "--root",
                    "--wd",
                    "env",
                    "-i",
                    "HOME=/root",
                    "LC_ALL=C.UTF-8",
                    "TERM=" + terminal(),
                    "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"));
            command.addAll(program);
            return command;
        });
    }

    private static String terminal() {
        String terminal = System.getenv("TERM");
        return terminal == null ? "dumb" : terminal;
    }

    /** Runs a program in the node. */
    Call call(Duration within, String... program) {
        return command(List.of(program))
                .map(command -> Call.of(within, command))
                .orElse(new Call(Call.LATE, node + " has no power"));
    }
}
