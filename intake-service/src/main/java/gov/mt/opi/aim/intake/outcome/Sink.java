package gov.mt.opi.aim.intake.outcome;

import java.io.IOException;

/** Takes what is read, one after the other. */
@FunctionalInterface
public interface Sink<T> {
    void accept(T item) throws IOException;
}
