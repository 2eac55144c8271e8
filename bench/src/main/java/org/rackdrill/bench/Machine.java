package org.rackdrill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What numbers were measured on: they mean nothing without it.
 *
 * @param processor its model, as the system calls it
 * @param cores that Java may use
 * @param system operating system and architecture
 * @param java runtime and version
 * @param date of the measurement
 * @param commit that was measured
 */
record Machine(String processor, int cores, String system, String java, String date, String commit) {

    /** The file that it is kept in, beside the results. */
    static final String FILE = "machine.json";

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    /**
     * Describes this machine in a file.
     *
     * @param arguments the directory of the results, and the commit
     */
    public static void main(String... arguments) throws IOException {
        String json =
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(here(arguments[1]));
        Files.writeString(Path.of(arguments[0], FILE), json + "\n");
    }

    private static Machine here(String commit) throws IOException {
        return new Machine(
                processorOfThisMachine(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                LocalDate.now(ZoneOffset.UTC).toString(),
                commit);
    }

    private static String processorOfThisMachine() throws IOException {
        if (!Files.isReadable(PROCESSORS)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    static Machine of(JsonNode json) {
        return new Machine(
                json.get("processor").asString(),
                json.get("cores").asInt(),
                json.get("system").asString(),
                json.get("java").asString(),
                json.get("date").asString(),
                json.get("commit").asString());
    }
}
