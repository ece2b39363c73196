package gov.mt.opi.aim.reporting.audit;

import java.time.Instant;
import java.util.List;

/** The audit. */
public interface AuditTrail {

    /**
     * Something that was done.
     *
     * @param at when, UTC
     * @param account who was signed in
     * @param action what was done
     * @param subject with what: ids and numbers, nothing personal
     */
    record Entry(Instant at, String account, String action, String subject) {}

    /** Records a read of named students, before it is answered. */
    void add(String account, String action, String subject);

    List<Entry> newestFirst(long offset, int limit);

    long count();
}
