package gov.mt.opi.aim.statestore.history;

import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.StateTransactions;
import gov.mt.opi.aim.statestore.StatewideView;
import gov.mt.opi.aim.statestore.db.JdbcTransactions;
import gov.mt.opi.aim.statestore.identity.StewardTransactions;
import gov.mt.opi.aim.statestore.identity.StewardView;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The transactions of the database, in which a seed issues the same State IDs whenever it is played. All else is theirs. */
final class SteadyStateIds implements StateTransactions, StewardTransactions {

    private final JdbcTransactions transactions;
    private final Iterator<String> free;

    SteadyStateIds(JdbcTransactions transactions, Iterator<String> free) {
        this.transactions = transactions;
        this.free = free;
    }

    @Override
    public void apply(Function<StatewideView, Applied> work) {
        transactions.apply(view -> work.apply(steady((StewardView) view)));
    }

    @Override
    public void alone(Function<StewardView, Applied> work) {
        transactions.alone(view -> work.apply(steady(view)));
    }

    @Override
    public <T> T read(Function<StewardView, T> work) {
        return transactions.read(work);
    }

    private StewardView steady(StewardView view) {
        return (StewardView) Proxy.newProxyInstance(
                StewardView.class.getClassLoader(), new Class<?>[] {StewardView.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("newStateIds")) {
                        return stateIds((Integer) arguments[0]);
                    }
                    try {
                        return method.invoke(view, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private List<String> stateIds(int count) {
        return Stream.generate(free::next).limit(count).toList();
    }
}
