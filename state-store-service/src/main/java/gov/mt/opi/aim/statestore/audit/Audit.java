package gov.mt.opi.aim.statestore.audit;

/**
 * Records what is only read. A decision is recorded by {@link gov.mt.opi.aim.statestore.StatewideView#audit}, in its own
 * transaction.
 */
public interface Audit {

    /**
     * Records an entry durably. Call it before the answer leaves: when it fails, the caller gets an error and no data.
     */
    void record(AuditEntry entry);
}
