package gov.mt.opi.aim.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The laws of the house for this service; a broken one says how to mend it. */
class HouseRulesTest {

    private static final String ROOT = "gov.mt.opi.aim.intake";
    private static final String[] DOMAIN = {
        ROOT,
        ROOT + ".file",
        ROOT + ".publishing",
        ROOT + ".outcome",
        ROOT + ".rejected",
        ROOT + ".progress",
        ROOT + ".history"
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theDomainKnowsNoTechnology() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "jakarta.ws.rs..", "org.apache.kafka..", "java.sql..", "org.jdbi..")
                .because("domain code is plain: put what needs HTTP, Kafka or SQL behind a port, and the adapter"
                        + " into rest, kafka or db")
                .check(CLASSES);
    }

    @Test
    void theDomainDoesNotKnowItsAdapters() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".rest", ROOT + ".kafka", ROOT + ".db", ROOT + ".wiring")
                .because("adapters point inward: let the domain declare a port that the adapter implements")
                .check(CLASSES);
    }

    @Test
    void adaptersDoNotSeeEachOther() {
        slices().assignedFrom(new com.tngtech.archunit.library.dependencies.SliceAssignment() {
                    @Override
                    public com.tngtech.archunit.library.dependencies.SliceIdentifier getIdentifierOf(
                            com.tngtech.archunit.core.domain.JavaClass javaClass) {
                        String name = javaClass.getPackageName();
                        return name.equals(ROOT + ".rest") || name.equals(ROOT + ".kafka") || name.equals(ROOT + ".db")
                                ? com.tngtech.archunit.library.dependencies.SliceIdentifier.of(name)
                                : com.tngtech.archunit.library.dependencies.SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "adapters";
                    }
                })
                .should()
                .notDependOnEachOther()
                .because("what two adapters need of each other goes through the story or a port of the domain")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Processor|Base|Common|DTO|Dto)")
                .because(
                        "such names say nothing: name the thing by what it holds or does, in the words of the glossary")
                .check(CLASSES);
    }

    @Test
    void resourcesAreWhereHttpIs() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .resideInAPackage(ROOT + ".rest")
                .because("a Resource is REST in: move it to the package rest")
                .check(CLASSES);
    }
}
