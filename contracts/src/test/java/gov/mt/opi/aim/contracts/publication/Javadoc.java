package gov.mt.opi.aim.contracts.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the Javadoc of a record says, so that it is said once.
 *
 * @param summary the text before the first tag
 * @param parameters text of each component by name
 */
record Javadoc(String summary, Map<String, String> parameters) {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PARAMETER = Pattern.compile("@param (\\w+) ([^@]*)");

    /** The Javadoc of a record of this module, read from its source. */
    static Javadoc of(Class<?> type) {
        Class<?> file = type;
        while (file.getEnclosingClass() != null) {
            file = file.getEnclosingClass();
        }
        String source = read(SOURCES.resolve(file.getName().replace('.', '/') + ".java"));
        int declaration = source.indexOf("record " + type.getSimpleName() + "(");
        int end = source.lastIndexOf("*/", declaration);
        int start = source.lastIndexOf("/**", end);
        String text = source.substring(start + 3, end)
                .replaceAll("\\{@(?:link|code) #?([^}]*)}", "$1")
                .replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("\\s+", " ")
                .trim();
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            parameters.put(parameter.group(1), sentence(parameter.group(2)));
        }
        int tag = text.indexOf("@param");
        return new Javadoc((tag < 0 ? text : text.substring(0, tag)).trim(), parameters);
    }

    private static String sentence(String text) {
        String trimmed = text.trim();
        return trimmed.isEmpty() ? trimmed : Character.toUpperCase(trimmed.charAt(0)) + trimmed.substring(1);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
