package gov.mt.opi.aim.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The laws of the house for the command line; a broken one says how to mend it. */
class HouseRulesTest {

    private static final String ROOT = "gov.mt.opi.aim.cli";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void itKnowsOfAimOnlyWhatThePublicApiSays() {
        noClasses()
                .should()
                .dependOnClassesThat(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                "gov.mt.opi.aim..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(ROOT + ".."))))
                .because("the command line must work against any AIM from outside: read what it needs from the API")
                .check(CLASSES);
    }

    @Test
    void callsKnowNoScreenAndNoCommand() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".api")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".terminal", "picocli..")
                .because("the package api makes calls: let the command decide what to print and how to end")
                .check(CLASSES);
    }

    @Test
    void screensKnowNoCallAndNoCommand() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".terminal")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".api", "picocli..", "java.net..")
                .because("the package terminal shows text: hand it text and numbers")
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
}
