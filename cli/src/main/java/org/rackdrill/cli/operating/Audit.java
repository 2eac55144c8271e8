package org.rackdrill.cli.operating;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.real.Ground;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.live.operation.CopyAudit;
import org.rackdrill.live.operation.Finding;
import org.rackdrill.live.operation.HealthAudit;
import org.rackdrill.live.operation.Holding;
import org.rackdrill.live.operation.Rule321;
import org.rackdrill.reports.json.RecordWriter;

/**
 * What a round through the rack has found.
 *
 * @param copies of each service that keeps data
 * @param findings what else was looked at
 */
public record Audit(List<CopyAudit.Found> copies, List<Finding> findings) {

    /** Goes round. */
    public static Audit of(Ground ground, LongSupplier now) {
        List<CopyAudit.Found> copies =
                new CopyAudit(ground.lab(), ground.hosts(), Work.manifests(ground), now.getAsLong()).look();
        return new Audit(copies, new HealthAudit(ground.lab(), ground.hosts(), now).look(copies));
    }

    /** Returns how it ends: something is wrong, something is unknown, or all is well. */
    public ExitCode code() {
        boolean wrong = findings.stream().anyMatch(one -> one.good() == Truth.FALSE)
                || copies.stream()
                        .filter(Audit::seen)
                        .map(CopyAudit.Found::rule)
                        .anyMatch(rule -> !rule.twoOnSiteOneOff() && !rule.twoMedia());
        boolean open = findings.stream().anyMatch(one -> one.good() == Truth.UNKNOWN)
                || !copies.stream().allMatch(Audit::seen);
        return wrong ? ExitCode.MISSED : open ? ExitCode.OPEN : ExitCode.GOOD;
    }

    /** Copies that nobody could look at are not known to be too few. */
    private static boolean seen(CopyAudit.Found found) {
        return found.holdings().stream().allMatch(Holding::seen);
    }

    /** Returns it for a program, as JSON. */
    public byte[] json() {
        return RecordWriter.bytes(AuditDocument.of(this));
    }

    /** Prints it for people: what is wrong first. */
    public void print(Outlet out) {
        for (CopyAudit.Found found : copies) {
            print(out, found);
        }
        out.heading("Health");
        List<Finding> wrong =
                findings.stream().filter(one -> one.good() != Truth.TRUE).toList();
        wrong.forEach(one -> out.line((one.good() == Truth.FALSE ? "bad      " : "unknown  ") + one.host() + ": "
                + one.what() + ": " + one.says()));
        out.line((findings.size() - wrong.size()) + " of " + findings.size() + " things looked at are good.");
    }

    private static void print(Outlet out, CopyAudit.Found found) {
        Rule321 rule = found.rule();
        out.heading(found.service());
        for (Holding one : found.holdings()) {
            String text = one.real()
                    ? "newest " + age(one.ageSeconds()) + (one.primary() ? "" : ", " + proven(one))
                    : (one.seen() ? "not counted: " : "not seen: ") + one.why();
            out.line("  " + (one.primary() ? "primary" : one.place()) + ", " + one.media() + " at " + one.site() + ": "
                    + text);
        }
        out.line("  " + (seen(found) ? "" : "at least ") + rule.copies() + " copies on " + rule.media() + " media at "
                + rule.sites()
                + " sites; 3-2-1 as two on" + " site and one off: " + yes(rule.twoOnSiteOneOff()) + ", on two media: "
                + yes(rule.twoMedia()));
    }

    private static String proven(Holding one) {
        if (one.provenSecondsAgo().isPresent()) {
            return "proven " + age(one.provenSecondsAgo()) + " ago";
        }
        return one.verdict().isPresent() ? "its last proof failed" : "never proven";
    }

    private static String age(OptionalLong seconds) {
        if (seconds.isEmpty()) {
            return "unknown";
        }
        long age = seconds.getAsLong();
        return age < 120
                ? age + " s"
                : age < 7200 ? age / 60 + " min" : age < 172_800 ? age / 3600 + " h" : age / 86_400 + " d";
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }
}
