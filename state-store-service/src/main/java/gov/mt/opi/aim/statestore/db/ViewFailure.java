package gov.mt.opi.aim.statestore.db;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;

/** The database failed in the middle of work on the view; the cause says how. */
final class ViewFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ViewFailure(SQLException cause) {
        super(cause);
    }

    /** Another transaction changed what this one relies on; it starts anew, as after a failed serialization. */
    static SQLException changedMeanwhile() {
        return new SQLTransactionRollbackException("the view changed meanwhile", "40001");
    }

    /** A statement or several that may fail. */
    @FunctionalInterface
    interface Statements<T> {
        T run() throws SQLException;
    }

    static <T> T rethrown(Statements<T> statements) {
        try {
            return statements.run();
        } catch (SQLException e) {
            throw new ViewFailure(e);
        }
    }
}
