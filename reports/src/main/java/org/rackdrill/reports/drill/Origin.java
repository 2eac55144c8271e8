package org.rackdrill.reports.drill;

import java.util.Locale;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.reports.page.Download;
import org.rackdrill.reports.page.Element;
import org.rackdrill.reports.page.Named;
import org.rackdrill.reports.page.Section;

/** Where a report comes from and how to draw it again. */
final class Origin {
    private static final int LARGEST_EMBEDDED = 400_000;

    private Origin() {}

    static Element of(Account account, String rackdrill, String journal, byte[] json) {
        Element list = Element.of("dl", "origin");
        account.run().opened().ifPresent(first -> {
            line(list, "Run", first.run());
            line(list, "World", first.world().word());
        });
        account.run().plan().ifPresent(plan -> plan(list, plan));
        line(
                list,
                "Verdict",
                account.status().verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        line(list, "Exactly", account.status().means());
        if (!account.run().outcome().why().isEmpty()) {
            line(list, "Because", account.run().outcome().why());
        }
        line(list, "Exit code", String.valueOf(account.run().outcome().exitCode()));
        line(list, "Journal", journal);
        line(list, "Rackdrill", rackdrill);
        line(list, "Draw this report again", "rackdrill drill replay " + quoted(journal));
        return Element.of("footer").add(trust(account), list, data(json));
    }

    private static Element trust(Account account) {
        return Section.paragraph(
                account.simulated()
                        ? "This was the simulator: it shows what follows from the lab file, not what the machines do."
                        : "The verdict is read from the journal of the run and from nothing else: what the journal does not "
                                + "show was not seen, and does not count as good.");
    }

    private static void plan(Element list, Plan plan) {
        line(list, "Drill", plan.drill().name());
        line(list, "Lab", plan.drill().lab());
        line(list, "Its hash", plan.labHash());
        line(
                list,
                "Seed of the drill",
                plan.drill().seed().map(String::valueOf).orElse("none: nothing is left to luck"));
        plan.prediction()
                .ifPresent(it -> line(
                        list,
                        "Foretold by",
                        it.runs() + " simulated runs with seed " + it.seed()
                                + (it.labHash().equals(plan.labHash()) ? "" : ", of another lab: " + it.labHash())));
    }

    private static Element data(byte[] json) {
        if (json.length > LARGEST_EMBEDDED) {
            return Element.of("p").text("All of this as data: the file drill.json beside this page.");
        }
        return Element.of("p")
                .text("All of this as data: ")
                .add(Download.json("drill.json", json, "drill.json"))
                .text(" (inside this page).");
    }

    /** A shell must see one word, whatever the file is called. */
    private static String quoted(String path) {
        return path.matches("[A-Za-z0-9_./:@%+,-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    private static void line(Element list, String what, String value) {
        list.add(
                Element.of("dt").text(what),
                Element.of("dd").add(Element.of("code").text(Named.visible(value))));
    }
}
