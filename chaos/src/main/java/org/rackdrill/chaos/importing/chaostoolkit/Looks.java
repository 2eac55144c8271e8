package org.rackdrill.chaos.importing.chaostoolkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.chaos.importing.chaostoolkit.Known.Effect;
import org.rackdrill.chaos.importing.chaostoolkit.Names.Found;
import org.rackdrill.chaos.importing.draft.Remark;
import org.rackdrill.chaos.importing.draft.Spot;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.yaml.Tree;

/**
 * Makes probes of drills from probes of experiments.
 *
 * @param remarks where goes what cannot be said
 */
record Looks(Configuration configuration, Names names, List<Remark> remarks) {

    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_URL = 2000;
    private static final Pattern URL =
            Pattern.compile("https?://(?:[^/?#@]{0,500}@)?(\\[[^\\]/]{1,50}]|[^/:?#@]{1,255}).*");

    /**
     * A probe that can be asked in a drill.
     *
     * @param doubt why something else may be meant; none when it is sure
     */
    record Look(Probe probe, Optional<String> doubt) {}

    /** Returns the probe of an activity; where there is none, why not has been said. */
    Optional<Look> look(Activity activity) {
        if (activity.action()) {
            remarks.add(activity.spot().leftOut("an action among probes does something while everything is healthy"));
            return Optional.empty();
        }
        Provider provider = activity.provider();
        if (provider instanceof Provider.Http http) {
            return answered(activity) ? http(http) : Optional.empty();
        }
        Optional<Known> known = known(provider).filter(it -> it.effect() == Effect.UP);
        if (known.isEmpty()) {
            remarks.add(provider.spot().leftOut("no probe of a drill is like " + provider.text()));
            return Optional.empty();
        }
        Tolerance judge = new Tolerance(remarks);
        boolean program = provider instanceof Provider.Program;
        boolean good = activity.tolerance()
                .map(it -> program ? judge.success(it) : judge.truth(it))
                .orElse(true);
        return good && running(provider)
                ? targets(provider, known.get()).stream().findFirst().map(Looks::up)
                : Optional.empty();
    }

    /** Pods can also be asked whether they are in another phase. */
    private boolean running(Provider provider) {
        Optional<Spot> phase = provider instanceof Provider.Python python
                ? Optional.ofNullable(python.arguments().get("phase"))
                : Optional.empty();
        boolean other = phase.filter(it -> !it.text().equals("Running")).isPresent();
        if (other) {
            remarks.add(phase.orElseThrow().leftOut("a drill can only ask whether it runs"));
        }
        return !other;
    }

    private boolean answered(Activity activity) {
        return activity.tolerance().map(new Tolerance(remarks)::answer).orElse(true);
    }

    private static Look up(Found found) {
        return new Look(new Probe.Up(found.target()), found.doubt());
    }

    private Optional<Look> http(Provider.Http http) {
        Optional<Word> url = configuration.fill(http.url());
        if (url.isEmpty()) {
            remarks.add(http.url().leftOut(configuration.unknown(http.url())));
            return Optional.empty();
        }
        String address = url.get().text();
        Matcher matcher = URL.matcher(address.substring(0, Math.min(LONGEST_URL, address.length())));
        if (!matcher.matches()) {
            throw http.url().wrong("it is no address of the web", "Write `http://name/path`.");
        }
        String host = String.valueOf(matcher.group(1));
        Optional<Found> found = names.host(new Word(host, url.get().doubt()));
        if (found.isEmpty()) {
            remarks.add(http.url().leftOut(names.nothing(TargetKind.SERVICE, host)));
        }
        return found.map(it -> http.spot()
                .find("timeout")
                .flatMap(this::bound)
                .filter(time -> it.target() instanceof Target.Service)
                .map(time -> new Look(new Probe.Answers((Target.Service) it.target(), time), it.doubt()))
                .orElseGet(() -> up(it)));
    }

    /** A pair is the time to connect and the time to answer. */
    private Optional<Duration> bound(Spot timeout) {
        List<Spot> parts = timeout.isList() ? timeout.items() : List.of(timeout);
        Duration bound = Duration.ZERO;
        for (Spot part : parts) {
            Optional<Word> word = configuration.fill(part);
            if (word.isEmpty()) {
                remarks.add(part.leftOut(configuration.unknown(part)));
                return Optional.empty();
            }
            try {
                bound = bound.plus(Seconds.of(word.get().text()));
            } catch (BadText bad) {
                throw part.wrong(bad.what(), bad.fix());
            }
        }
        return Optional.of(bound).filter(it -> !it.isZero());
    }

    /** Returns what is known of a provider. */
    Optional<Known> known(Provider provider) {
        if (provider instanceof Provider.Python python) {
            return Known.function(python.function());
        }
        if (provider instanceof Provider.Program program && !program.shell()) {
            StringBuilder line = new StringBuilder(program.program());
            program.words().stream()
                    .limit(2)
                    .filter(it -> !it.isGroup() && !it.isList())
                    .forEach(it -> line.append(' ').append(it.text()));
            return Known.program(line.toString());
        }
        return Optional.empty();
    }

    /** Returns what a known activity means in the lab; where that is nothing, why not has been said. */
    List<Found> targets(Provider provider, Known known) {
        return provider instanceof Provider.Python python
                ? arguments(python, known)
                : words((Provider.Program) provider, known);
    }

    private List<Found> arguments(Provider.Python python, Known known) {
        for (String argument : known.arguments()) {
            Spot spot = python.arguments().get(argument);
            if (spot != null && !(spot.tree() instanceof Tree.Nothing)) {
                known.arguments().stream()
                        .filter(other -> !other.equals(argument))
                        .flatMap(other -> Optional.ofNullable(python.arguments().get(other)).stream())
                        .forEach(other -> remarks.add(other.noted("`" + argument + "` names it already")));
                List<Spot> spots = spot.isList() ? spot.items() : List.of(spot);
                return spots.stream()
                        .flatMap(it -> named(it, argument, known).stream())
                        .toList();
            }
        }
        remarks.add(
                python.spot().leftOut("it does not name what is meant with " + String.join(" or ", known.arguments())));
        return List.of();
    }

    private List<Found> words(Provider.Program program, Known known) {
        int skipped = known.there().split(" ").length - 1;
        List<Spot> rest = program.words()
                .subList(
                        Math.min(skipped, program.words().size()),
                        program.words().size());
        List<Spot> last = known == Known.PING && !rest.isEmpty() ? rest.subList(rest.size() - 1, rest.size()) : rest;
        boolean plain = last.stream().noneMatch(it -> it.isGroup() || it.isList());
        if (last.size() != 1 || !plain || last.get(0).text().startsWith("-")) {
            remarks.add(program.spot().leftOut("its arguments are not understood"));
            return List.of();
        }
        return named(last.get(0), "", known);
    }

    private List<Found> named(Spot spot, String argument, Known known) {
        Optional<Word> word = configuration.fill(spot);
        if (word.isEmpty()) {
            remarks.add(spot.leftOut(configuration.unknown(spot)));
            return List.of();
        }
        if (word.get().text().length() > LONGEST_NAME) {
            remarks.add(spot.leftOut("a name of " + word.get().text().length() + " characters is none of a lab"));
            return List.of();
        }
        boolean pattern = known == Known.DELETE_PODS && argument.equals("name");
        List<Word> words = Selected.names(pattern ? "name_pattern" : argument, word.get());
        if (words.isEmpty()) {
            remarks.add(spot.leftOut(
                    "it names nothing: `" + Meant.shortened(word.get().text()) + "`"));
        }
        return words.stream()
                .flatMap(it -> {
                    Optional<Found> found = names.find(known.kind(), it);
                    if (found.isEmpty()) {
                        remarks.add(spot.leftOut(names.nothing(known.kind(), it.text())));
                    }
                    return found.stream();
                })
                .toList();
    }
}
