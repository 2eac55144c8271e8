package org.rackdrill.live.systemd;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.text.Lines;

/**
 * What {@code systemctl show} says about one unit.
 *
 * @param load such as {@code loaded}, {@code masked} or {@code not-found}
 * @param active such as {@code active}, {@code failed} or {@code activating}
 * @param sub such as {@code running} or {@code exited}
 * @param result why it stopped, {@code success} when it did as it should
 * @param pid of its main process; 0 for none
 * @param restarts how often systemd has started it again; negative when unknown
 * @param ages how long ago it left rest and came to rest; none when it cannot be told
 */
public record UnitStatus(
        String id, String load, String active, String sub, String result, int pid, int restarts, Optional<Ages> ages) {

    /**
     * How long ago something happened the last time. What is being started or stopped may run already, or still.
     *
     * @param began when it was begun to be started; none: not since the boot, or it is forgotten
     * @param ended when nothing of it ran any more; none: not since the boot, or it is forgotten
     * @param boot when its system was started
     * @param kept whether a unit that is loaded wants it, or it is not installed; of what nobody wants systemd forgets all
     *     when it has ended
     */
    public record Ages(Optional<Duration> began, Optional<Duration> ended, Duration boot, boolean kept) {}

    /** Returns the units of an output. */
    public static List<UnitStatus> read(String output) {
        List<UnitStatus> units = new ArrayList<>();
        Map<String, String> said = new HashMap<>();
        for (String line : Lines.complete(output + "\n\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                said.put(line.substring(0, equals), line.substring(equals + 1));
            } else if (line.isBlank() && !said.isEmpty()) {
                units.add(of(said));
                said.clear();
            }
        }
        return units;
    }

    private static UnitStatus of(Map<String, String> said) {
        return new UnitStatus(
                said.getOrDefault("Id", ""),
                said.getOrDefault("LoadState", ""),
                said.getOrDefault("ActiveState", ""),
                said.getOrDefault("SubState", ""),
                said.getOrDefault("Result", ""),
                Math.max(0, number(said.getOrDefault("MainPID", ""))),
                number(said.getOrDefault("NRestarts", "")),
                ages(said));
    }

    private static Optional<Ages> ages(Map<String, String> said) {
        String now = said.getOrDefault("NowMonotonic", "");
        String began = said.getOrDefault("InactiveExitTimestampMonotonic", "");
        String ended = said.getOrDefault("InactiveEnterTimestampMonotonic", "");
        String boot = said.getOrDefault("StartMonotonic", "");
        if (!Stream.of(now, began, ended, boot).allMatch(micros -> micros.matches("\\d{1,18}"))) {
            return Optional.empty();
        }
        Duration up = age(boot, now).orElse(Duration.ofNanos(Long.parseLong(now) * 1000));
        boolean kept = said.getOrDefault("LoadState", "").equals("not-found")
                || Stream.of("WantedBy", "RequiredBy")
                        .anyMatch(by -> !said.getOrDefault(by, "").isBlank());
        return Optional.of(new Ages(age(began, now), age(ended, now), up, kept));
    }

    /** Zero stands for never. */
    private static Optional<Duration> age(String micros, String now) {
        long at = Long.parseLong(micros);
        return at == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(Math.max(0, Long.parseLong(now) - at) * 1000));
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
    }

    /** Returns whether it does its work: it runs, or it has done what it was to do and stays so. */
    public Truth works() {
        if (id.isEmpty() || !load.equals("loaded")) {
            return load.equals("masked") || load.equals("not-found") ? Truth.FALSE : Truth.UNKNOWN;
        }
        return switch (active) {
            case "active" ->
                switch (sub) {
                    case "running", "exited", "listening", "mounted", "waiting", "active" -> Truth.TRUE;
                    default -> Truth.UNKNOWN;
                };
            case "reloading" -> Truth.TRUE;
            case "inactive", "failed", "activating", "deactivating" -> Truth.FALSE;
            default -> Truth.UNKNOWN;
        };
    }
}
