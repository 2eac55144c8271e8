package org.rackdrill.reports.capacity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rackdrill.reports.chart.FillCurve;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Sizes;
import org.rackdrill.reports.page.Table;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.capacity.Likely;
import org.rackdrill.simulator.capacity.SpaceAnswer;

/** How full the pools are and when they will be full. */
final class Filling {
    private static final int MOST_ITEMS = 5;

    private Filling() {}

    /** Returns the pool that reaches the share of its rule first. */
    static Optional<SpaceAnswer.OfPool> firstToFill(SpaceAnswer space) {
        return space.pools().stream()
                .min(Comparator.comparingDouble(Filling::years)
                        .thenComparingDouble(pool -> -pool.usedShare().best()));
    }

    private static double years(SpaceAnswer.OfPool pool) {
        Double years = pool.rule().years();
        return years == null ? Double.POSITIVE_INFINITY : years;
    }

    static Element section(Capacity capacity) {
        List<SpaceAnswer.OfPool> pools = capacity.space().pools();
        Optional<SpaceAnswer.OfPool> first = firstToFill(capacity.space());
        if (first.isEmpty()) {
            return Element.nothing();
        }
        int year = LocalDate.parse(capacity.asOf()).getYear();
        Element grid = Element.of("div", "grid");
        for (SpaceAnswer.OfPool pool : pools) {
            Element figure = Element.of("figure");
            figure.add(Element.of("h3").add(Element.name(pool.name())));
            List<Likely> shares = new ArrayList<>(List.of(pool.usedShare()));
            shares.addAll(pool.byYear());
            figure.add(new FillCurve(shares, pool.ruleShare(), year)
                    .picture("How full " + Named.inSentence(pool.name()) + " gets"));
            grid.add(figure.add(Element.of("figcaption").text(caption(pool))));
        }
        return Section.of("space", "Space", lead(first.get())).add(grid, table(pools), items(pools));
    }

    private static String lead(SpaceAnswer.OfPool first) {
        return Named.inSentence(first.name()) + " fills up first: " + Figures.share(first.ruleShare()) + " "
                + Days.text(first.rule()) + ", full " + Days.text(first.full())
                + ". Above the dashed line a pool gets slow; the band is what the growth leaves open.";
    }

    private static String caption(SpaceAnswer.OfPool pool) {
        return Figures.share(pool.ruleShare()) + " " + Days.text(pool.rule()) + ".";
    }

    private static Element table(List<SpaceAnswer.OfPool> pools) {
        Table table = new Table("wide-table of-pools", "Room of each pool")
                .column("Pool")
                .column("Disks")
                .numbers("Room for data")
                .numbers("Used")
                .numbers("Grows a year by")
                .numbers("At its line")
                .numbers("Full");
        for (SpaceAnswer.OfPool pool : pools) {
            table.row(
                    pool.name(),
                    pool.disks() + ", " + pool.layout() + ", " + Sizes.text(pool.rawBytes()),
                    Sizes.text(pool.usableBytes()),
                    Known.text(pool.usedBytes(), Sizes::text),
                    Known.text(pool.growthBytesPerYear(), Sizes::text),
                    Days.brief(pool.rule()),
                    Days.brief(pool.full()));
        }
        return table.element();
    }

    private static Element items(List<SpaceAnswer.OfPool> pools) {
        Element list = Element.of("ul");
        for (SpaceAnswer.OfPool pool : pools) {
            if (!pool.items().isEmpty()) {
                list.add(Element.of("li")
                        .add(Element.name(pool.name()))
                        .text(": "
                                + pool.items().stream()
                                        .limit(MOST_ITEMS)
                                        .map(Filling::item)
                                        .collect(Collectors.joining(", "))));
            }
        }
        return Element.together(Element.of("p").text("What takes the room:"), list);
    }

    private static String item(SpaceAnswer.Item item) {
        String what = Named.inSentence(item.what());
        return (item.kind().equals("copy") ? "a copy of " + what : what) + " "
                + Sizes.text(item.bytes().best());
    }
}
