package gov.mt.opi.aim.contracts.publication;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares a schema with the one that was published before. Readers were promised that within v1 things are only added:
 * properties, codes, cases, and that more is always there. Everything else can break one of them.
 */
final class Compatibility {

    /** Words for people; they may get better at any time. */
    private static final Set<String> WORDS = Set.of("title", "description", "examples", "$comment");

    private final List<String> breaks = new ArrayList<>();

    private Compatibility() {}

    /** What would break a reader of the published schema, each with its place; empty when nothing would. */
    static List<String> breaks(JsonNode published, JsonNode now) {
        Compatibility comparison = new Compatibility();
        comparison.compare("", published, now);
        return comparison.breaks;
    }

    private void compare(String place, JsonNode before, JsonNode now) {
        Set<String> keywords = new HashSet<>();
        before.fieldNames().forEachRemaining(keywords::add);
        now.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(WORDS);
        for (String keyword : keywords.stream().sorted().toList()) {
            String at = place + "/" + keyword;
            JsonNode old = before.get(keyword);
            JsonNode young = now.get(keyword);
            switch (keyword) {
                case "properties" -> properties(at, old, young);
                case "required" -> everyOneStays(at, "no longer always there", old, young);
                case "enum" -> {
                    if (old == null) {
                        breaks.add(at + ": values are restricted that were free");
                    } else {
                        everyOneStays(at, "no longer a value", old, young);
                    }
                }
                case "allOf" -> cases(at, old, young);
                case "items", "additionalProperties", "if", "then" -> {
                    if (old != null && young != null && old.isObject() && young.isObject()) {
                        compare(at, old, young);
                    } else if (old == null || !old.equals(young)) {
                        breaks.add(at + ": changed");
                    }
                }
                default -> {
                    if (old == null || !old.equals(young)) {
                        breaks.add(at + ": was " + old + ", is " + young);
                    }
                }
            }
        }
    }

    private void properties(String place, JsonNode before, JsonNode now) {
        if (before == null) {
            return;
        }
        for (Map.Entry<String, JsonNode> property : before.properties()) {
            JsonNode young = now == null ? null : now.get(property.getKey());
            if (young == null) {
                breaks.add(place + "/" + property.getKey() + ": gone");
            } else {
                compare(place + "/" + property.getKey(), property.getValue(), young);
            }
        }
    }

    private void everyOneStays(String place, String otherwise, JsonNode before, JsonNode now) {
        if (before == null) {
            return;
        }
        Set<JsonNode> young = new HashSet<>();
        if (now != null) {
            now.forEach(young::add);
        }
        before.forEach(one -> {
            if (!young.contains(one)) {
                breaks.add(place + "/" + one.asText() + ": " + otherwise);
            }
        });
    }

    private void cases(String place, JsonNode before, JsonNode now) {
        for (int i = 0; before != null && i < before.size(); i++) {
            if (now == null || i >= now.size()) {
                breaks.add(place + "/" + i + ": gone");
            } else {
                compare(place + "/" + i, before.get(i), now.get(i));
            }
        }
    }
}
