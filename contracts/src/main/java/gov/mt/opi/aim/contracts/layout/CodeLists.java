package gov.mt.opi.aim.contracts.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The code lists of MT1.3, read once from {@code codes.tsv} beside this class (list, title, code, description). */
public final class CodeLists {

    private static final Map<String, CodeList> LISTS = read();

    /** End status codes that are dropouts (appendix B, the codes printed with an asterisk). */
    public static final Set<String> DROPOUT_END_STATUS = Set.of("300", "310", "320", "330", "340");

    private CodeLists() {}

    /** The list of that name, for example {@code grade-level}. */
    public static Optional<CodeList> find(String name) {
        return Optional.ofNullable(LISTS.get(name));
    }

    public static Collection<CodeList> all() {
        return LISTS.values();
    }

    static CodeList of(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no code list " + name));
    }

    private static Map<String, CodeList> read() {
        Map<String, String> titles = new LinkedHashMap<>();
        Map<String, Map<String, String>> codes = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(CodeLists.class.getResourceAsStream("codes.tsv"), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split("\t", -1)).forEach(cells -> {
                titles.put(cells[0], cells[1]);
                codes.computeIfAbsent(cells[0], list -> new LinkedHashMap<>()).put(cells[2], cells[3]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, CodeList> lists = new LinkedHashMap<>();
        codes.forEach((name, descriptions) ->
                lists.put(name, new CodeList(name, titles.get(name), Collections.unmodifiableMap(descriptions))));
        return Collections.unmodifiableMap(lists);
    }
}
