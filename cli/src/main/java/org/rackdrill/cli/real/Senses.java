package org.rackdrill.cli.real;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Calendar;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.live.observe.Sight;
import org.rackdrill.live.observe.Witness;
import org.rackdrill.live.operation.ManifestFolder;
import org.rackdrill.live.operation.Operations;
import org.rackdrill.live.operation.Told;
import org.rackdrill.live.world.Crew;
import org.rackdrill.live.world.Eyes;
import org.rackdrill.live.world.RackWitness;
import org.rackdrill.live.world.Restored;
import org.rackdrill.live.zfs.PoolStatus;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Reach;

/** Eyes and hands on a ground, and what the hands have found. */
final class Senses {
    private static final Duration GLANCE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Ground ground;
    private final Clock clock;
    private final Sight sight;
    private final Operations operations;
    private final Map<Target, Restored> restores = new ConcurrentHashMap<>();

    Senses(Ground ground, Clock clock) {
        this.ground = ground;
        this.clock = clock;
        Witness witness = ground.hosts()
                .host(Reach.RACK)
                .<Witness>map(rack -> new RackWitness(rack, GLANCE))
                .orElse(Witness.NOBODY);
        sight = new Sight(ground.lab(), ground.hosts(), witness, alarms(), clock);
        operations = new Operations(
                ground.lab(),
                ground.hosts(),
                new ManifestFolder(ground.journals().resolve("manifests")));
    }

    /** The page of alarms is that of the sandbox's own monitoring; what others show is not known. */
    private Optional<URI> alarms() {
        return ground.kind() == WorldKind.SANDBOX
                ? ground.lab()
                        .operations()
                        .operator()
                        .noticesBy()
                        .flatMap(
                                name -> Optional.ofNullable(ground.lab().reach().get(name)))
                        .flatMap(Reach::check)
                        .map(check -> URI.create(check).resolve("/alarms.json"))
                : Optional.empty();
    }

    Eyes eyes() {
        return new Eyes() {
            @Override
            public Observation see(Probe probe) {
                return sight.see(probe, GLANCE);
            }

            @Override
            public Optional<String> runs(String service) {
                return sight.whereabouts().running(service, GLANCE).targets().stream()
                        .findFirst()
                        .map(Target::text);
            }

            @Override
            public Observation neverTwice(String service, Duration ago) {
                return sight.neverTwice(service, ago, LOOK);
            }

            @Override
            public Optional<String> master(String cluster) {
                return sight.whereabouts().master(cluster, GLANCE).targets().stream()
                        .findFirst()
                        .map(Target::text);
            }

            @Override
            public Truth tended(PoolRef pool) {
                PoolStatus status = sight.picture(LOOK).pools().get(pool);
                if (status == null || !status.scan().known()) {
                    return Truth.UNKNOWN;
                }
                return status.scan().scrubs() || status.scan().resilvers() ? Truth.TRUE : Truth.FALSE;
            }

            @Override
            public Truth busy(Calendar.Busy what) {
                return sight.picture(LOOK).busy(what);
            }
        };
    }

    Crew crew() {
        return (key, operation, target) -> {
            Told told = operations.carryOut(key, operation, target);
            if (operation instanceof Operation.RestoreProof && told.over() && target instanceof Target.Copy copy) {
                remember(copy, told);
            }
            return answer(operation, told);
        };
    }

    /** A proof that finds a difference is a finding, which the drill's expectations judge, and no failure to try. */
    private static Answer answer(Operation<?> operation, Told told) {
        boolean compared = told.facts().containsKey("differences");
        return operation instanceof Operation.RestoreProof && compared ? Answer.DONE : told.answer();
    }

    private void remember(Target.Copy copy, Told told) {
        Map<String, String> facts = told.facts();
        Instant now = clock.instant();
        if (facts.containsKey("differences")) {
            restores.put(
                    copy,
                    new Restored(
                            now,
                            Duration.ofMillis(Math.round(number(facts.get("restore.seconds")) * 1000)),
                            Instant.ofEpochSecond((long) number(facts.get("taken"))),
                            told.answer().done(),
                            told.answer().why()));
        }
    }

    private static double number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,12}(\\.[0-9]+)?") ? Double.parseDouble(text) : 0;
    }

    /** Returns the last restore of a copy that came to its end. */
    Optional<Restored> restored(Target.Copy copy) {
        return Optional.ofNullable(restores.get(copy));
    }
}
