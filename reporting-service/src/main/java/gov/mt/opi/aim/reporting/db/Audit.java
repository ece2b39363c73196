package gov.mt.opi.aim.reporting.db;

import org.jdbi.v3.core.Handle;

/** Who did what, written in the transaction in which it is done. */
final class Audit {

    private Audit() {}

    /**
     * Adds an entry.
     *
     * @param account who was signed in
     * @param action what was done
     * @param subject with what: ids and numbers, nothing personal
     */
    static void add(Handle transaction, String account, String action, String subject) {
        transaction
                .createUpdate("INSERT INTO audit (account, action, subject) VALUES (:account, :action, :subject)")
                .bind("account", account)
                .bind("action", action)
                .bind("subject", subject)
                .execute();
    }
}
