package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Sizes;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.CopyPlace;
import org.rackdrill.simulator.study.Results.Data;
import org.rackdrill.simulator.study.Results.Loss;
import org.rackdrill.simulator.study.Results.Mid;
import org.rackdrill.simulator.study.Results.Tail;

/** Whether the data is safe: copies, the two readings of 3-2-1, and how the data dies. */
final class Safety {
    private static final int MOST_DIALS = 3;
    private static final double WORTH_TELLING = 1.5;

    /** Damage that comes once in a thousand years is not worth a sentence. */
    private static final double WORTH_SAYING = 1e-3;

    private Safety() {}

    static Element section(Results results) {
        List<Fate> fates = Fate.of(results);
        Map<String, String> colours = Fate.colours(List.of(results));
        Element section = Section.of("data", "Is the data safe?", lead(fates));
        fates.stream().limit(MOST_DIALS).forEach(fate -> section.add(card(fate, colours)));
        if (fates.size() > MOST_DIALS) {
            section.add(others(fates.subList(MOST_DIALS, fates.size())));
        }
        return section;
    }

    private static String lead(List<Fate> fates) {
        if (fates.isEmpty()) {
            return "Unknown: the lab file names no data, so no loss was simulated.";
        }
        Data worst = fates.get(0).worst();
        Loss loss = worst.lossProbabilityTenYears();
        String disks = loss.mean() > 10 * loss.disksOnly()
                ? " Disks are not what kills it: counting disks alone would promise " + Spoken.chance(loss.disksOnly())
                        + "."
                : "";
        return "Most at risk is " + Named.inSentence(worst.name()) + ": the last copy is gone within ten years with a "
                + "chance of " + fates.get(0).chance() + FirstScreen.leftOut(worst) + "." + disks
                + " The dial turns from certain on the left to hardly ever on the right, ten times less likely at each "
                + "mark; the arc is what is not known.";
    }

    private static Element card(Fate fate, Map<String, String> colours) {
        Data data = fate.worst();
        Element card = Element.of("article", "card data");
        Element words = Element.of("div");
        Element heading = Element.of("h3").add(Element.name(fate.names()));
        String where = fate.data().size() == 1
                ? ", " + Sizes.text(data.sizeBytes()) + " at "
                : ", "
                        + Sizes.text(fate.data().stream()
                                .mapToDouble(Data::sizeBytes)
                                .sum()) + " together, at ";
        words.add(heading.text(where).add(Element.name(data.primary())));
        words.add(readings(fate), fate.causes(colours), ages(data), places(data));
        return card.add(fate.dial(colours), words);
    }

    private static Element readings(Fate fate) {
        Data data = fate.worst();
        String have = Spoken.capital(Spoken.count(data.copies(), "copy", "copies")) + " on "
                + Spoken.count(data.media(), "medium", "media") + " at "
                + Spoken.count(data.sites(), "site", "sites") + ".";
        Element list = Element.of("ul", "marks");
        list.add(reading(data.satisfies321().twoOnSiteOneOff(), "3-2-1 as three copies, two on site, one off"));
        list.add(reading(data.satisfies321().twoMedia(), "3-2-1 as three copies on two media, one off site"));
        list.add(Element.of("li")
                .add(Element.of("span", data.provenDaysAgo() == null ? "no" : "ok")
                        .text(data.provenDaysAgo() == null ? "✗ no" : "✓ yes"))
                .text(" " + fate.proven()));
        return Element.together(Section.paragraph(have), list);
    }

    private static Element reading(boolean kept, String words) {
        return Element.of("li")
                .add(Element.of("span", kept ? "ok" : "no").text(kept ? "✓ yes" : "✗ no"))
                .text(" " + words);
    }

    private static Element ages(Data data) {
        List<String> said = new ArrayList<>();
        Tail rpo = data.rpoMinutes();
        Mid restore = data.restoreHours();
        if (rpo != null) {
            said.add("Were the original gone this minute, the last " + Hours.text(rpo.p50() / 60)
                    + " of changes would be gone too (in one case of a hundred, " + Hours.text(rpo.p99() / 60) + ").");
        }
        said.add(
                restore != null
                        ? "Restoring takes about " + Hours.text(restore.p50()) + "."
                        : "There is nothing to restore it from.");
        double damaged = data.damagedBlocksPerYear().mean();
        if (damaged >= WORTH_SAYING) {
            said.add((data.copies() > 1
                            ? "Some blocks are damaged, and come from a copy, with a chance of "
                            : "Some blocks are damaged for good with a chance of ")
                    + Spoken.chance(damaged) + " a year.");
        }
        said.add(growing(data.lossByYear()));
        return Section.paragraph(String.join(" ", said).strip());
    }

    /** Says so when the parts that hold it wear out; no interval is known, so only a clear rise is told. */
    private static String growing(List<Double> lossByYear) {
        int last = lossByYear.size() - 1;
        if (last < 1 || !(lossByYear.get(last) > WORTH_TELLING * lossByYear.get(0))) {
            return "";
        }
        return "As its parts age, the chance grows from " + Spoken.chance(lossByYear.get(0), 1)
                + " in the first year to " + Spoken.chance(lossByYear.get(last), 1) + " in year " + (last + 1) + ".";
    }

    private static Element places(Data data) {
        if (data.places().isEmpty()) {
            return Element.nothing();
        }
        Table table = new Table("stack small", "Where the copies of " + Named.inSentence(data.name()) + " lie")
                .column("Copy at")
                .column("Site")
                .column("Made by")
                .column("Medium")
                .numbers("Usual age");
        for (CopyPlace place : data.places()) {
            table.row(
                    place.at(),
                    place.site(),
                    place.by(),
                    place.media(),
                    place.ageMinutes() > 0 ? Hours.text(place.ageMinutes() / 60) : "live");
        }
        return table.element();
    }

    private static Element others(List<Fate> fates) {
        Table table = new Table("stack", "Data at lesser risk")
                .column("Data")
                .numbers("Lost within ten years")
                .column("Two on site, one off")
                .column("Two media")
                .column("Restore")
                .column("Mostly by");
        for (Fate fate : Crowd.shown(fates)) {
            Data one = fate.worst();
            table.row(
                    fate.names(),
                    fate.chance(),
                    one.satisfies321().twoOnSiteOneOff() ? "✓ yes" : "✗ no",
                    one.satisfies321().twoMedia() ? "✓ yes" : "✗ no",
                    fate.proven(),
                    FirstScreen.causes(one.lossCauses()));
        }
        return Element.together(table.element(), Crowd.others(fates, "others"));
    }
}
