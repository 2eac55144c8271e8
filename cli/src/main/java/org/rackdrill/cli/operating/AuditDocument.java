package org.rackdrill.cli.operating;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.rackdrill.live.operation.CopyAudit;
import org.rackdrill.live.operation.Finding;
import org.rackdrill.live.operation.Holding;
import org.rackdrill.live.operation.Rule321;

/** An audit as a program reads it; keys may be added, never renamed. */
public record AuditDocument(List<Service> services, List<Seen> findings) {

    /** The copies of one service's data. */
    public record Service(String service, Rule321 rule321, List<Place> places) {}

    /** One place; none of the numbers: unknown, or never. */
    public record Place(
            String place,
            boolean primary,
            String media,
            String site,
            boolean seen,
            boolean real,
            @Nullable Long ageSeconds,
            @Nullable Long provenSecondsAgo,
            @Nullable String verdict,
            String why) {}

    /** Something that was looked at: good is true, false or unknown. */
    public record Seen(String host, String what, String good, String says) {}

    static AuditDocument of(Audit audit) {
        return new AuditDocument(
                audit.copies().stream().map(AuditDocument::service).toList(),
                audit.findings().stream().map(AuditDocument::seen).toList());
    }

    private static Service service(CopyAudit.Found found) {
        return new Service(
                found.service(),
                found.rule(),
                found.holdings().stream().map(AuditDocument::place).toList());
    }

    private static Place place(Holding one) {
        return new Place(
                one.place(),
                one.primary(),
                one.media(),
                one.site(),
                one.seen(),
                one.real(),
                number(one.ageSeconds()),
                number(one.provenSecondsAgo()),
                one.verdict().orElse(null),
                one.why());
    }

    private static @Nullable Long number(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static Seen seen(Finding one) {
        return new Seen(one.host(), one.what(), one.good().name().toLowerCase(Locale.ROOT), one.says());
    }
}
