package org.rackdrill.reports.capacity;

import java.util.Comparator;
import java.util.List;
import org.rackdrill.reports.chart.Bar;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Table;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.capacity.Likely;
import org.rackdrill.simulator.capacity.StorageAnswer;

/** What people wait for. */
final class Feels {
    private static final double SECONDS_PER_HOUR = 3600;

    private Feels() {}

    static Element section(Capacity capacity) {
        List<StorageAnswer.OfFeel> all = capacity.feels().stream()
                .sorted(Comparator.comparingDouble(feel -> -feel.seconds().best()))
                .toList();
        if (all.isEmpty()) {
            return Element.nothing();
        }
        double most = all.stream()
                .mapToDouble(feel -> Math.max(feel.seconds().high(), feel.p95Seconds()))
                .max()
                .orElse(1);
        Table table = new Table("stack", "What people wait for")
                .column("What")
                .column("Usually", "wide")
                .numbers("Usually")
                .numbers("When the disks are busy")
                .numbers("1 time in 20")
                .numbers("With a disk lost");
        for (StorageAnswer.OfFeel feel : all) {
            Likely seconds = feel.seconds();
            table.row(
                    Element.together(
                            Element.name(feel.what()),
                            Element.of("span", "meaning")
                                    .text(Figures.whole(feel.reads()) + " reads, one after the other")),
                    Bar.withRange(
                            seconds.best() / most,
                            seconds.low() / most,
                            seconds.high() / most,
                            "k1",
                            Hours.text(seconds.best() / SECONDS_PER_HOUR)),
                    cell(LimitWords.seconds(seconds)),
                    cell(Hours.text(feel.atP75Seconds() / SECONDS_PER_HOUR)),
                    cell(Hours.text(feel.p95Seconds() / SECONDS_PER_HOUR)),
                    cell(feel.degradedSeconds()
                            .map(lost -> Hours.text(lost / SECONDS_PER_HOUR))
                            .orElse("–")));
        }
        return Section.of("feels", "What a person feels", lead(all.get(0))).add(table.element());
    }

    private static String lead(StorageAnswer.OfFeel slowest) {
        return "A page is slow because it waits for one read after the other. The slowest here is "
                + Named.inSentence(slowest.what()) + ": " + Figures.whole(slowest.reads()) + " reads take "
                + Hours.text(slowest.seconds().best() / SECONDS_PER_HOUR)
                + " in an ordinary hour. Busy means the hour that is busier than three quarters of the week.";
    }

    private static Element cell(String text) {
        return Element.together().text(text);
    }
}
