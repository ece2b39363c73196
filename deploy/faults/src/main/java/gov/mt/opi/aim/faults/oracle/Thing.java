package gov.mt.opi.aim.faults.oracle;

import java.util.List;

/**
 * Something that the state knows.
 *
 * @param type SD, EN, PP or AT
 * @param key what makes two lines speak of the same thing: the State ID, then the place and the time of a record
 */
record Thing(String type, List<String> key) {

    String stateId() {
        return key.get(0);
    }

    /** Without the State ID, so that it may be printed. */
    @Override
    public String toString() {
        return type + key.subList(1, key.size());
    }
}
