package gov.mt.opi.aim.faults.oracle;

import java.util.Map;

/**
 * A thing as a part of the system knows it.
 *
 * @param key its opaque key
 * @param version its version
 * @param fields values by property, only those that a line can say
 */
record Known(String key, long version, Map<String, String> fields) {}
