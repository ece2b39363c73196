package gov.mt.opi.aim.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    private static final String ROOT = "gov.mt.opi.aim.reporting";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theDomainKnowsNoTechnology() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".rest..", ROOT + ".kafka..", ROOT + ".db..", ROOT + ".wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.micrometer..",
                        "jakarta..",
                        "org.apache.kafka..",
                        "org.jdbi..",
                        "java.sql..",
                        "javax.sql..")
                .because(
                        "domain code must be readable and testable alone: move what needs the technology into rest, kafka"
                                + " or db, behind a port of the domain")
                .check(CLASSES);
    }

    @Test
    void theDomainDoesNotReachOutToItsAdapters() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".rest..", ROOT + ".kafka..", ROOT + ".db..", ROOT + ".wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".rest..", ROOT + ".kafka..", ROOT + ".db..", ROOT + ".wiring..")
                .because("adapters point inward: declare a port in the domain and implement it in the adapter")
                .check(CLASSES);
    }

    @Test
    void adaptersDoNotSeeEachOther() {
        slices().matching(ROOT + ".(rest|kafka|db)..")
                .should()
                .notDependOnEachOther()
                .because("what two adapters share belongs into the domain: move it there")
                .check(CLASSES);
    }

    @Test
    void onlyTheDatabaseAdapterKnowsSql() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".db..", ROOT + ".wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..")
                .because("queries live in db: give a port of the domain the method that you need")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Processor|Base|Common|DTO|Dto)")
                .because("these endings say nothing: name the class for what it holds or does")
                .check(CLASSES);
    }

    @Test
    void resourcesAndConsumersLiveWithTheirTechnology() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .resideInAPackage(ROOT + ".rest")
                .because("a Resource takes HTTP in: move it to rest, or name it otherwise")
                .check(CLASSES);
        classes()
                .that()
                .haveSimpleNameEndingWith("Consumer")
                .should()
                .resideInAPackage(ROOT + ".kafka")
                .because("a Consumer takes messages in: move it to kafka, or name it otherwise")
                .check(CLASSES);
    }
}
