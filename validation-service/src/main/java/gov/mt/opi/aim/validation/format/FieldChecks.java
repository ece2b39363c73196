package gov.mt.opi.aim.validation.format;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.Format;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;
import gov.mt.opi.aim.validation.remedy.Remedies;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks every field of a record by itself, fills in defaults, drops fillers and reads dates. A field's first ERROR
 * silences what else could be said about it.
 */
public final class FieldChecks {

    private static final Rule NO_WORD_FOR_BLANK = RuleCatalogue.get("REC-011");
    private static final Rule NO_LOST_CHARACTER = RuleCatalogue.get("REC-013");

    private static final Map<RecordType, FieldChecks> BY_TYPE = new EnumMap<>(RecordType.class);

    static {
        for (RecordType type : RecordType.values()) {
            BY_TYPE.put(type, new FieldChecks(type));
        }
    }

    private final RecordType type;
    private final List<Field> fields;
    private final FieldCheck[][] checks;
    private final Rule[] whenBlank;
    private final String[] defaults;

    private FieldChecks(RecordType type) {
        this.type = type;
        // The record type itself was checked when the line was read.
        this.fields = type.layout().fields().stream()
                .filter(field -> field.format() != Format.RECORD_TYPE)
                .toList();
        this.checks = new FieldCheck[type.layout().size()][];
        this.whenBlank = new Rule[type.layout().size()];
        this.defaults = new String[type.layout().size()];
        for (Field field : fields) {
            checks[field.index()] = FormatChecks.of(type, field).toArray(FieldCheck[]::new);
            FormatChecks.whenBlank(type, field).ifPresent(rule -> {
                whenBlank[field.index()] = rule;
                defaults[field.index()] = field.defaultValue().orElse("");
            });
        }
    }

    /** The checks of a record type. */
    public static FieldChecks of(RecordType type) {
        return BY_TYPE.get(type);
    }

    /** The rules that speak here. */
    public static Set<String> ruleIds() {
        Set<String> ids = new TreeSet<>(Set.of(NO_WORD_FOR_BLANK.id(), NO_LOST_CHARACTER.id()));
        BY_TYPE.values().forEach(of -> {
            Arrays.stream(of.checks)
                    .filter(each -> each != null)
                    .flatMap(Arrays::stream)
                    .forEach(check -> ids.add(check.rule().id()));
            Arrays.stream(of.whenBlank).filter(each -> each != null).forEach(rule -> ids.add(rule.id()));
        });
        return ids;
    }

    public void check(DataRecord record, Findings findings) {
        for (Field field : fields) {
            int index = field.index();
            if (record.isBlank(index)) {
                checkBlank(record, field, findings);
            } else {
                checkValue(record, field, findings);
            }
        }
    }

    private void checkBlank(DataRecord record, Field field, Findings findings) {
        Rule rule = whenBlank[field.index()];
        if (rule == null) {
            return;
        }
        findings.field(rule, type, field, "");
        if (rule.severity() == Severity.ERROR) {
            record.taint(field.index());
        } else {
            record.fill(field.index(), defaults[field.index()]);
        }
    }

    private void checkValue(DataRecord record, Field field, Findings findings) {
        int index = field.index();
        String value = record.text(index);
        if (field.codes().isPresent() && Texts.isWordForBlank(value)) {
            findings.field(NO_WORD_FOR_BLANK, type, field, value);
            record.taint(index);
            return;
        }
        if (field.format() == Format.NAME && Texts.holdsLostCharacter(value)) {
            findings.field(NO_LOST_CHARACTER, type, field, value);
        }
        for (FieldCheck check : checks[index]) {
            if (!check.test().holds(value)) {
                // What stands in a filler is never repeated.
                String shown = field.format() == Format.FILLER ? "" : value;
                findings.field(check.rule(), type, field, shown, found -> Remedies.improve(found, field, shown));
                if (check.rejects()) {
                    record.taint(index);
                    return;
                }
            }
        }
        if (field.format() == Format.DATE) {
            record.date(index, Texts.date(value));
        } else if (field.format() == Format.FILLER) {
            record.drop(index);
        }
    }
}
