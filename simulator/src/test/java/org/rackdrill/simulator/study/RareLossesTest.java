package org.rackdrill.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.process.Scenario;

/** How often it is searched for what disks alone lose. */
class RareLossesTest {

    /** Disks that age, so that no chain is exact. */
    private static final String POOL = "{layout: raidz1, scrub: every 1 month, disks: {model: generic-hdd, count: 4,"
            + " fails: 'weibull(shape 2, scale 2 y)', repair: 4 d, <steady disk>}}";

    private static final String LAB = """
            nodes:
              one: {<steady node>, pools: {tank: POOL}}
              two: {<steady node>, pools: {tank: POOL}}
            services:
              a: {on: one, data: {at: one/tank, size: 10 GB}, <steady guest>}
              b: {on: two, data: {at: two/tank, size: 10 GB}, <steady guest>}
            """.replace("POOL", POOL);

    /** What was found, and how many searches it took. */
    private record Found(List<Results.DisksAlone> answers, int searches) {}

    private static Found found(String text) {
        Lab lab = Scenario.of(text).lab();
        CompiledLab compiled = Compiler.compile(lab);
        Restorable restorable = new Restorable(compiled);
        Question question = new Question(lab, "two", "", 0.1, 1, Optional.empty(), 1, 1, "test", Set.of());
        try (Crew crew = new Crew(1)) {
            RareLosses losses =
                    new RareLosses(question, compiled, new Durability(compiled, restorable), restorable, crew);
            List<Results.DisksAlone> answers = new ArrayList<>();
            for (var data : compiled.data()) {
                answers.add(Optional.ofNullable(losses.byDisksAlone(data)).orElseThrow());
            }
            return new Found(answers, losses.searches());
        }
    }

    @Test
    void datasetsWhosePoolsAreAlikeShareOneSearch() {
        Found alike = found(LAB);

        assertThat(alike.searches()).isEqualTo(1);
        assertThat(alike.answers().get(0).method()).contains("splitting");
        assertThat(alike.answers().get(1)).isEqualTo(alike.answers().get(0));
    }

    @Test
    void datasetsWhosePoolsDifferEachHaveTheirOwn() {
        Found unlike = found(LAB.replaceFirst("(two: .*)count: 4", "$1count: 6"));

        assertThat(unlike.searches()).isEqualTo(2);
        assertThat(unlike.answers().get(1).perYear())
                .isGreaterThan(unlike.answers().get(0).perYear());
    }
}
