package org.rackdrill.reports.capacity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Spoken;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.capacity.MemoryAnswer;
import org.rackdrill.simulator.capacity.PowerAnswer;
import org.rackdrill.simulator.capacity.SpaceAnswer;
import org.rackdrill.simulator.capacity.StorageAnswer;

/** The answer in one sentence, how it was counted, and four facts. */
final class FirstScreen {
    private FirstScreen() {}

    static Element of(Capacity capacity, String date) {
        Element header = Element.of("header");
        header.add(
                Element.of("p", "kicker")
                        .add(Element.name(capacity.title()))
                        .text(" · how much it can carry · " + date),
                Element.of("h1").text(LimitWords.headline(capacity)),
                Element.of("p", "rule")
                        .text(
                                "A usual week of what the lab file says is asked of it, with everything in order unless it says"
                                        + " otherwise. Ranges hold nine cases in ten, given how well the parts and habits behind"
                                        + " them are known."));
        return header.add(Element.of("div", "facts")
                .add(disks(capacity), space(capacity), memory(capacity), power(capacity.power())));
    }

    private static Element disks(Capacity capacity) {
        List<StorageAnswer.Overload> overloads = capacity.overloads();
        if (!overloads.isEmpty()) {
            StorageAnswer.Overload worst = overloads.get(0);
            return Section.fact(
                    "Disks of " + Named.inSentence(worst.pool()),
                    "Never keep up",
                    Figures.about(worst.times().best(), 2) + " times what they can do");
        }
        Optional<Capacity.OfPool> busiest = capacity.pools().stream()
                .max(Comparator.comparingDouble(pool -> pool.utilisation().p75().best()));
        return busiest.map(pool -> Section.fact(
                        "Disks of " + Named.inSentence(pool.name()),
                        Figures.share(pool.utilisation().p75().best()) + " busy",
                        "or more, a quarter of the time; hold until "
                                + Figures.about(pool.saturatesAt().best(), 2) + " times today's load"))
                .orElseGet(() -> Section.fact("Disks", "Not judged", "nothing is said about what is asked of them"));
    }

    private static Element space(Capacity capacity) {
        Optional<SpaceAnswer.OfPool> first = Filling.firstToFill(capacity.space());
        return first.map(pool -> Section.fact(
                        "First to be full",
                        Named.inSentence(pool.name()),
                        Figures.share(pool.usedShare().best()) + " today, " + Figures.share(pool.ruleShare()) + " "
                                + Days.brief(pool.rule())))
                .orElseGet(() -> Section.fact("Space", "No pools", "the lab file describes none"));
    }

    private static Element memory(Capacity capacity) {
        List<MemoryAnswer.Lost> all = capacity.memory().lost();
        int homeless = (int) all.stream()
                .mapToLong(lost -> Guests.withoutRoom(lost) + refused(capacity, lost.node()))
                .max()
                .orElse(0);
        if (all.size() < 2 || !capacity.memory().movable()) {
            return Section.fact(
                    "If a node is lost",
                    all.isEmpty() ? "No nodes" : "Nothing moves",
                    all.size() < 2 ? "there is no other node" : "what runs on it waits for it");
        }
        return homeless == 0
                ? Section.fact(
                        "If a node is lost", "There is room", "for all that can start elsewhere, whichever it is")
                : Section.fact(
                        "If a node is lost",
                        Spoken.capital(Spoken.count(homeless, "guest", "guests")) + " out",
                        "find no memory or processor elsewhere in the worst case");
    }

    private static long refused(Capacity capacity, String lost) {
        return capacity.cpu().lost().stream()
                .filter(one -> one.node().equals(lost))
                .mapToLong(one -> one.refused().size())
                .sum();
    }

    private static Element power(PowerAnswer power) {
        String ups = power.ups().stream()
                .filter(one -> one.usual().isPresent())
                .findFirst()
                .map(one -> "; " + Named.inSentence(one.name()) + " lasts "
                        + Hours.text(one.usual().orElseThrow().minutes().best() / 60))
                .orElse("; no UPS");
        return Section.fact(
                "Power",
                Figures.about(power.watts().best(), 3) + "\u00a0W",
                Figures.about(power.costPerYear().best(), 3) + " " + Named.inSentence(power.currency()) + " a year"
                        + ups);
    }
}
