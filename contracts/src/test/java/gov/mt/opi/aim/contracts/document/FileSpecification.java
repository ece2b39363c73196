package gov.mt.opi.aim.contracts.document;

import gov.mt.opi.aim.contracts.layout.CodeList;
import gov.mt.opi.aim.contracts.layout.CodeLists;
import gov.mt.opi.aim.contracts.layout.Decisions;
import gov.mt.opi.aim.contracts.layout.Decisions.Decision;
import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.Layout;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.layout.Required;
import java.util.List;
import java.util.stream.Collectors;

/** The page about the file: layouts, code lists, decisions. */
final class FileSpecification {

    private static final String BEGINNING =
            """
            # The file

            What a district sends: MT1.3 as AIM reads it. Every field has its rules in the [rule book](rules.md); the id of a rule
            says where it belongs: `EN-131` is record type EN, field 13.

            - A file is named `<legal entity>_<MMDDYYYY>.tsv`, the legal entity without leading zeros: `63_03152007.tsv`.
            - Line 1 is the header: `HD`, date `MM/DD/YYYY`, time `HH:MM:SS` (24 hours), version `MT1.3`, with tabs between.
            - Every other line is one record, of any type, in any order. N fields have N-1 tabs; a blank field keeps its tab.
            - A value stands as it is, without quotes. Blanks around it are removed.
            - Dates are `MM/DD/YYYY` in files, ISO 8601 in every answer.
            - A file has at most 100 MiB and 500,000 lines, a line at most 4,096 characters.

            A field is *required* (yes), may be *blank* (no), or is required under a condition (\\*), which its rules tell.
            """;

    private FileSpecification() {}

    static String page() {
        StringBuilder page = new StringBuilder(Page.GENERATED).append(BEGINNING);
        for (RecordType type : RecordType.values()) {
            add(page, type.layout());
        }
        page.append("\n## Code lists\n");
        CodeLists.all().forEach(list -> add(page, list));
        page.append("\n## Where the printed specification is silent or contradicts itself\n")
                .append("\n| | About | Open | Holds |\n|---|---|---|---|\n");
        for (Decision decision : Decisions.all()) {
            page.append(Page.row(decision.id(), decision.about(), decision.question(), decision.decision()));
        }
        return page.toString();
    }

    private static void add(StringBuilder page, Layout layout) {
        page.append("\n## %s %s (%d fields, section %s)\n"
                .formatted(layout.recordType(), layout.title(), layout.size(), layout.section()));
        page.append("\n| # | Name | In answers | Length | Required | Format | Codes | Blank counts as |\n");
        page.append("|---|---|---|---|---|---|---|---|\n");
        for (Field field : layout.fields()) {
            page.append(Page.row(
                    String.valueOf(field.number()),
                    field.name(),
                    "`" + field.property() + "`",
                    String.valueOf(field.length()),
                    required(field.required()),
                    field.format().words(),
                    field.codes().map(FileSpecification::link).orElse(""),
                    field.defaultValue().map(value -> "`" + value + "`").orElse("")));
        }
    }

    private static void add(StringBuilder page, CodeList list) {
        page.append("\n### ")
                .append(list.name())
                .append("\n\n")
                .append(list.title())
                .append(".\n\n");
        List<String> codes = list.descriptions().entrySet().stream()
                .map(code -> "`" + code.getKey() + "`"
                        + (code.getKey().equals(code.getValue()) ? "" : " " + code.getValue()))
                .toList();
        page.append(codes.stream().collect(Collectors.joining("  \n", "", "\n")));
    }

    private static String link(CodeList list) {
        return "[" + list.name() + "](#" + list.name() + ")";
    }

    private static String required(Required required) {
        return switch (required) {
            case YES -> "yes";
            case NO -> "no";
            case CONDITIONAL -> "\\*";
        };
    }
}
