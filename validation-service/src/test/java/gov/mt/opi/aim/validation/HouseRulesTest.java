package gov.mt.opi.aim.validation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The laws of the house for this service; the messages say how to mend. */
class HouseRulesTest {

    private static final String ROOT = "gov.mt.opi.aim.validation";
    private static final String[] ADAPTERS = {ROOT + ".rest..", ROOT + ".kafka..", ROOT + ".wiring.."};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void domainKnowsNoFramework() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ADAPTERS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.micrometer..",
                        "io.smallrye.reactive..",
                        "jakarta..",
                        "org.apache.kafka..",
                        "org.jboss..",
                        "java.sql..",
                        "gov.mt.opi.aim.chassis.kafka..",
                        "gov.mt.opi.aim.chassis.rest..")
                .because("what judges must be readable and testable by itself: say what you need as an interface in the"
                        + " domain package and implement it in kafka, rest or wiring")
                .check(CLASSES);
    }

    @Test
    void domainDoesNotKnowItsAdapters() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ADAPTERS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ADAPTERS)
                .because("adapters point inward: let the adapter call the domain, or give the domain a port")
                .check(CLASSES);
    }

    @Test
    void adaptersDoNotSeeEachOther() {
        for (String[] pair : new String[][] {{".rest..", ".kafka.."}, {".kafka..", ".rest.."}}) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + pair[0])
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT + pair[1], ROOT + ".wiring..")
                    .because("what two adapters share belongs into the domain")
                    .check(CLASSES);
        }
    }

    @Test
    void featuresFormNoCircle() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that needs another must not be needed by it: move what both need to the lower one")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        for (String suffix :
                List.of("Impl", "Manager", "Helper", "Util", "Utils", "Processor", "Base", "Common", "DTO")) {
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith(suffix)
                    .because("the name should be the noun for what the class is; split it if there is none")
                    .check(CLASSES);
        }
    }
}
