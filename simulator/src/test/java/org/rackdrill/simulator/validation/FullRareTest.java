package org.rackdrill.simulator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What is rare in the full form: twenty seeds, to 5 %. */
@Tag("validation")
@Tag("simulates")
class FullRareTest {

    private static final int MOST_MISSES_OF_A_CASE = 3;

    @TestFactory
    Stream<DynamicTest> fewSeedsOfACaseMiss() {
        return RareCases.all().stream()
                .map(it -> DynamicTest.dynamicTest(it.toString(), () -> {
                    List<RareCase.Found> found = Runs.FULL_SEEDS.stream()
                            .limit(Integer.getInteger("rackdrill.rare.seeds", Integer.MAX_VALUE))
                            .map(seed -> it.find(seed, true))
                            .toList();
                    assertThat(found.stream().filter(one -> !one.holds()))
                            .hasSizeLessThanOrEqualTo(MOST_MISSES_OF_A_CASE);
                    assertThat(found)
                            .allSatisfy(one -> assertThat(one.relative()).isLessThanOrEqualTo(RareCase.FULL_TARGET));
                }));
    }
}
