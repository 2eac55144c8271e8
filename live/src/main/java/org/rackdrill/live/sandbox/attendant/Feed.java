package org.rackdrill.live.sandbox.attendant;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The mains, the UPS and what hangs on it: once in a while it looks at the notes and does what electricity would. */
final class Feed {
    /** What each node takes while it is on, in watts; off site nothing hangs on this UPS. */
    private static final Map<String, Integer> WATTS = Map.of("node1", 60, "node2", 60, "node3", 50);

    /** A minute and a half for all three: a game day waits for it. */
    private static final double WATT_HOURS = 4.5;

    private static final int RATED_WATTS = 600;
    private static final double WRITE_SECONDS = 1;
    private static final double COMM_SECONDS = 1;

    /** So long after the mains are back a node that is still on its way down is started when it is off. */
    private static final double COME_BACK_SECONDS = 120;

    /** A UPS switches its outlets on only when the mains stay. */
    private static final double STEADY_SECONDS = 2;

    private final Rack rack;
    private final Path data;
    private final Set<String> waiting = new LinkedHashSet<>();
    private Battery battery = new Battery(WATT_HOURS, 0, 1);
    private double sinceMains = COME_BACK_SECONDS;
    private double sinceWrite = WRITE_SECONDS;
    private double sinceComm = COMM_SECONDS;
    private long last;

    Feed(Rack rack, long nanos) {
        this.rack = rack;
        this.data = rack.folder().resolveSibling("nodes").resolve("node1/root/etc/nut/ups1.dev");
        this.last = nanos;
    }

    /** Lets time pass. A feed that stumbles goes on with the next tick. */
    void tick(long nanos) {
        try {
            double seconds = Math.min(5, (nanos - last) / 1e9);
            last = nanos;
            pass(seconds);
        } catch (RuntimeException e) {
            rack.write(rack.folder().resolve("feed.error"), e + "\n");
        }
    }

    private void pass(double seconds) {
        battery = battery.holding(rack.note("ups.battery").map(Feed::share).orElse(1.0));
        rack.note("ups.charge").ifPresent(charge -> {
            battery = battery.at(share(charge));
            rack.forget("ups.charge");
        });
        List<String> on = Rack.FED.stream().filter(this::powered).toList();
        double watts = on.stream().mapToInt(node -> WATTS.getOrDefault(node, 0)).sum();
        boolean mains = rack.note("mains").isEmpty();
        if (mains) {
            battery = battery.charge(seconds);
            sinceMains += seconds;
            comeBack();
        } else {
            sinceMains = 0;
            waiting.addAll(on);
            battery = battery.drain(watts, seconds);
            if (battery.empty()) {
                cut(on);
            }
        }
        sinceWrite += seconds;
        if (sinceWrite >= WRITE_SECONDS) {
            sinceWrite = 0;
            say(mains, watts);
        }
        sinceComm += seconds;
        if (sinceComm >= COMM_SECONDS && rack.note("ups.comm").isPresent()) {
            sinceComm = 0;
            // A driver that was started again would be heard.
            rack.hands("ups", "comm", "off");
        }
    }

    private static double share(String percent) {
        try {
            return Math.max(0, Math.min(1, Double.parseDouble(percent) / 100));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private boolean powered(String node) {
        return rack.text("../nodes/" + node + "/group")
                .map(String::strip)
                .flatMap(group -> read(Path.of(group, "cgroup.events")))
                .filter(events -> events.contains("populated 1"))
                .isPresent();
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (java.io.IOException e) {
            return Optional.empty();
        }
    }

    private void cut(List<String> on) {
        if (rack.note("unfed").isEmpty()) {
            rack.write(rack.folder().resolve("hands/unfed"), "unfed\n");
        }
        on.parallelStream().forEach(node -> rack.hands("starve", node));
    }

    private void comeBack() {
        if (sinceMains < STEADY_SECONDS) {
            return;
        }
        rack.forget("unfed");
        if (sinceMains > COME_BACK_SECONDS) {
            waiting.clear();
        }
        waiting.parallelStream()
                .filter(node -> !powered(node)
                        && rack.note("plug." + node).isEmpty()
                        && rack.note("outlet." + node).isEmpty())
                .forEach(node -> rack.hands("revive", node));
    }

    private void say(boolean mains, double watts) {
        String status =
                mains ? battery.says() < 0.995 ? "OL CHRG" : "OL" : battery.low(watts) ? "OB DISCHRG LB" : "OB DISCHRG";
        String text = String.format(
                Locale.ROOT,
                "ups.mfr: Rackdrill%nups.model: Sandbox 600%nups.status: %s%nups.load: %d%nups.realpower: %d%n"
                        + "ups.realpower.nominal: %d%nbattery.charge: %d%nbattery.charge.low: %d%nbattery.runtime: %d%n"
                        + "battery.runtime.low: %d%ninput.voltage: %d%noutput.voltage: 230%n",
                status,
                Math.round(watts * 100 / RATED_WATTS),
                Math.round(watts),
                RATED_WATTS,
                Math.round(Math.floor(battery.says() * 100)),
                Math.round(Battery.LOW * 100),
                battery.runtimeSeconds(watts),
                Battery.LOW_SECONDS,
                mains ? 230 : 0);
        rack.write(rack.folder().resolve("feed"), text);
        rack.write(data, text);
    }
}
