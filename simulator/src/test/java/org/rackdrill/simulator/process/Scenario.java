package org.rackdrill.simulator.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Problem;
import org.rackdrill.model.reading.Reading;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Contention;

/**
 * A small lab in which things happen at times that can be computed by hand. It is written like any lab file; sections
 * that it leaves out are quiet, and {@code <steady node>}, {@code <steady box>}, {@code <steady guest>}, {@code <steady
 * disk>}, {@code <steady ups>} and {@code <steady wan>} stand for every value of such a part that the same line does not
 * give: nothing fails by itself, and everything takes a round time.
 */
public final class Scenario {

    private static final LabReader READER = new LabReader(Catalogue.load());

    private static final Map<String, String> STEADY = Map.of(
            "node",
            "fails: never, crashes: never, hangs: 0%, psu-fails: never, boot-disk-fails: never, controller-fails: never, repair: 2 d, post: 1 min,"
                    + " boot: 2 min, shutdown: 1 min, hard-stop: 0%, update-takes: 5 min, watts: 100 W, memory: 64 GiB",
            "box",
            "fails: never, crashes: never, hangs: 0%, repair: 1 d, boot: 1 min, update-takes: 4 min, watts: 1 W",
            "wan",
            "fails: never, lasts: 1 h, dips: never, dip-lasts: 1 min, up: 80 Mbit/s, down: 80 Mbit/s, watts: 0 W",
            "vpn",
            "crashes: never, hangs: 0%, boot: 30 s",
            "guest",
            "crashes: never, hangs: 0%, boot: 30 s, mounts-recover: 100%, boot-iops: 1/s",
            "disk",
            "fails: never, latent-errors: never, batch-spread: 0%, rebuild-stress: 0%, repair: 2 d, capacity: 1 TB, rebuild: 100 MB/s, watts: 0 W",
            "ups",
            "fails: never, runtime: {100 W: 60 min}, recharge: 9 h, battery-life: never, efficiency: 100%,"
                    + " battery-dies: never, transfer-resets: 0%, bypass: 0%, after-shutdown: power-cycle, repair: 2 d",
            "operator",
            "asleep: never, away: never, notices-after: 10 min, notices-without: 10 min, hands-on: 1 h, software: 20 min,"
                    + " false-alarms: never, wrong-disk: 0%");

    private static final Map<String, String> SECTIONS = sections();

    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("rackdrill", "rackdrill: 1");
        sections.put("sites", "sites: {home: {mains: {fails: never, dips: never}}}");
        sections.put("network", """
                network:
                  router: {model: generic-router, <steady box>}
                  wan: {model: generic-wan, uplink-of: router, <steady wan>}
                """);
        sections.put("operations", "operations: {patching: none, operator: {<steady operator>}}");
        sections.put("hazards", "hazards: {}");
        return sections;
    }

    private final Lab lab;

    private Scenario(Lab lab) {
        this.lab = lab;
    }

    /** What people do by themselves, and what decays unseen: quiet unless a lab names it. */
    private static final Map<String, String> QUIET =
            Map.of("changes:", "none", "mistakes:", "{}", "protections:", "none");

    /** Reads a lab. */
    public static Scenario of(String text) {
        StringBuilder whole = new StringBuilder();
        SECTIONS.forEach((name, section) -> {
            if (!Pattern.compile("^" + name + ":", Pattern.MULTILINE)
                    .matcher(text)
                    .find()) {
                whole.append(section).append('\n');
            }
        });
        Reading reading = READER.read("scenario", quiet(steady(whole + text)).getBytes(StandardCharsets.UTF_8));
        return new Scenario(reading.lab()
                .orElseThrow(() -> new AssertionError(String.join(
                        "\n", reading.problems().stream().map(Problem::text).toList()))));
    }

    private static String steady(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n")) {
            String written = line;
            for (Map.Entry<String, String> part : STEADY.entrySet()) {
                String token = "<steady " + part.getKey() + ">";
                if (line.contains(token)) {
                    written = written.replace(token, missing(line, part.getValue()));
                }
            }
            lines.add(written.replace(", }", "}"));
        }
        return String.join("\n", lines);
    }

    private static String quiet(String text) {
        String written = text;
        for (Map.Entry<String, String> key : QUIET.entrySet()) {
            if (!text.contains(key.getKey())) {
                written =
                        written.replace("operations: {", "operations: {" + key.getKey() + " " + key.getValue() + ", ");
            }
        }
        return written;
    }

    private static String missing(String line, String values) {
        List<String> missing = new ArrayList<>();
        for (String value : values.split(", ")) {
            String key = value.substring(0, value.indexOf(':') + 1);
            if (!Pattern.compile("[{ ]" + key).matcher(line).find()) {
                missing.add(value);
            }
        }
        return String.join(", ", missing);
    }

    /** Returns the lab, for other questions. */
    public Lab lab() {
        return lab;
    }

    /** Lets one history of this many hours happen. */
    Story during(double hours) {
        return during(hours, Contention.NONE);
    }

    /** Lets one history of this many hours happen, in which its pools are known to be so busy. */
    Story during(double hours, Contention contention) {
        Story story = new Story(Compiler.compile(lab, Set.of(), contention));
        story.happen(hours);
        return story;
    }
}
