package org.rackdrill.live.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.live.host.Reply;

/** Reads how one step stands on its host. */
final class Standing {
    private static final String FACT = "fact-";

    private Standing() {}

    /**
     * Returns what a host says of a step.
     *
     * @param step what people call it, with its host
     */
    static Told read(String step, Reply reply) {
        if (reply.kind() == Reply.Kind.REFUSED) {
            return Told.ended(Answer.refused(reply.why()), Map.of());
        }
        if (reply.kind() == Reply.Kind.UNKNOWN) {
            return Told.ended(Answer.unknown(reply.why()), Map.of());
        }
        Map<String, String> said = lines(reply.body());
        Map<String, String> facts = new TreeMap<>();
        said.forEach((key, value) -> {
            if (key.startsWith(FACT)) {
                facts.put(key.substring(FACT.length()), value);
            }
        });
        String why = step + ": " + said.getOrDefault("why", "");
        return switch (said.getOrDefault("state", "")) {
            case "done" -> Told.ended(Answer.DONE, facts);
            case "running" -> Told.running(step + " " + said.getOrDefault("progress", ""));
            case "refused" -> Told.ended(Answer.refused(why), facts);
            case "unknown" -> Told.ended(Answer.unknown(why), facts);
            default -> Told.ended(Answer.unknown(step + ": the host does not say how it stands"), facts);
        };
    }

    /** Returns {@code key=value} lines. */
    static Map<String, String> lines(String body) {
        Map<String, String> lines = new LinkedHashMap<>();
        body.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                lines.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        return lines;
    }
}
