package gov.mt.opi.aim.contracts.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The pages about the file and the rules say what the declarations say. */
class DocumentationTest {

    private static final String REGENERATE =
            "mvn -pl contracts test -Dtest=DocumentationTest -Daim.documentation=write";
    private static final boolean WRITE = "write".equals(System.getProperty("aim.documentation"));

    @Test
    void theFileSpecificationSaysWhatTheLayoutsSay() throws IOException {
        compare("file-specification.md", FileSpecification.page());
    }

    @Test
    void theRuleBookSaysWhatTheCatalogueSays() throws IOException {
        compare("rules.md", RuleBook.page());
    }

    private static void compare(String name, String page) throws IOException {
        Path file = Path.of("..", "docs", name);
        if (WRITE) {
            Files.writeString(file, page);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("docs/%s is out of date; write it anew with: %s", name, REGENERATE)
                .isEqualTo(page);
    }
}
