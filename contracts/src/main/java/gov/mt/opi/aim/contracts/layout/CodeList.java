package gov.mt.opi.aim.contracts.layout;

import java.util.Map;
import java.util.Set;

/**
 * A list of codes with their descriptions (appendices A to K of the specification).
 *
 * @param name the name under which the list is served
 * @param title what the specification calls it
 * @param descriptions description by code, in the order of the specification
 */
public record CodeList(String name, String title, Map<String, String> descriptions) {

    public boolean contains(String code) {
        return descriptions.containsKey(code);
    }

    public Set<String> codes() {
        return descriptions.keySet();
    }
}
