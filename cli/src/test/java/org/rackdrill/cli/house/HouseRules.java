package org.rackdrill.cli.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The rules of the house under one root package, each with the reason that a failing build prints. */
final class HouseRules {
    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    /** All rules; the last part of each sentence says why. */
    List<ArchRule> all() {
        return List.of(
                uses("model", "model")
                        .because("a lab is a description: what is computed from it must be able to change without it"),
                uses("simulator", "simulator", "model")
                        .because("a simulation that knows of pages or terminals cannot run anywhere else"),
                uses("chaos", "chaos", "model", "simulator")
                        .because("a drill must not know on what kind of host its faults are done"),
                uses("live", "live", "chaos", "model")
                        .because("what is done on real hosts must never depend on what a simulator believes"),
                uses("reports", "reports", "model", "simulator", "chaos")
                        .because("a report is drawn from results alone, so it can be redrawn later without a new run"),
                library(
                                "JSON",
                                List.of("tools.jackson..", "com.fasterxml.jackson.."),
                                "model",
                                "chaos",
                                "live",
                                "reports",
                                "cli")
                        .because("the simulator works on compiled labs and plain results, never on documents"),
                library("YAML", List.of("org.yaml.."), "model")
                        .because("there is one reader of labs, and it is the one that explains mistakes"),
                library(
                                "mathematics",
                                List.of(
                                        "org.apache.commons.math3..",
                                        "org.apache.commons.rng..",
                                        "org.apache.commons.statistics..",
                                        "org.apache.commons.numbers.."),
                                "simulator")
                        .because("results are computed in one room, where they are checked against exact answers"),
                library("charts", List.of("org.jfree..", "org.apache.batik..", "java.awt.."), "reports")
                        .because("whoever wants an answer without a picture must not load a graphics library"),
                library("SSH", List.of("net.schmizz..", "com.hierynomus..", "org.bouncycastle.."), "live.ssh")
                        .because("there is one place that verifies host keys, and nobody gets around it"),
                noBlindTrust(),
                library("the command line", List.of("picocli.."), "cli")
                        .because("the other rooms can be used without a terminal"),
                noMutableStatics(),
                noPrinting(),
                noExit(),
                noClock(),
                noGlobalRandomness(),
                noUnseededGenerators(),
                namedAfterTheThing());
    }

    private ArchRule uses(String room, String... allowed) {
        return noClasses()
                .that()
                .resideInAPackage(in(room))
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..").and(DescribedPredicate.not(rooms(allowed))))
                .allowEmptyShould(true)
                .as(room + " uses only " + String.join(", ", allowed));
    }

    private ArchRule library(String what, List<String> packages, String... rooms) {
        return noClasses()
                .that(DescribedPredicate.not(rooms(rooms)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages.toArray(String[]::new))
                .allowEmptyShould(true)
                .as("libraries for " + what + " are used only in " + String.join(", ", rooms));
    }

    private ArchRule noBlindTrust() {
        return noClasses()
                .that(DescribedPredicate.not(
                        name(root + ".live.ssh.HostKeyGate").or(name(root + ".live.ssh.KeyLook"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.schmizz.sshj.transport.verification..")
                .allowEmptyShould(true)
                .as("one class decides whether a host is believed, and one only looks")
                .because("whoever answers at an address may be anybody, and would receive a fault");
    }

    private ArchRule noMutableStatics() {
        return fields().that()
                .areStatic()
                .should()
                .beFinal()
                .allowEmptyShould(true)
                .as("no static field changes")
                .because("two histories in one process must not influence each other");
    }

    private ArchRule noPrinting() {
        return noClasses()
                .that(outsideCli())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(target(name("printStackTrace")))
                .allowEmptyShould(true)
                .as("only cli prints")
                .because("standard output belongs to the answer, which may be read by a program");
    }

    private ArchRule noExit() {
        return noClasses()
                .that(outsideCli())
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethodWhere(call(Runtime.class, "exit|halt"))
                .allowEmptyShould(true)
                .as("only cli ends the process")
                .because("only the command line knows what the exit code should be");
    }

    private ArchRule noClock() {
        return noClasses()
                .that(rooms("model", "simulator", "chaos"))
                .should()
                .callMethodWhere(call(System.class, "currentTimeMillis|nanoTime"))
                .orShould()
                .callMethodWhere(
                        target(owner(resideInAPackage("java.time.."))).and(target(nameMatching("now|system.*|tick.*"))))
                .orShould()
                .callConstructor(java.util.Date.class)
                .allowEmptyShould(true)
                .as("model, simulator and chaos never look at a clock")
                .because("the same lab and seed must give the same bytes at any hour");
    }

    private ArchRule noGlobalRandomness() {
        return noClasses()
                .that(rooms("model", "simulator", "chaos"))
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(StrictMath.class, "random")
                .orShould()
                .callMethodWhere(call(ThreadLocalRandom.class, ".*"))
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SplittableRandom.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.security.SecureRandom")
                .allowEmptyShould(true)
                .as("no luck from outside")
                .because("every history must be repeatable from its seed");
    }

    private ArchRule noUnseededGenerators() {
        return noClasses()
                .should()
                .callMethodWhere(targetOwner("org.apache.commons.rng.simple.RandomSource")
                        .and(target(nameMatching("create.*")))
                        .and(target(rawParameterTypes(new Class<?>[0]))))
                .orShould()
                .callMethodWhere(targetOwner("org.apache.commons.rng.simple.RandomSource")
                        .and(target(nameMatching("create.+"))))
                .orShould()
                .callMethodWhere(target(owner(resideInAPackage("org.apache.commons.math3..")))
                        .and(target(name("sample"))))
                .allowEmptyShould(true)
                .as("no generator seeds itself")
                .because("a generator that nobody seeded makes a result that nobody can repeat");
    }

    private ArchRule namedAfterTheThing() {
        // The manager of a cluster is a thing: Proxmox calls it the HA manager.
        return classes()
                .should()
                .haveNameNotMatching(".*[.$](?!(Ha)?Manager$)\\w*(Utils?|Manager|Impl|Helper)")
                .allowEmptyShould(true)
                .as("a class is named after the thing, not after its kind")
                .because("a name like Helper says where code was left, not what it is");
    }

    private DescribedPredicate<JavaClass> outsideCli() {
        return DescribedPredicate.not(rooms("cli"));
    }

    private DescribedPredicate<JavaClass> rooms(String... rooms) {
        String[] packages = List.of(rooms).stream().map(this::in).toArray(String[]::new);
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }

    private String in(String room) {
        return root + "." + room + "..";
    }

    private static DescribedPredicate<JavaCall<?>> call(Class<?> type, String names) {
        return target(owner(assignableTo(type))).and(target(nameMatching(names)));
    }

    private static DescribedPredicate<JavaCall<?>> targetOwner(String type) {
        return target(owner(name(type)));
    }
}
