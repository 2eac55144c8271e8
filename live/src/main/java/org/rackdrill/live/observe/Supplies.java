package org.rackdrill.live.observe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.live.nut.UpsAnswer;
import org.rackdrill.live.nut.UpsState;
import org.rackdrill.live.nut.Upsd;
import org.rackdrill.live.text.Shown;

/** Uninterruptible power supplies, as their own words reach us. One that is mute may well work. */
final class Supplies {
    private final Field field;
    private final Lookouts lookouts;

    Supplies(Field field, Lookouts lookouts) {
        this.field = field;
        this.lookouts = lookouts;
    }

    /** Returns what each of these says. */
    Map<String, UpsAnswer> look(List<String> names, Within within) {
        UpsAnswer late = UpsAnswer.none(UpsAnswer.Kind.UNREACHABLE, "no answer in time");
        UpsAnswer busy = UpsAnswer.none(UpsAnswer.Kind.UNREACHABLE, "it has not answered the last look yet");
        return lookouts.all(
                names,
                name -> {
                    Upsd upsd = field.reach(name).nut().flatMap(Upsd::at).orElse(null);
                    UpsAnswer nowhere =
                            UpsAnswer.none(UpsAnswer.Kind.UNREACHABLE, "the lab file does not say how to reach it");
                    return upsd == null
                            ? CompletableFuture.completedFuture(nowhere)
                            : lookouts.put("ups " + name, () -> upsd.ask(within.left()), busy, within.left());
                },
                name -> late,
                within.left());
    }

    private UpsAnswer look(String name, Within within) {
        return look(List.of(name), within)
                .getOrDefault(name, UpsAnswer.none(UpsAnswer.Kind.UNREACHABLE, "nobody looked"));
    }

    Observation up(String name, Within within) {
        UpsAnswer answer = look(name, within);
        return answer.state()
                .map(state -> Seen.of(state.works(), flags(state), "its status says nothing: " + flags(state)))
                .orElseGet(() -> Seen.unknown(answer.why()));
    }

    Observation onMains(String name, Within within) {
        UpsAnswer answer = look(name, within);
        return answer.state()
                .map(state -> Seen.of(state.onMains(), flags(state), "its status says nothing: " + flags(state)))
                .orElseGet(() -> Seen.unknown(answer.why()));
    }

    Observation charged(Probe.Charged probe, Within within) {
        UpsAnswer answer = look(probe.of().name(), within);
        Optional<UpsState> state = answer.state();
        OptionalDouble charge = state.map(UpsState::charge).orElse(OptionalDouble.empty());
        if (charge.isEmpty()) {
            return Seen.unknown(state.isPresent() ? "it does not say its charge" : answer.why());
        }
        return Seen.of(charge.getAsDouble() >= probe.atLeast().fraction(), Seen.percent(charge.getAsDouble()));
    }

    private static String flags(UpsState state) {
        return Shown.text(String.join(" ", state.flags()));
    }
}
