package org.rackdrill.live.zfs;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last time that a pool was read as a whole.
 *
 * @param done from 0 to 1, while it runs
 * @param errors what it could not mend, after its end
 * @param text as ZFS says it
 */
public record Scan(Kind kind, Stage stage, OptionalDouble done, OptionalLong errors, String text) {

    /** Why it was read. */
    public enum Kind {
        NONE,
        SCRUB,
        RESILVER,
        UNKNOWN
    }

    /** How far it is. */
    public enum Stage {
        NONE,
        RUNNING,
        PAUSED,
        FINISHED,
        CANCELED,
        UNKNOWN
    }

    /** Nothing is said about it. */
    static final Scan NONE = new Scan(Kind.NONE, Stage.NONE, OptionalDouble.empty(), OptionalLong.empty(), "");

    private static final Pattern DONE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)% done");
    private static final Pattern ERRORS = Pattern.compile("with (\\d{1,18}) errors");

    /** Returns what follows {@code scan:} or, where older, {@code scrub:}. */
    static Scan of(String text) {
        if (text.startsWith("none requested")) {
            return new Scan(Kind.NONE, Stage.NONE, OptionalDouble.empty(), OptionalLong.empty(), text);
        }
        Kind kind = text.startsWith("scrub") ? Kind.SCRUB : text.startsWith("resilver") ? Kind.RESILVER : Kind.UNKNOWN;
        Matcher done = DONE.matcher(text);
        Matcher errors = ERRORS.matcher(text);
        return new Scan(
                kind,
                stage(text),
                done.find() ? OptionalDouble.of(Double.parseDouble(done.group(1) + "e-2")) : OptionalDouble.empty(),
                errors.find() ? OptionalLong.of(Long.parseLong(errors.group(1))) : OptionalLong.empty(),
                text);
    }

    /** Returns the scan of JSON's words. */
    static Scan of(String function, String state, String errors) {
        Kind kind = function.equals("SCRUB") || function.equals("ERRORSCRUB")
                ? Kind.SCRUB
                : function.equals("RESILVER") || function.equals("REBUILD") ? Kind.RESILVER : Kind.UNKNOWN;
        Stage stage = switch (state) {
            case "SCANNING" -> Stage.RUNNING;
            case "FINISHED" -> Stage.FINISHED;
            case "CANCELED" -> Stage.CANCELED;
            case "PAUSED" -> Stage.PAUSED;
            default -> Stage.UNKNOWN;
        };
        OptionalLong left =
                errors.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(errors)) : OptionalLong.empty();
        return new Scan(kind, stage, OptionalDouble.empty(), left, (function + " " + state).toLowerCase(Locale.ROOT));
    }

    private static Stage stage(String text) {
        if (text.contains("in progress")) {
            return Stage.RUNNING;
        } else if (text.contains("paused")) {
            return Stage.PAUSED;
        } else if (text.contains("canceled") || text.contains("stopped")) {
            return Stage.CANCELED;
        }
        boolean over = text.contains("repaired") || text.contains("resilvered") || text.contains("completed");
        return over ? Stage.FINISHED : Stage.UNKNOWN;
    }

    /** Returns whether disks are being filled right now. */
    public boolean resilvers() {
        return kind == Kind.RESILVER && stage == Stage.RUNNING;
    }

    /** Returns whether a scrub is going on; a paused one is. */
    public boolean scrubs() {
        return kind == Kind.SCRUB && (stage == Stage.RUNNING || stage == Stage.PAUSED);
    }

    /** Returns whether it could be read. */
    public boolean known() {
        return kind != Kind.UNKNOWN && stage != Stage.UNKNOWN;
    }
}
