package org.rackdrill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/performance.md}, from the files of the last measurement. */
final class PerformancePage {

    static final String COSTS = "process-costs.json";
    static final String SIMULATE = "simulate.json";
    static final String COSTS_COMMIT = "process-costs.commit";
    static final String FORECAST = "forecast.json";
    static final String DRILL = "drill.json";
    static final String STORAGE = "storage.json";
    static final String CAPACITY = "capacity.json";
    static final String PLAN = "plan.json";
    static final String PROBES = "probes.json";
    static final String DELAYS = "hit-delays.json";
    /** From the directory of the results. */
    private static final Path VALIDATION = Path.of("../../docs/validation.md");

    static final String SANDBOX_COMMIT = "sandbox.commit";

    private static final String HEAD = """
            # Performance

            `bench/measure` makes this page, together with the files in `bench/results` that its numbers come from. A build checks
            that they agree; it measures nothing, since a number from a busy machine is worse than none. Figures are means with
            their intervals at 99.9 %, of commands medians; every single measurement stands in the files.
            """;

    private static final String NOTHING = """

            Nothing has been measured yet.
            """;

    private static final String WHOLE = """

            ## The whole answer

            `simulate v1` at its default precision, from the lab that was read to the results, in a fresh Java with the options of
            the launcher: %s (%s).
            """;

    private static final String EACH = """

            ## What each behaviour costs

            One history of v1, on one core, in a warm Java: %s (%s), in which %s.

            A behaviour costs what a history without it saves. Some cost less than nothing: without a UPS, say, more goes wrong.
            The intervals are those of JMH, at 99.9 %%; a difference that is smaller than they are says nothing. Events are
            counted over many histories; how many there are hardly depends on the machine.

            | without | a history takes | difference | events | difference |
            |---|---|---|---|---|
            """;

    private static final String FORECAST_HEAD = """

            ## What the runner costs

            A forecast runs a drill many times by the code that runs it on real machines. One run of an hour with eight probes and
            one fault, on one core, in a warm Java, in a world whose calls cost nothing: %s (%s). Where the world
            cannot say until when its probes see nothing new, so that each is asked every ten seconds: %s.
            """;

    private static final String DRILL_HEAD = """

            ## What a prediction costs

            A drill of an hour on v1, run 1,000 times with everything else that may happen: %s on one core, %s on all cores (%s).
            """;

    private static final String SANDBOX_HEAD = """

            ## Real hosts

            `bench/measure-sandbox` makes these, in a sandbox, at commit `%s`. %d probes a second from one Java, each counted from when it
            was due: half are answered within %.1f ms, 99 of 100 within %.1f ms, the slowest of %d after %.0f ms. %d saw nothing.
            Who asks what somebody else is waiting to ask a host gets the same answer, so that these are fewer questions.

            Faults of the drills in the sandbox are begun this long after they were due: half within %.0f ms, 99 of 100 within
            %.0f ms. Half of the hosts have answered that it is there after %.0f ms, 99 of 100 after %.0f ms; to fill a pool takes its
            time (%d faults, of steps that wait for no other).
            """;

    private PerformancePage() {}

    /**
     * Writes the page.
     *
     * @param arguments the directory of the results, and the page
     */
    public static void main(String... arguments) throws IOException {
        Files.writeString(Path.of(arguments[1]), text(Path.of(arguments[0])));
    }

    /** Returns the page for the results in a directory. */
    static String text(Path results) throws IOException {
        if (!Files.exists(results.resolve(Machine.FILE))) {
            return HEAD + NOTHING;
        }
        Machine machine =
                Machine.of(JsonMapper.builder().build().readTree(Files.readString(results.resolve(Machine.FILE))));
        Measured whole = Measured.in(results.resolve(SIMULATE)).get(0);
        List<Measured> costs = Measured.in(results.resolve(COSTS));
        return HEAD
                + on(machine)
                + WHOLE.formatted(whole.time(), times(whole))
                + WholeCommand.section(results)
                + SpeedupPage.text(results)
                + VariancePage.text(results)
                + RarePage.text(results.resolve(VALIDATION))
                + costs(costs, at(results.resolve(COSTS_COMMIT)))
                + forecast(results.resolve(FORECAST))
                + drill(results.resolve(DRILL))
                + Disks.section(results)
                + ScalePage.text(results)
                + SweepPage.text(results)
                + new PeersPage(results).text()
                + Tried.TEXT
                + sandbox(results);
    }

    private static String sandbox(Path results) throws IOException {
        Path probes = results.resolve(PROBES);
        Path delays = results.resolve(DELAYS);
        if (!Files.exists(probes) || !Files.exists(delays)) {
            return "";
        }
        JsonMapper json = JsonMapper.builder().build();
        ProbeRate.Result asked = json.readValue(Files.readString(probes), ProbeRate.Result.class);
        HitDelays.Result late = json.readValue(Files.readString(delays), HitDelays.Result.class);
        return String.format(
                Locale.ROOT,
                SANDBOX_HEAD,
                Files.readString(results.resolve(SANDBOX_COMMIT)).strip(),
                asked.rate(),
                asked.latency().p50(),
                asked.latency().p99(),
                asked.latency().times(),
                asked.latency().most(),
                asked.unknown(),
                late.begun().p50(),
                late.begun().p99(),
                late.there().p50(),
                late.there().p99(),
                late.there().times());
    }

    private static String forecast(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        List<Measured> all = Measured.in(file);
        Measured quiet = named("quiet", all);
        return FORECAST_HEAD.formatted(
                quiet.time(), times(quiet), named("restless", all).time());
    }

    private static String drill(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        List<Measured> all = Measured.in(file);
        Measured one = named("oneCore", all);
        return DRILL_HEAD.formatted(one.time(), named("allCores", all).time(), times(one));
    }

    private static Measured named(String name, List<Measured> all) {
        return all.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " was not measured"));
    }

    private static String on(Machine machine) {
        return "\nMeasured on %s at commit `%s`: %s, %d cores, %s, %s.\n"
                .formatted(
                        machine.date(),
                        machine.commit(),
                        machine.processor(),
                        machine.cores(),
                        machine.system(),
                        machine.java());
    }

    /** Costs take long to measure, so that they may be older than the rest. */
    static String at(Path commit) throws IOException {
        return Files.exists(commit) ? ", at commit `" + Files.readString(commit).strip() + "`" : "";
    }

    private static Measured everything(List<Measured> all) {
        return all.stream()
                .filter(it -> it.behaviour().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no history with everything was measured"));
    }

    private static String costs(List<Measured> all, String at) {
        Measured everything = everything(all);
        StringBuilder text = new StringBuilder(
                EACH.formatted(everything.time(), times(everything) + at, events(everything) + " things happen"));
        all.stream()
                .filter(it -> !it.behaviour().isEmpty())
                .sorted(Comparator.comparingDouble(Measured::score).thenComparing(Measured::behaviour))
                .forEach(it -> text.append(row(it, everything)));
        return text.toString();
    }

    private static String row(Measured without, Measured everything) {
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        without.behaviour().toLowerCase(Locale.ROOT).replace('_', ' '),
                        without.time(),
                        change(without.score(), everything.score()),
                        events(without),
                        change(without.events(), everything.events()));
    }

    private static String change(double to, double from) {
        return String.format(Locale.ROOT, "%+.1f %%", (to / from - 1) * 100);
    }

    private static String events(Measured of) {
        return String.format(Locale.ROOT, "%.1f", of.events());
    }

    static String times(Measured of) {
        return of.times() == 1 ? "measured once, which only shows that it works" : "measured " + of.times() + " times";
    }
}
