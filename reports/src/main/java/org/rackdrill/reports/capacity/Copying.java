package org.rackdrill.reports.capacity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.reports.chart.Bar;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;
import org.rackdrill.reports.page.Sizes;
import org.rackdrill.reports.page.Table;
import org.rackdrill.simulator.capacity.Capacity;
import org.rackdrill.simulator.capacity.Likely;
import org.rackdrill.simulator.capacity.NetworkAnswer;
import org.rackdrill.simulator.capacity.NetworkAnswer.Job;

/** Whether copies get through the lines that carry them. */
final class Copying {
    private static final double BITS = 8;
    private static final double MEGA = 1e6;
    private static final int MOST_NAMES = 8;

    private Copying() {}

    static Element section(Capacity capacity) {
        List<Job> jobs = capacity.network().jobs().stream()
                .sorted(Comparator.comparingDouble(job -> -job.share().best()))
                .toList();
        if (jobs.isEmpty()) {
            return Element.nothing();
        }
        Table table = new Table("stack jobs", "Copies and the time that they have")
                .column("Copies")
                .column("Beside the time that they have", "wide")
                .numbers("Each run takes")
                .numbers("Of")
                .numbers("Too long")
                .numbers("The first takes")
                .numbers("Reading all back");
        jobs.forEach(job -> row(table, job));
        return Section.of("copies", "Copies and their lines", lead(jobs.get(0)))
                .add(table.element(), lines(capacity), lost(capacity));
    }

    private static void row(Table table, Job job) {
        double share = job.share().best();
        table.row(
                Element.together(
                        Element.name(job.name()),
                        Element.of("span", "meaning")
                                .text(every(job) + ", " + Sizes.text(job.bytes().best()) + " by "
                                        + Named.inSentence(job.line()) + " (" + rate(job.bytesPerSecond()) + ")")),
                Bar.against(Math.min(1, share), share > 1 ? "harm" : "k1", Figures.share(share) + " of its time"),
                cell(hours(job.hours())),
                cell(Hours.text(job.windowHours()).replace(' ', '\u00a0')
                        + (job.window() == null ? "" : " (" + job.window() + ")")),
                cell(Days.brief(job.outgrown())),
                cell(hours(job.firstHours())),
                cell(hours(job.restoreHours())));
    }

    private static String lead(Job worst) {
        String verdict = worst.share().best() > 1
                ? " They are not done in time: send less, get a faster line, or carry drives."
                : "";
        return "Nearest to their limit are the copies from " + Named.inSentence(worst.name()) + ": a run takes "
                + hours(worst.hours()) + " of the " + Hours.text(worst.windowHours()) + " that it has." + verdict
                + " A run carries what was added and what was changed; what is changed is known least.";
    }

    private static Element lines(Capacity capacity) {
        Element list = Element.of("ul");
        capacity.network().lines().stream()
                .filter(line -> line.busy().best() >= 0.01)
                .forEach(line -> list.add(Element.of("li")
                        .add(Element.name(line.name()))
                        .text(": busy with copies " + Known.share(line.busy()) + " of the time.")));
        return list.isEmpty() ? Element.nothing() : list;
    }

    /** What stops when one thing is gone; what stops the same stands in one row. */
    private static Element lost(Capacity capacity) {
        Map<List<String>, List<String>> stopping = new LinkedHashMap<>();
        capacity.network()
                .lost()
                .forEach(lost -> stopping.computeIfAbsent(lost.jobs(), jobs -> new ArrayList<>())
                        .add(lost.name()));
        if (stopping.isEmpty()) {
            return Element.nothing();
        }
        Table table = new Table("stack", "Copies that stop when one thing in the network is lost")
                .column("Lost, any one of")
                .column("Stops")
                .numbers("After a day of it, catching up takes");
        stopping.forEach((jobs, lost) -> jobs.forEach(
                job -> table.row(cell(Named.list(lost, MOST_NAMES)), Element.name(job), cell(catchUp(capacity, job)))));
        return Element.together(Element.of("h3").text("When a line or a switch is lost"), table.element());
    }

    private static String catchUp(Capacity capacity, String name) {
        return capacity.network().jobs().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .map(job -> Known.text(
                        job.catchUpHours(),
                        hours -> hours >= NetworkAnswer.NEVER_HOURS ? "for ever" : Hours.text(hours)))
                .orElse("");
    }

    private static String every(Job job) {
        return "every " + Hours.text(job.everyHours());
    }

    private static String rate(Likely bytesPerSecond) {
        return Figures.about(bytesPerSecond.best() * BITS / MEGA, 3) + "\u00a0Mbit/s";
    }

    private static String hours(Likely hours) {
        return Hours.withRange(hours.best(), hours.low(), hours.high());
    }

    private static Element cell(String text) {
        return Element.together().text(text);
    }
}
