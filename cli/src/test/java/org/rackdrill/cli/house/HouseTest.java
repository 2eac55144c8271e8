package org.rackdrill.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the real house to its rules, and proves on a wrong house that each rule can fail. */
class HouseTest {
    private static final String WRONG_HOUSE = "org.rackdrill.cli.house.wrong";

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        JavaClasses house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.rackdrill");
        assertThat(house).isNotEmpty();
        return new HouseRules("org.rackdrill")
                .all().stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(house)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleCanFail() {
        JavaClasses wrong = new ClassFileImporter().importPackages(WRONG_HOUSE);
        return new HouseRules(WRONG_HOUSE)
                .all().stream()
                        .map(rule -> DynamicTest.dynamicTest(
                                rule.getDescription(),
                                () -> assertThat(rule.evaluate(wrong).hasViolation())
                                        .as("a house that breaks every rule breaks this one")
                                        .isTrue()));
    }
}
