package gov.mt.opi.aim.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropertyNamesTest {

    private static final JsonFactory JSON = new JsonFactory();

    private final PropertyNames names = new PropertyNames(List.of("line", "record", "lines"));

    @Test
    void readsWhatIsInTheExpectedOrder() throws IOException {
        assertThat(read("{\"line\":1,\"record\":2,\"lines\":3}")).containsExactly("line=1", "record=2", "lines=3");
    }

    @Test
    void readsEveryOrderWhateverCameBefore() throws IOException {
        for (int time = 0; time < 3; time++) {
            assertThat(read("{\"lines\":3,\"line\":1,\"record\":2}")).containsExactly("lines=3", "line=1", "record=2");
            assertThat(read("{\"record\":2}")).containsExactly("record=2");
            assertThat(read("{}")).isEmpty();
            assertThat(read("{\"line\":1,\"lines\":3}")).containsExactly("line=1", "lines=3");
            assertThat(read("{\"line\":1,\"record\":2,\"lines\":3}")).containsExactly("line=1", "record=2", "lines=3");
        }
    }

    @Test
    void whatNobodyAsksForHasNoName() throws IOException {
        for (int time = 0; time < 2; time++) {
            assertThat(read("{\"new\":{\"line\":7},\"line\":1,\"linesOf\":[8],\"lin\":9,\"lines\":3}"))
                    .containsExactly("=", "line=1", "=", "=", "lines=3");
        }
    }

    @Test
    void aNameThatIsThereTwiceIsReadTwice() throws IOException {
        assertThat(read("{\"line\":1,\"line\":2}")).containsExactly("line=1", "line=2");
    }

    @Test
    void theSameNameInOtherLettersIsTheSame() throws IOException {
        assertThat(read("{ \"l\\u0069ne\" : 1 ,\n\"record\" :2}")).containsExactly("line=1", "record=2");
    }

    @Test
    void whatIsCutShortIsAnError() {
        String whole = "{\"line\":1,\"record\":2,\"lines\":3}";
        for (int length = 1; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> read(cut)).as(cut).isInstanceOf(IOException.class);
        }
    }

    private List<String> read(String object) throws IOException {
        List<String> read = new ArrayList<>();
        try (JsonParser json = JSON.createParser(object.getBytes(StandardCharsets.UTF_8))) {
            json.nextToken();
            for (int at = names.next(json, PropertyNames.BEGIN); at != PropertyNames.END; at = names.next(json, at)) {
                json.nextToken();
                read.add(names.name(at) + "=" + (at == PropertyNames.OTHER ? "" : json.getText()));
                json.skipChildren();
            }
        }
        return read;
    }
}
