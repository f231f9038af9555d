package dev.grip;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import io.micronaut.http.annotation.Controller;

/** The package directions of the design, as rules. */
@AnalyzeClasses(packages = "dev.grip", importOptions = DoNotIncludeTests.class)
final class ArchitectureTests {

    private static final String[] STAGES = {
        "dev.grip.seeds..",
        "dev.grip.knowledge..",
        "dev.grip.combinations..",
        "dev.grip.synthesis..",
        "dev.grip.judging..",
        "dev.grip.dataset..",
        "dev.grip.analysis.."
    };

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.grip.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule stagesUseOnlyStagesToTheirRight = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("dev.grip.cli..")
            .layer("web")
            .definedBy("dev.grip.web..")
            .layer("pipeline")
            .definedBy("dev.grip.pipeline..")
            .layer("analysis")
            .definedBy("dev.grip.analysis..")
            .layer("dataset")
            .definedBy("dev.grip.dataset..")
            .layer("judging")
            .definedBy("dev.grip.judging..")
            .layer("synthesis")
            .definedBy("dev.grip.synthesis..")
            .layer("combinations")
            .definedBy("dev.grip.combinations..")
            .layer("knowledge")
            .definedBy("dev.grip.knowledge..")
            .layer("seeds")
            .definedBy("dev.grip.seeds..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("pipeline")
            .mayOnlyBeAccessedByLayers("cli", "web")
            .whereLayer("analysis")
            .mayOnlyBeAccessedByLayers("cli", "web", "pipeline")
            .whereLayer("dataset")
            .mayOnlyBeAccessedByLayers("cli", "web", "pipeline", "analysis")
            .whereLayer("judging")
            .mayOnlyBeAccessedByLayers("cli", "web", "pipeline", "analysis", "dataset")
            .whereLayer("synthesis")
            .mayOnlyBeAccessedByLayers("cli", "web", "pipeline", "analysis", "dataset", "judging")
            .whereLayer("combinations")
            .mayOnlyBeAccessedByLayers("cli", "web", "pipeline", "analysis", "dataset", "judging", "synthesis")
            .whereLayer("knowledge")
            .mayOnlyBeAccessedByLayers(
                    "cli", "web", "pipeline", "analysis", "dataset", "judging", "synthesis", "combinations");

    @ArchTest
    static final ArchRule leavesKnowNoOtherPackage = noClasses()
            .that()
            .resideInAnyPackage("dev.grip.graph..", "dev.grip.llm..", "dev.grip.rehearsal..", "dev.grip.embedded..")
            .should(new OtherGripPackage());

    @ArchTest
    static final ArchRule simulatedContentKnowsNoServer = noClasses()
            .that()
            .resideInAnyPackage("dev.grip.rehearsal.content..", "dev.grip.rehearsal.structured..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.grip.rehearsal..")
                    .and(resideOutsideOfPackages("dev.grip.rehearsal.content..", "dev.grip.rehearsal.structured..")));

    @ArchTest
    static final ArchRule formsOfAnswersKnowNoContent = noClasses()
            .that()
            .resideInAPackage("dev.grip.rehearsal.structured..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.grip.rehearsal.content..");

    @ArchTest
    static final ArchRule stagesDoNotKnowTheirServers = noClasses()
            .that()
            .resideInAnyPackage(STAGES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.grip.rehearsal..", "dev.grip.embedded..");

    @ArchTest
    static final ArchRule onlyGraphOpensSessions = noClasses()
            .that()
            .resideOutsideOfPackages("dev.grip.graph..", "dev.grip.embedded..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.neo4j.driver.Session")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.neo4j.driver.Driver");

    /** Leases and waits must not depend on what a clock shows that somebody may set; what ends when is for the database's to say. */
    @ArchTest
    static final ArchRule runsReadNoWallClock = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.grip.pipeline.runs..",
                    "dev.grip.pipeline.work..",
                    "dev.grip.pipeline.queue..",
                    "dev.grip.pipeline.storage..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class);

    @ArchTest
    static final ArchRule onlyLlmMakesModelCalls = noClasses()
            .that()
            .resideOutsideOfPackages("dev.grip.llm..", "dev.grip.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..");

    @ArchTest
    static final ArchRule onlyWebHasControllers =
            classes().that().areAnnotatedWith(Controller.class).should().resideInAPackage("dev.grip.web..");

    /** A dependency from one package directly below dev.grip to another; packages further down belong to the one above. */
    private static final class OtherGripPackage extends com.tngtech.archunit.lang.ArchCondition<JavaClass> {
        private static final String ROOT = "dev.grip.";

        OtherGripPackage() {
            super("depend on another package of GRIP");
        }

        @Override
        public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency ->
                            dependency.getTargetClass().getPackageName().startsWith(ROOT))
                    .filter(dependency -> !part(dependency.getTargetClass()).equals(part(type)))
                    .forEach(dependency -> events.add(com.tngtech.archunit.lang.SimpleConditionEvent.satisfied(
                            dependency, dependency.getDescription())));
        }

        /** The first segment below dev.grip: a leaf may have packages of its own. */
        private static String part(JavaClass type) {
            String below = type.getPackageName().substring(ROOT.length());
            int dot = below.indexOf('.');
            return dot < 0 ? below : below.substring(0, dot);
        }
    }
}
