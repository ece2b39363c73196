package gov.mt.opi.aim.validation.condition;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;

/**
 * A statement about several fields of a record, or about a field and the header date. It is about the field whose number
 * is in the rule's id, and is asked only when that field and all others that it needs are clean.
 */
public abstract class Condition {

    private final Rule rule;
    private final RecordType type;
    private final Field field;
    private final Effect effect;
    private final long needed;

    /**
     * A condition without further effect.
     *
     * @param ruleId its rule in the catalogue
     * @param others indexes of the other fields that it looks at
     */
    protected Condition(String ruleId, int... others) {
        this(ruleId, Effect.NONE, others);
    }

    /** A condition that changes its field where it does not hold. */
    protected Condition(String ruleId, Effect effect, int... others) {
        this.rule = RuleCatalogue.get(ruleId);
        this.type = RecordType.valueOf(ruleId.substring(0, 2));
        this.field = type.layout().fields().get(Integer.parseInt(ruleId.substring(3, 5)) - 1);
        this.effect = effect;
        long bits = 1L << field.index();
        for (int other : others) {
            bits |= 1L << other;
        }
        this.needed = bits;
    }

    /** What happens to the field when the condition does not hold. */
    protected enum Effect {
        NONE,
        /** Its value is dropped. */
        DROP,
        /** Its default is filled in. */
        DEFAULT
    }

    /** The statement. */
    protected abstract boolean holds(DataRecord record, Context context);

    final String ruleId() {
        return rule.id();
    }

    final RecordType type() {
        return type;
    }

    final void check(DataRecord record, Context context, Findings findings) {
        if (!record.areClean(needed) || holds(record, context)) {
            return;
        }
        findings.field(rule, type, field, record.text(field.index()));
        if (rule.severity() == Severity.ERROR) {
            record.taint(field.index());
        }
        switch (effect) {
            case NONE -> {
                // Only said.
            }
            case DROP -> record.drop(field.index());
            case DEFAULT -> record.fill(field.index(), field.defaultValue().orElseThrow());
        }
    }
}
