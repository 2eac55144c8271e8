package org.rackdrill.cli.real;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.reading.DrillReader;
import org.rackdrill.chaos.drill.reading.DrillReading;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.FaultKind;
import org.rackdrill.chaos.fault.Lasting;
import org.rackdrill.chaos.fault.Undo;
import org.rackdrill.chaos.run.Hit;

/**
 * One thing of a sandbox that is broken for some seconds.
 *
 * @param aim what is broken and how much, as a drill says it
 */
record Blow(FaultKind kind, String aim, int seconds) {
    static final List<String> DANGERS = List.of(
            "last-redundancy", "quorum-loss", "data-loss", "harness-in-radius", "scrub-running", "ups-not-full");

    /** Returns a blow by each fault that a sandbox can carry. */
    static List<Blow> all(int seconds) {
        return Arrays.stream(FaultKind.values())
                .filter(Blow::carried)
                .map(kind -> of(kind, seconds))
                .toList();
    }

    /** Returns a blow by each fault that a sandbox refuses: it has no kernel, no clock and no memory of its own. */
    static List<Blow> refused() {
        return Arrays.stream(FaultKind.values())
                .filter(kind -> !carried(kind))
                .map(kind -> of(kind, 1))
                .toList();
    }

    private static boolean carried(FaultKind kind) {
        return switch (kind) {
            case SLOW_DISK, MEMORY_PRESSURE, CLOCK_SKEW, ENCRYPTION_KEY_MISSING, CERTIFICATE_EXPIRED -> false;
            default -> true;
        };
    }

    /** Returns a blow by a fault where it does least to what the next one needs. */
    static Blow of(FaultKind kind, int seconds) {
        String aim = switch (kind) {
            case NODE_POWER_LOSS, NODE_HANG, NODE_REBOOT -> "node4";
            case PROCESS_KILL, DNS_DOWN, IDENTITY_PROVIDER_DOWN -> "dns";
            case SERVICE_CRASH, CERTIFICATE_EXPIRED -> "web";
            case MONITORING_DOWN, AUTOMATION_DOWN -> "monitoring";
            case LINK_DOWN -> "node4 - away-router";
            case LINK_LOSS -> "{of: wan, lost: 20%}";
            case LINK_LATENCY -> "{of: wan, extra: 50 ms}";
            case LINK_BANDWIDTH -> "{of: wan, limit: 2 Mbit/s}";
            case PARTITION -> "node1 | node4";
            case SWITCH_REBOOT -> "sw1";
            case WAN_DOWN -> "wan";
            case MAINS_OUTAGE, MAINS_DIP -> "home";
            case UPS_BATTERY_FAULT -> "{of: ups1, holds: 50%}";
            case UPS_COMMUNICATION_LOST -> "ups1";
            case DISK_FAILURE -> "node2/tank/1";
            case SLOW_DISK -> "{of: node2/tank/1, extra: 50 ms}";
            case SILENT_CORRUPTION -> "{of: node1/tank/3, amount: 1 MiB}";
            case POOL_FULL -> "{of: node3/tank, to: 90%}";
            case POOL_HUNG, ENCRYPTION_KEY_MISSING -> "node2/tank";
            case MEMORY_PRESSURE, CPU_PRESSURE -> "{of: node2, to: 50%}";
            case CLOCK_SKEW -> "{of: node2, by: 5 s}";
            case DATASET_DELETED -> "{of: files, snapshots: false}";
            case FILES_ENCRYPTED -> "{of: files, files: 80%}";
            case REPLICA_DIVERGED, SYNC_CREDENTIALS_BROKEN -> "db at node2/tank";
            case SITE_LOST -> "{of: away, destroyed: false}";
        };
        return new Blow(kind, aim, seconds);
    }

    /** Returns the words of {@link #said}. */
    List<String> words() {
        return List.of(kind.name(), aim, Integer.toString(seconds));
    }

    /** Returns the blow of its words. */
    static Blow said(List<String> words) {
        return new Blow(FaultKind.valueOf(words.get(0)), words.get(1), Integer.parseInt(words.get(2)));
    }

    String text() {
        return kind.word() + ": " + aim;
    }

    /** Returns a drill that breaks it and nothing else, whatever danger is in it. */
    Drill drill() {
        return drill(DANGERS);
    }

    /** Returns a drill that breaks it and nothing else. */
    Drill drill(List<String> accepted) {
        String stays = kind.lasting() == Lasting.MOMENT ? "" : ", for: " + seconds + " s";
        String text = "drill: 1\nname: Ward\nlab: sandbox\nwhy: The controller dies\nworlds: [sandbox]\nlasts: "
                + (seconds + 4) + " s\n"
                + "timeline:\n  - {name: hit, at: 1 s, " + text() + stays + "}\n"
                + "expect:\n  - {eventually: {up: node1}, within: " + (seconds + 3) + " s}\n"
                + "accepts: " + accepted + "\n";
        DrillReading reading = new DrillReader(lab -> Ward.lab().lab().orElseThrow())
                .read("ward.drill.yaml", text.getBytes(StandardCharsets.UTF_8));
        return reading.drill().orElseThrow(() -> new IllegalArgumentException(reading.problems() + " in " + text));
    }

    /** Returns the hit of it in a run. */
    Hit hit(String run) {
        Act.Break<?> act = (Act.Break<?>) drill().timeline().get(0).act();
        return new Hit(run, "hit", 1, act.fault(), ((Aim.Named<?>) act.aim()).target());
    }

    /** Returns its undo for somebody who does not know how it was before. */
    Undo undo() {
        Hit hit = hit("any");
        return new Undo(hit.fault().undo(), hit.target(), Map.of());
    }
}
