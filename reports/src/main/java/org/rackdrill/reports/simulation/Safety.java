package org.rackdrill.reports.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rackdrill.reports.chart.Bar;
import org.rackdrill.reports.chart.Dial;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.reports.page.Table;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Results.CopyPlace;
import org.rackdrill.simulator.study.Results.Data;
import org.rackdrill.simulator.study.Results.Loss;
import org.rackdrill.simulator.study.Results.LossCause;
import org.rackdrill.simulator.study.Results.Mid;
import org.rackdrill.simulator.study.Results.Tail;

/** Whether the data is safe: copies, the two readings of 3-2-1, and how the data dies. */
final class Safety {
    private static final int MOST_DIALS = 3;
    private static final int LONGEST_METHOD = 80;

    /** Damage that comes once in a thousand years is not worth a sentence. */
    private static final double WORTH_SAYING = 1e-3;

    private Safety() {}

    static Element section(Results results) {
        List<Data> data = results.data().stream()
                .sorted(Comparator.comparingDouble(
                                (Data d) -> d.lossProbabilityTenYears().mean())
                        .reversed())
                .toList();
        Element section = Section.of("data", "Is the data safe?", lead(data));
        data.stream().limit(MOST_DIALS).forEach(one -> section.add(card(one)));
        if (data.size() > MOST_DIALS) {
            section.add(others(data.subList(MOST_DIALS, data.size())));
        }
        return section;
    }

    private static String lead(List<Data> data) {
        if (data.isEmpty()) {
            return "Unknown: the lab file names no data, so no loss was simulated.";
        }
        Data worst = data.get(0);
        Loss loss = worst.lossProbabilityTenYears();
        String disks = loss.mean() > 10 * loss.disksOnly()
                ? " Disks are not what kills it: counting disks alone would promise " + Spoken.chance(loss.disksOnly())
                        + "."
                : "";
        return "Most at risk is " + Named.inSentence(worst.name()) + ": the last copy is gone within ten years with a "
                + "chance of " + Spoken.chance(loss.mean(), loss.low(), loss.high()) + FirstScreen.leftOut(worst) + "."
                + disks;
    }

    private static Element card(Data data) {
        Element card = Element.of("article", "card data");
        Element dial = Element.of("div");
        Loss loss = data.lossProbabilityTenYears();
        String chance = Spoken.chance(loss.mean(), loss.low(), loss.high());
        dial.add(Dial.of(
                loss.mean(),
                loss.low(),
                loss.high(),
                loss.disksOnly(),
                "Chance that " + Named.inSentence(data.name()) + " is lost within ten years: " + chance,
                between(loss)));
        dial.add(Element.of("p", "dial-says").add(Element.of("b").text(chance)).text(" within ten years"));
        dial.add(Element.of("p", "soft mid").text(Spoken.capital(between(loss))));
        Element words = Element.of("div");
        words.add(Element.of("h3")
                .add(Element.name(data.name()))
                .text(", " + bytes(data.sizeBytes()) + " at ")
                .add(Element.name(data.primary())));
        words.add(readings(data), howItDies(data.lossCauses()), ages(data), places(data));
        return card.add(dial, words);
    }

    private static String between(Loss loss) {
        return "between " + Spoken.chance(loss.low(), 1) + " and " + Spoken.chance(loss.high(), 1) + " ("
                + Spoken.shortened(Named.visible(loss.method()), LONGEST_METHOD) + ")";
    }

    private static Element readings(Data data) {
        String have = Spoken.capital(Spoken.count(data.copies(), "copy", "copies")) + " on "
                + Spoken.count(data.media(), "medium", "media") + " at "
                + Spoken.count(data.sites(), "site", "sites") + ".";
        Element list = Element.of("ul", "marks");
        list.add(reading(data.satisfies321().twoOnSiteOneOff(), "3-2-1 as three copies, two on site, one off"));
        list.add(reading(data.satisfies321().twoMedia(), "3-2-1 as three copies on two media, one off site"));
        return Element.together(Section.paragraph(have), list);
    }

    private static Element reading(boolean kept, String words) {
        return Element.of("li")
                .add(Element.of("span", kept ? "ok" : "no").text(kept ? "✓ yes" : "✗ no"))
                .text(" " + words);
    }

    private static Element howItDies(List<LossCause> causes) {
        if (causes.isEmpty()) {
            return Element.nothing();
        }
        List<LossCause> largest = causes.stream()
                .sorted(Comparator.comparingDouble(LossCause::share).reversed())
                .toList();
        Element block = Element.of("div");
        block.add(Section.paragraph("How it dies, when it dies:"));
        block.add(Bar.whole(
                largest.stream().map(LossCause::share).toList(), "Causes of loss: " + FirstScreen.causes(largest)));
        Element legend = Element.of("ul", "legend");
        for (int i = 0; i < largest.size(); i++) {
            legend.add(Element.of("li")
                    .add(Element.of("span", "swatch " + Bar.colour(i)))
                    .text(" ")
                    .add(Element.name(largest.get(i).what()))
                    .text(" " + Figures.share(largest.get(i).share())));
        }
        return block.add(legend);
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
        return Section.paragraph(String.join(" ", said));
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

    private static Element others(List<Data> data) {
        Table table = new Table("stack", "Data at lesser risk")
                .column("Data")
                .numbers("Lost within ten years")
                .column("Two on site, one off")
                .column("Two media")
                .column("Mostly by");
        for (Data one : data) {
            Loss loss = one.lossProbabilityTenYears();
            table.row(
                    one.name(),
                    Spoken.chance(loss.mean(), loss.low(), loss.high()),
                    one.satisfies321().twoOnSiteOneOff() ? "✓ yes" : "✗ no",
                    one.satisfies321().twoMedia() ? "✓ yes" : "✗ no",
                    FirstScreen.causes(one.lossCauses()));
        }
        return table.element();
    }

    static String bytes(double bytes) {
        String[] units = {"B", "KB", "MB", "GB", "TB", "PB"};
        int unit = 0;
        double size = bytes;
        while (size >= 1000 && unit < units.length - 1) {
            size /= 1000;
            unit++;
        }
        return Figures.about(size, 3) + "\u00a0" + units[unit];
    }
}
