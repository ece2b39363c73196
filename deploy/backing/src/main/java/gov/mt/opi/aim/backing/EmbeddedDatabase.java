package gov.mt.opi.aim.backing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** PostgreSQL from its embedded binaries. */
final class EmbeddedDatabase implements AutoCloseable {

    static final String USER = "postgres";

    /** System property with libraries that the server loads, such as pg_stat_statements; usually none. */
    private static final String PRELOAD = "aim.postgres.preload";

    private static final int STOP_WAIT_SECONDS = 60;

    private final EmbeddedPostgres postgres;
    /** The server itself; the library only knows the short-lived program that started it. */
    private final ProcessHandle server;

    private EmbeddedDatabase(EmbeddedPostgres postgres, ProcessHandle server) {
        this.postgres = postgres;
        this.server = server;
    }

    static EmbeddedDatabase start(Path folder, Path log, int port, boolean endWithTheJvm) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(endWithTheJvm)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                // Texts in the order of their bytes, whatever the machine's language: the same everywhere, and faster.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setPGStartupWait(Duration.ofSeconds(60))
                // Room for the indexes of a whole state; memory that nobody touches costs nothing.
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB")
                // A load fills new WAL files: written once, not with zeros first.
                .setServerConfig("wal_init_zero", "off")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("max_connections", "100")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_preload_libraries", System.getProperty(PRELOAD, ""))
                .setServerConfig("full_page_writes", "on")
                .start();
        String pid = Files.readAllLines(folder.resolve("postmaster.pid")).get(0);
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid.strip()))
                .orElseThrow(() -> new IOException("PostgreSQL ended at once; its log is " + log));
        return new EmbeddedDatabase(postgres, server);
    }

    boolean isAlive() {
        return server.isAlive();
    }

    /** Ends the server and all its sessions at once, as a power cut would. */
    void kill() {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        try {
            for (ProcessHandle process : all) {
                process.onExit().get(STOP_WAIT_SECONDS, TimeUnit.SECONDS);
            }
            // The library finds nothing left to stop, and gives its lock on the folder back.
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("PostgreSQL could not be killed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
            // A last checkpoint may take longer than the library waits; what it has not written yet would be recovered.
            server.onExit().get(STOP_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException | TimeoutException e) {
            server.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
