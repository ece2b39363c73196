package gov.mt.opi.aim.contracts.layout;

import java.util.Optional;

/**
 * One field of a layout.
 *
 * @param number position in the record, from 1
 * @param name the name that the specification prints
 * @param property the name in JSON and in the statewide view
 * @param length most characters the field may have
 * @param required whether it may be blank
 * @param format what it may look like
 * @param codes the code list of coded fields
 * @param defaultValue what a blank stands for
 */
public record Field(
        int number,
        String name,
        String property,
        int length,
        Required required,
        Format format,
        Optional<CodeList> codes,
        Optional<String> defaultValue) {

    /** The position in an array of the record's values, from 0. */
    public int index() {
        return number - 1;
    }
}
