package org.rackdrill.spark;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The room for many machines shares work out, and does none of it in a way of its own. */
class HouseTest {

    private static final JavaClasses OWN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.rackdrill.spark");

    @Test
    void itUsesTheSimulatorAndSpark() {
        assertThat(OWN).isNotEmpty();
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "scala..",
                        "org.jspecify..",
                        "org.apache.spark..",
                        "org.rackdrill.spark..",
                        "org.rackdrill.simulator..",
                        "org.rackdrill.model.."))
                .because("whoever computes without Spark must not miss anything that stands here")
                .check(OWN);
    }

    @Test
    void itRunsNoHistoryItself() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.rackdrill.simulator.process..", "org.rackdrill.simulator.kernel..")
                .because("there is one way to simulate, on one machine and on many")
                .check(OWN);
    }

    @Test
    void noStaticFieldChanges() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("workers run several studies in one process")
                .check(OWN);
    }
}
