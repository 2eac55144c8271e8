package org.rackdrill.reports.drill;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.chaos.run.Status;
import org.rackdrill.reports.page.Element;

/**
 * A run as the XML that build servers read: one suite, one case for each check, and two for the run itself. Broken is a
 * failure; what could not be seen, or was ended early, is an error; what was never judged is skipped. A run that did not
 * pass always has a failure or an error.
 */
public final class JUnitXml {
    private static final String TO_ITS_END = "the drill ran to its end";
    private static final String ALL_UNDONE = "every undo was seen to work";

    private final Map<String, Integer> names = new HashMap<>();
    private final List<Case> cases = new ArrayList<>();

    private enum Kind {
        GOOD,
        FAILURE,
        ERROR,
        SKIPPED
    }

    private record Case(String name, Duration took, Kind kind, String type, String says) {}

    private JUnitXml() {}

    /** Returns the bytes of {@code junit.xml}. */
    public static byte[] write(Replay run) {
        Account account = Account.of(run);
        JUnitXml xml = new JUnitXml();
        Checklist.of(account).forEach(xml::check);
        xml.undone(account);
        xml.ended(account);
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + xml.suites(account).render() + "\n";
        return document.getBytes(StandardCharsets.UTF_8);
    }

    private void check(Checklist.Item item) {
        Duration took = item.judgement().flatMap(Judgement::took).orElse(Duration.ZERO);
        Kind kind = switch (Mark.of(item.judgement())) {
            case KEPT -> Kind.GOOD;
            case BROKEN -> Kind.FAILURE;
            case UNSEEN -> Kind.ERROR;
            case NEVER -> Kind.SKIPPED;
        };
        String says = item.judgement().map(Judgement::why).orElse("the run ended before this could be judged");
        add(
                item.text(),
                took,
                kind,
                item.judgement().map(it -> DrillJson.word(it.verdict())).orElse(""),
                says);
    }

    private void undone(Account account) {
        Status status = account.status();
        if (status.verdict() == Verdict.UNDO_FAILED) {
            add(ALL_UNDONE, Duration.ZERO, Kind.ERROR, DrillJson.word(status), says(account));
        } else if (account.done().isEmpty()) {
            add(ALL_UNDONE, Duration.ZERO, Kind.SKIPPED, "", "nothing was broken");
        } else {
            add(ALL_UNDONE, Duration.ZERO, Kind.GOOD, "", "");
        }
    }

    private void ended(Account account) {
        Status status = account.status();
        boolean bad = cases.stream().anyMatch(it -> it.kind == Kind.FAILURE || it.kind == Kind.ERROR);
        Kind kind = status == Status.STEP_FAILED
                ? Kind.FAILURE
                : status.verdict() == Verdict.ABORTED || (status != Status.PASSED && !bad) ? Kind.ERROR : Kind.GOOD;
        add(TO_ITS_END, length(account.run()), kind, DrillJson.word(status), says(account));
    }

    private static String says(Account account) {
        String why = account.run().outcome().why();
        return account.status().means() + (why.isEmpty() ? "" : ": " + why);
    }

    /** Two checks may read alike; their cases must not. */
    private void add(String text, Duration took, Kind kind, String type, String says) {
        int nth = names.merge(text, 1, Integer::sum);
        cases.add(new Case(nth == 1 ? text : text + " (" + nth + ")", took, kind, type, says));
    }

    private Element suites(Account account) {
        String name = account.drill().map(Drill::name).orElse("what earlier drills left");
        Element suites = counted(Element.of("testsuites").with("name", "rackdrill"), account);
        return suites.add(suite(account, name));
    }

    private Element suite(Account account, String name) {
        Element suite = counted(Element.of("testsuite").with("name", name), account)
                .with("skipped", String.valueOf(count(Kind.SKIPPED)));
        account.run()
                .opened()
                .ifPresent(first -> suite.with(
                        "timestamp",
                        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                                first.date().truncatedTo(ChronoUnit.SECONDS))));
        suite.add(properties(account));
        cases.forEach(it -> suite.add(element(it, name)));
        return suite;
    }

    private Element counted(Element element, Account account) {
        return element.with("tests", String.valueOf(cases.size()))
                .with("failures", String.valueOf(count(Kind.FAILURE)))
                .with("errors", String.valueOf(count(Kind.ERROR)))
                .with("time", seconds(length(account.run())));
    }

    private long count(Kind kind) {
        return cases.stream().filter(it -> it.kind == kind).count();
    }

    private static Element properties(Account account) {
        Element properties = Element.of("properties");
        account.run().opened().ifPresent(first -> {
            property(properties, "run", first.run());
            property(properties, "world", first.world().word());
        });
        account.run().plan().map(Plan::labHash).ifPresent(hash -> property(properties, "labHash", hash));
        Optional<Long> seed = account.drill().flatMap(Drill::seed);
        seed.ifPresent(it -> property(properties, "seed", String.valueOf(it)));
        property(properties, "status", DrillJson.word(account.status()));
        property(properties, "exitCode", String.valueOf(account.run().outcome().exitCode()));
        return properties;
    }

    private static void property(Element properties, String name, String value) {
        properties.add(Element.of("property").with("name", name).with("value", value));
    }

    private static Element element(Case it, String suite) {
        Element element = Element.of("testcase")
                .with("name", it.name)
                .with("classname", "drill." + suite.replace('.', ' '))
                .with("time", seconds(it.took));
        return switch (it.kind) {
            case GOOD -> element;
            case SKIPPED -> element.add(Element.of("skipped").with("message", it.says));
            case FAILURE, ERROR ->
                element.add(Element.of(it.kind == Kind.FAILURE ? "failure" : "error")
                        .with("message", it.says)
                        .with("type", it.type)
                        .text(it.says));
        };
    }

    private static Duration length(Replay run) {
        return run.entries().isEmpty()
                ? Duration.ZERO
                : run.entries()
                        .get(run.entries().size() - 1)
                        .at()
                        .minus(run.entries().get(0).at());
    }

    private static String seconds(Duration time) {
        return java.math.BigDecimal.valueOf(Math.max(0, time.toMillis()), 3).toPlainString();
    }
}
