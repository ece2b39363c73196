package gov.mt.opi.aim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gov.mt.opi.aim.cli.api.CallFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** What programs read with {@code --json}: one object a line. */
final class Json {

    private static final Set<String> OF_ONE_PAGE = Set.of("items", "page", "size");

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array(List<JsonNode> items) {
        return JsonNodeFactory.instance.arrayNode().addAll(items);
    }

    /** A command that could not be done. */
    static ObjectNode error(CallFailure failure, ExitCode code) {
        ObjectNode error = object();
        error.put("exitCode", code.number());
        error.put("error", failure.getMessage());
        failure.problem().ifPresent(problem -> error.set("problem", problem));
        return error;
    }

    /**
     * Writes a list of many pages as one, page by page, so that its length costs no memory. What the first page says beside
     * its items is kept, but for the place of the page itself.
     *
     * @param pages brings a page by its number, from 0
     */
    static void list(OutputStream to, IntFunction<JsonNode> pages) throws IOException {
        JsonNode page = pages.apply(0);
        long total = page.path("total").asLong();
        StringBuilder start = new StringBuilder("{");
        for (Map.Entry<String, JsonNode> member : page.properties()) {
            if (!OF_ONE_PAGE.contains(member.getKey())) {
                start.append(new TextNode(member.getKey()))
                        .append(':')
                        .append(member.getValue())
                        .append(',');
            }
        }
        write(to, start + "\"items\":[");
        long written = 0;
        for (int number = 1; !page.path("items").isEmpty(); number++) {
            for (JsonNode item : page.path("items")) {
                write(to, (written++ == 0 ? "" : ",\n") + item);
            }
            if (written >= total) {
                break;
            }
            page = pages.apply(number);
        }
        write(to, "]}\n");
        to.flush();
    }

    private static void write(OutputStream to, String text) throws IOException {
        to.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
