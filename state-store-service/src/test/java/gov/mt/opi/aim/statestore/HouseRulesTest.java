package gov.mt.opi.aim.statestore;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    private static final String ROOT = "gov.mt.opi.aim.statestore";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void decisionsKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".student..",
                        ROOT + ".identity..",
                        ROOT + ".record..",
                        ROOT + ".rule..",
                        ROOT + ".registry..",
                        ROOT + ".held..",
                        ROOT + ".audit..",
                        ROOT + ".changes..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "jakarta..",
                        "org.apache.kafka..",
                        "java.sql..",
                        "javax.sql..",
                        "io.micrometer..")
                .because("decisions must run in a plain test: put what needs a framework behind a port, into rest,"
                        + " kafka or db")
                .check(CLASSES);
    }

    @Test
    void adaptersDoNotSeeEachOther() {
        for (String adapter : new String[] {"rest", "kafka", "db"}) {
            for (String other : new String[] {"rest", "kafka", "db"}) {
                if (!adapter.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage(ROOT + "." + adapter + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(ROOT + "." + other + "..")
                            .because("adapters meet in the domain: let " + adapter + " use a port instead")
                            .check(CLASSES);
                }
            }
        }
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Processor")
                .andShould()
                .haveSimpleNameNotEndingWith("DTO")
                .because("such a suffix hides what the class does: name it by the fact it holds or the work it does")
                .check(CLASSES);
    }
}
