package dev.grip.kprg;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import dev.grip.kprg.projection.KprgReader;
import dev.grip.kprg.server.ServerMain;
import org.neo4j.graphdb.Entity;

@AnalyzeClasses(packages = "dev.grip.kprg", importOptions = DoNotIncludeTests.class)
class PackageDirectionTests {

    @ArchTest
    static final ArchRule PROCEDURES_USE_COMBINATIONS_AND_LOADING_USE_PROJECTION_USE_RUNTIME =
            Architectures.layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("procedures")
                    .definedBy("dev.grip.kprg.procedures")
                    .layer("combinations")
                    .definedBy("dev.grip.kprg.combinations")
                    .layer("loading")
                    .definedBy("dev.grip.kprg.loading")
                    .layer("projection")
                    .definedBy("dev.grip.kprg.projection")
                    .layer("runtime")
                    .definedBy("dev.grip.kprg.runtime")
                    .layer("server")
                    .definedBy("dev.grip.kprg.server")
                    .whereLayer("procedures")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("server")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("combinations")
                    .mayOnlyBeAccessedByLayers("procedures")
                    .whereLayer("loading")
                    .mayOnlyBeAccessedByLayers("procedures")
                    .whereLayer("projection")
                    .mayOnlyBeAccessedByLayers("procedures", "combinations", "loading");

    @ArchTest
    static final ArchRule ALGORITHMS_KNOW_NO_DATABASE = noClasses()
            .that()
            .resideInAnyPackage("dev.grip.kprg.combinations", "dev.grip.kprg.runtime")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.neo4j..");

    @ArchTest
    static final ArchRule ONE_CLASS_OF_THE_PROJECTION_READS_ENTITIES = noClasses()
            .that()
            .resideInAPackage("dev.grip.kprg.projection")
            .and()
            .doNotBelongToAnyOf(KprgReader.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Entity.class);

    @ArchTest
    static final ArchRule ONLY_THE_ENTRY_POINT_KNOWS_THE_SERVER_AND_ONLY_THE_KERNEL_CLASSES_ITS_INSIDE = classes()
            .that()
            .doNotBelongToAnyOf(ServerMain.class)
            .and()
            .haveNameNotMatching("dev[.]grip[.]kprg[.]loading[.](Kernel(Loader|Scan)|Database|KprgSettings)([$].*)?")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "dev.grip.kprg..",
                    "org.jspecify..",
                    "org.neo4j.graphdb..",
                    "org.neo4j.procedure..",
                    "org.neo4j.dbms.api..");
}
