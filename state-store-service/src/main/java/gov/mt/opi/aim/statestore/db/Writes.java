package gov.mt.opi.aim.statestore.db;

import static gov.mt.opi.aim.statestore.db.ViewFailure.rethrown;

import gov.mt.opi.aim.statestore.db.ViewFailure.Statements;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * What a transaction writes: in order, and beside the thread that decided it, which meanwhile puts the events into words. The
 * connection is the writer's until {@link #await} returns.
 */
final class Writes {

    private final Optional<Executor> writer;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /** @param writer what runs beside the deciding thread; without one everything is written at once */
    Writes(Optional<Executor> writer) {
        this.writer = writer;
    }

    /** Writes something after all that came before it; when that failed, nothing. */
    void add(Statements<?> statements) {
        if (writer.isPresent()) {
            last = last.thenRunAsync(() -> rethrown(statements), writer.get());
        } else {
            rethrown(statements);
        }
    }

    /**
     * Waits until all is written.
     *
     * @throws ViewFailure when something could not be
     */
    void await() {
        try {
            last.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Waits until nothing is written any more, whatever became of it: the transaction is taken back. */
    void end() {
        last.exceptionally(failed -> null).join();
    }
}
