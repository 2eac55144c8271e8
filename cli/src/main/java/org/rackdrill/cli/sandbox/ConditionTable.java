package org.rackdrill.cli.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.live.sandbox.Condition;
import org.rackdrill.live.sandbox.Sandbox;

/** How the nodes of a sandbox are, in lines that fit a terminal. */
public record ConditionTable(Sandbox sandbox, List<Condition> conditions) {
    private static final int INDENT = 31;

    /**
     * The same for a program.
     *
     * @param name of the sandbox
     * @param healthy whether all is as it should be
     * @param rack the work of hands that is not undone, as {@code rack show} says it
     * @param nodes how they are
     */
    public record Document(String name, int instance, boolean healthy, List<String> rack, List<Node> nodes) {}

    /** A node for a program. */
    public record Node(String name, String address, String power, boolean ssh, boolean healthy, List<Part> parts) {}

    /** Something that should run, for a program: ok, or a few words. */
    public record Part(String what, String state) {}

    /** Returns the answer for a program. */
    public Document document() {
        return new Document(
                sandbox.name(),
                sandbox.instance(),
                healthy(),
                sandbox.deviations(),
                conditions.stream()
                        .map(each -> new Node(
                                each.node(), each.address(), each.power(), each.ssh(), each.healthy(), parts(each)))
                        .toList());
    }

    private static List<Part> parts(Condition condition) {
        return condition.parts().entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
    }

    /** Returns whether all is as it should be. */
    public boolean healthy() {
        return conditions.stream().allMatch(Condition::healthy);
    }

    /** Prints the table. */
    public void print(Outlet out) {
        out.heading("Sandbox " + sandbox.name());
        out.line(String.format(Locale.ROOT, "%-6s %-12s %-6s %-4s %s", "node", "address", "power", "ssh", "what runs"));
        for (Condition each : conditions) {
            List<String> lines = words(each);
            out.line(String.format(
                            Locale.ROOT,
                            "%-6s %-12s %-6s %-4s %s",
                            each.node(),
                            each.address(),
                            each.power(),
                            each.ssh() ? "ok" : "-",
                            lines.get(0))
                    .stripTrailing());
            lines.stream().skip(1).forEach(line -> out.line(" ".repeat(INDENT + 1) + line));
        }
        sandbox.deviations().forEach(line -> out.line("rack: " + line));
    }

    /** What is well in one line or two, what is not in a line each. */
    private static List<String> words(Condition condition) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (Map.Entry<String, String> part : condition.parts().entrySet()) {
            if (!part.getValue().equals("ok")) {
                continue;
            }
            if (line.length() + part.getKey().length() + 1 > Terminal.WIDTH - INDENT - 5) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(part.getKey());
        }
        if (line.length() > 0) {
            lines.add(line.append(" ok").toString());
        }
        for (String trouble : condition.troubles()) {
            int room = Terminal.WIDTH - INDENT - 2;
            lines.add(trouble.length() > room ? trouble.substring(0, room) : trouble);
        }
        return lines.isEmpty() ? List.of("") : lines;
    }
}
