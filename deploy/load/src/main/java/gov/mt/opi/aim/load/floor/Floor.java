package gov.mt.opi.aim.load.floor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A program of its own: {@code Floor <JDBC address> <folder of files> <threads> <passes>}. Loads the files so many times
 * into new tables, and prints of each pass how many records were read, how many were wrong, how many rows the tables have,
 * and the nanoseconds from the first file to the last row.
 */
public final class Floor {

    private static final String USER = "postgres";

    private final String address;
    private final Path folder;
    private final int threads;

    private Floor(String address, Path folder, int threads) {
        this.address = address;
        this.folder = folder;
        this.threads = threads;
    }

    public static void main(String[] words) throws Exception {
        Floor floor = new Floor(words[0], Path.of(words[1]), Integer.parseInt(words[2]));
        for (int pass = 0; pass < Integer.parseInt(words[3]); pass++) {
            floor.load();
        }
        try (Connection connection = floor.connect()) {
            FloorTables.drop(connection);
            // What the passes left to write is not to fall into a load that is measured.
            FloorTables.checkpoint(connection);
        }
    }

    private void load() throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Connection connection = connect()) {
            FloorTables.create(connection);
        }
        long begin = System.nanoTime();
        Queue<Path> files = new ConcurrentLinkedQueue<>(files());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        List<Future<FloorFile>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(workers.submit(() -> work(files)));
        }
        int records = 0;
        int wrong = 0;
        for (Future<FloorFile> one : all) {
            records += one.get().records();
            wrong += one.get().wrong();
        }
        long nanos = System.nanoTime() - begin;
        workers.shutdown();
        try (Connection connection = connect()) {
            System.out.println("pass " + records + " " + wrong + " " + FloorTables.count(connection) + " " + nanos);
        }
    }

    private FloorFile work(Queue<Path> files) throws IOException, SQLException {
        FloorFile reader = new FloorFile();
        try (FloorTables tables = new FloorTables(connect())) {
            for (Path file = files.poll(); file != null; file = files.poll()) {
                reader.read(file, tables::add);
            }
            tables.flush();
        }
        return reader;
    }

    /** The largest first, so that no thread ends long before the other. */
    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted((one, other) ->
                            Long.compare(other.toFile().length(), one.toFile().length()))
                    .toList();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address + "?ApplicationName=floor", USER, USER);
    }
}
