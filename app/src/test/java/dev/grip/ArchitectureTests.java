package dev.grip;

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
        "dev.grip.dataset.."
    };

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.grip.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule stagesUseOnlyStagesToTheirRight = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("dev.grip.cli..")
            .layer("web")
            .definedBy("dev.grip.web..")
            .layer("pipeline")
            .definedBy("dev.grip.pipeline..")
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
            .whereLayer("dataset")
            .mayOnlyBeAccessedByLayers("cli", "web", "pipeline")
            .whereLayer("judging")
            .mayOnlyBeAccessedByLayers("cli", "web", "pipeline", "dataset")
            .whereLayer("synthesis")
            .mayOnlyBeAccessedByLayers("cli", "web", "pipeline", "dataset", "judging")
            .whereLayer("combinations")
            .mayOnlyBeAccessedByLayers("cli", "web", "pipeline", "dataset", "judging", "synthesis")
            .whereLayer("knowledge")
            .mayOnlyBeAccessedByLayers("cli", "web", "pipeline", "dataset", "judging", "synthesis", "combinations");

    @ArchTest
    static final ArchRule leavesKnowNoOtherPackage = noClasses()
            .that()
            .resideInAnyPackage("dev.grip.graph..", "dev.grip.llm..", "dev.grip.rehearsal..", "dev.grip.embedded..")
            .should(new OtherGripPackage());

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

    @ArchTest
    static final ArchRule onlyLlmMakesModelCalls = noClasses()
            .that()
            .resideOutsideOfPackage("dev.grip.llm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..");

    @ArchTest
    static final ArchRule onlyWebHasControllers =
            classes().that().areAnnotatedWith(Controller.class).should().resideInAPackage("dev.grip.web..");

    /** A dependency from one package below dev.grip to another. */
    private static final class OtherGripPackage extends com.tngtech.archunit.lang.ArchCondition<JavaClass> {
        OtherGripPackage() {
            super("depend on another package of GRIP");
        }

        @Override
        public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency ->
                            dependency.getTargetClass().getPackageName().startsWith("dev.grip."))
                    .filter(dependency -> !top(dependency.getTargetClass()).equals(top(type)))
                    .forEach(dependency -> events.add(com.tngtech.archunit.lang.SimpleConditionEvent.satisfied(
                            dependency, dependency.getDescription())));
        }

        /** The first part of the package below dev.grip; what is further down belongs to it. */
        private static String top(JavaClass type) {
            return type.getPackageName().replaceFirst("^dev\\.grip\\.([^.]+).*", "$1");
        }
    }
}
