package org.rackdrill.bench;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Benchmarks measure the rooms below them and judge nothing. */
class HouseTest {

    private static final JavaClasses OWN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("jmh_generated"))
            .importPackages("org.rackdrill.bench");

    @Test
    void theBenchUsesWhatItMeasures() {
        assertThat(OWN).isNotEmpty();
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.openjdk.jmh..",
                        "org.apache.commons.rng..",
                        "umontreal.ssj..",
                        "tools.jackson..",
                        "org.rackdrill.bench..",
                        "org.rackdrill.chaos..",
                        "org.rackdrill.live..",
                        "org.rackdrill.simulator..",
                        "org.rackdrill.model.."))
                .because("a number of a room must not depend on the rooms above it, and a benchmark has no assertions")
                .check(OWN);
    }

    @Test
    void noStaticFieldChanges() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("one measurement must not influence the next")
                .check(OWN);
    }
}
