package org.rackdrill.cli.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.chaos.run.Terms;
import org.rackdrill.chaos.run.World;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Reason;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.game.Venue;
import org.rackdrill.live.world.Consent;
import org.rackdrill.live.world.Faults;
import org.rackdrill.live.world.Hindsight;
import org.rackdrill.live.world.HostLedger;
import org.rackdrill.live.world.Lookout;
import org.rackdrill.live.world.RealWorld;
import org.rackdrill.live.world.Scene;
import org.rackdrill.live.world.Time;

/** Real machines: those of a sandbox, or those that people use. */
public final class RealVenue implements Venue {
    private final Ground ground;
    private final Senses senses;
    private final SimulatedLab model;
    private final Clock clock;
    private final BooleanSupplier stop;
    private final Asked asked;
    private final List<AutoCloseable> open = new ArrayList<>();

    /**
     * What somebody asked for.
     *
     * @param seed of the model's luck
     * @param lease none: what is usual there
     * @param approvals who has said yes
     */
    public record Asked(long seed, Optional<Integer> lease, List<String> approvals) {
        public Asked {
            approvals = List.copyOf(approvals);
        }
    }

    /** Opens it; closing it also closes the ground. */
    public RealVenue(Ground ground, SimulatedLab model, Clock clock, BooleanSupplier stop, Asked asked) {
        this.ground = ground;
        this.model = model;
        this.clock = clock;
        this.stop = stop;
        this.asked = asked;
        senses = new Senses(ground, clock);
    }

    @Override
    public World world(Drill drill) {
        Time time = Time.beginning(clock, stop);
        Lookout lookout = new Lookout(ground.lab(), senses.eyes(), time::now, Duration.ofSeconds(3));
        open.add(lookout);
        Consent consent = approval ->
                ground.kind() == WorldKind.SANDBOX || asked.approvals().contains(approval.by())
                        ? Truth.TRUE
                        : Truth.UNKNOWN;
        return new RealWorld(
                new RealWorld.Setting(ground.kind(), ground.lab(), model.hash(), time, consent),
                new RealWorld.Parts(
                        senses.eyes(),
                        senses.crew(),
                        new Faults(
                                ground.lab(),
                                ground.hosts(),
                                senses.eyes(),
                                terms(drill).call(),
                                hit -> lasts(drill, hit)),
                        new Scene(ground.lab(), senses.eyes()),
                        model.calm(drill, asked.seed(), () -> false),
                        new Hindsight(
                                ground.kind(),
                                ground.lab(),
                                time,
                                lookout,
                                new HostLedger(ground.lab(), ground.hosts(), senses.eyes(), senses::restored))));
    }

    private static Optional<Duration> lasts(Drill drill, Hit hit) {
        return drill.step(hit.step())
                .filter(step -> step.act() instanceof Act.Break<?>)
                .flatMap(step -> ((Act.Break<?>) step.act()).lasts());
    }

    @Override
    public Terms terms(Drill drill) {
        return terms(ground.kind(), asked.lease());
    }

    /** Returns the times that are kept in a world, with another lease if somebody asked for one. */
    static Terms terms(WorldKind kind, Optional<Integer> lease) {
        Terms usual = Terms.USUAL;
        Terms its = kind == WorldKind.SANDBOX
                ? new Terms(
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(2))
                : usual;
        return lease.map(seconds -> {
                    Duration asked = Duration.ofSeconds(seconds);
                    Duration third = asked.dividedBy(3);
                    Duration call = its.call().compareTo(third) < 0 ? its.call() : third;
                    return new Terms(asked, call, its.look(), its.again(), its.recovery());
                })
                .orElse(its);
    }

    @Override
    public Path journals(Path out) {
        try {
            return Files.createDirectories(ground.journals());
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE,
                    "the journals cannot be kept in '" + ground.journals() + "': " + Reason.of(e) + ".");
        }
    }

    @Override
    public void close() {
        for (AutoCloseable part : open) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        ground.close();
    }
}
