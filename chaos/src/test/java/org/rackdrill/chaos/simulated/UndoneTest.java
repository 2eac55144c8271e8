package org.rackdrill.chaos.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.chaos.run.Examined;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.chaos.simulated.SimulatedWorld.Chance;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Pool;

/** Every fault at everything that it can hit, in every lab, is undone, and once more, so that nothing of it is left. */
@Tag("long")
final class UndoneTest {

    /** Before anything that a fault leads to has happened, when all of it has, and after a battery is empty. */
    private static final List<Duration> LASTS =
            List.of(Duration.ofSeconds(1), Duration.ofMinutes(90), Duration.ofDays(4));

    /** Longer than the slowest resilver and the longest wait for a person. */
    private static final Duration AFTER = Duration.ofDays(25);

    private static final Duration LEASE = Duration.ofDays(100);

    @ParameterizedTest
    @ValueSource(strings = {"v0", "v1", "v1-ceph", "v1-stretched"})
    void nothingOfAFaultIsLeft(String name) {
        Lab lab = Shipped.lab(name);
        SimulatedWorld world = Scene.in(name).world;
        double[] factors = Shipped.simulated(name).draw(1, 1)[0];
        world.begin(new Chance(1, 0, factors, true));
        Insides before = Insides.of(world);
        SoftAssertions softly = new SoftAssertions();
        for (Everything.Hit what : new Everything(lab).hits()) {
            Hit hit = new Hit("run", "step", 1, what.fault(), what.target());
            if (hit.irreversible() || !canBeHit(lab, what)) {
                continue;
            }
            // A service that is down leads to nothing but that, however long.
            boolean service = what.target().kind() == TargetKind.SERVICE;
            for (Duration lasts : service ? LASTS.subList(0, 1) : LASTS) {
                world.begin(new Chance(1, 0, factors, true));
                hits(world, hit, lasts);
                softly.assertThat(left(name, Insides.of(world).since(before)))
                        .as("%s in %s, undone after %s", what, name, lasts)
                        .isEmpty();
            }
        }
        softly.assertAll();
    }

    /** A service that nothing but other services makes up has no guest to break, and a plain pool no key to lose. */
    private static boolean canBeHit(Lab lab, Everything.Hit what) {
        if (what.fault() instanceof Fault.EncryptionKeyMissing && what.target() instanceof Target.Pool pool) {
            return lab.node(pool.at().node())
                    .flatMap(node -> node.pool(pool.at().pool()))
                    .filter(Pool::encrypted)
                    .isPresent();
        }
        return lab.service(what.target().text())
                .map(service -> service.guest().isPresent() || service.data().isPresent())
                .orElse(true);
    }

    /** In v0 guests mount the NAS, and when that was away somebody has to start them anew. */
    private static Map<String, String> left(String lab, Map<String, String> changes) {
        if (lab.equals("v0")) {
            changes.keySet().removeIf(name -> name.startsWith("Operator."));
        }
        return changes;
    }

    private static void hits(SimulatedWorld world, Hit hit, Duration lasts) {
        Examined examined = world.examine(hit);
        assertThat(examined.refusal()).as(hit.text()).isEmpty();
        if (hit.needsArming()) {
            assertThat(world.arm(hit, examined.undo(), LEASE)).isEqualTo(Answer.DONE);
        }
        assertThat(world.inject(hit)).as(hit.text()).isEqualTo(Answer.DONE);
        world.waitUntil(lasts);
        world.undo(hit, examined.undo());
        world.undo(hit, examined.undo());
        world.waitUntil(lasts.plus(AFTER));
        assertThat(world.prove(hit, examined.undo()).truth()).as(hit.text()).isEqualTo(Truth.TRUE);
    }
}
