package gov.mt.opi.aim.backing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A Kafka broker (KRaft, broker and controller in one) as a process of its own, from the libraries of deploy/broker. */
final class EmbeddedBroker implements AutoCloseable {

    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final String HEAP = "-Xmx768m";

    private final Process process;
    private final String bootstrapServers;

    private EmbeddedBroker(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    static EmbeddedBroker start(Path folder, Path log, int port, int controllerPort) throws IOException {
        Files.createDirectories(folder);
        Path data = folder.resolve("data");
        Path properties = folder.resolve("server.properties");
        Files.writeString(properties, serverProperties(data, port, controllerPort));
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(properties, log);
        }
        Process process = java(log, "kafka.Kafka", properties.toString());
        EmbeddedBroker broker = new EmbeddedBroker(process, "127.0.0.1:" + port);
        try {
            broker.awaitReady(log);
        } catch (IOException | RuntimeException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it at once, as a power cut would. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Path log) throws IOException {
        long deadline = System.nanoTime() + START_WAIT.toNanos();
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                "200"))) {
            while (System.nanoTime() < deadline && process.isAlive()) {
                try {
                    admin.describeCluster().nodes().get(2, TimeUnit.SECONDS);
                    return;
                } catch (ExecutionException | java.util.concurrent.TimeoutException notYet) {
                    Thread.sleep(100);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("the Kafka broker did not start; its log is " + log);
    }

    private static void format(Path properties, Path log) throws IOException {
        try {
            int exit = java(
                            log,
                            "kafka.tools.StorageTool",
                            "format",
                            "--cluster-id",
                            org.apache.kafka.common.Uuid.randomUuid().toString(),
                            "--config",
                            properties.toString())
                    .waitFor();
            if (exit != 0) {
                throw new IOException("the Kafka broker's storage could not be formatted; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while formatting the broker's storage", e);
        }
    }

    private static Process java(Path log, String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                // It lives for a test or a load: the second compiler would take more than it gives.
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSZ",
                "-cp",
                libraries().resolve("*").toString(),
                mainClass));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static Path libraries() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = EmbeddedBroker.class.getResourceAsStream("broker.properties")) {
            properties.load(in);
        }
        Path libraries = Path.of(System.getProperty("aim.broker.lib", properties.getProperty("broker.lib")));
        if (!Files.isDirectory(libraries)) {
            throw new IOException("the broker's libraries are not at " + libraries
                    + "; build the project with 'mvn verify -DskipTests' from its root first");
        }
        return libraries;
    }

    private static String serverProperties(Path data, int port, int controllerPort) {
        return String.join(
                "\n",
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
                "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "controller.listener.names=CONTROLLER",
                "log.dirs=" + data,
                "auto.create.topics.enable=false",
                "offsets.topic.replication.factor=1",
                "offsets.topic.num.partitions=4",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                "group.initial.rebalance.delay.ms=0",
                "group.min.session.timeout.ms=1000",
                "log.segment.bytes=134217728",
                "");
    }
}
