package gov.mt.opi.aim.faults;

import gov.mt.opi.aim.backing.BackingServers;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.faults.scene.Scene;
import gov.mt.opi.aim.faults.scene.SentFile;
import gov.mt.opi.aim.faults.scene.Workload;
import gov.mt.opi.aim.local.Api;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The database comes back from a backup, older than what it had committed: the procedure of docs/operations.md, played. */
final class Restores {

    private Restores() {}

    static List<Fault> all() {
        return List.of(new Fault(
                "restore-database",
                "the database is lost and restored from a backup that lacks the second wave; consumer groups are put back,"
                        + " districts send again what intake does not know, the state topics are made anew",
                false,
                Restores::restored));
    }

    private static void restored(Scene scene) throws Exception {
        Path database = scene.aim().folder().data().resolve("postgres");
        Path backup = scene.aim().folder().data().resolve("postgres-backup");
        // A thing that is first seen after the backup gets another key when it is seen again, which the procedure tells
        // people to look after; here every thing is in the backup.
        Workload work = scene.work().withoutDefects();
        List<SentFile> second = work.wave(2);
        scene.sending().finish(work.wave(1));
        scene.aim().servers().stopDatabase();
        copy(database, backup);
        scene.aim().servers().startDatabase();
        int known = scene.sending().submissions().size();
        scene.sending().finish(second);

        stopAll(scene);
        scene.aim().servers().killDatabase();
        forget(database);
        Files.move(backup, database);
        scene.aim().servers().startDatabase();
        scene.topics().rewind(Crashes.name(Service.STATE_STORE), Topic.RECORD_ACCEPTED);
        scene.topics().rewind(Crashes.name(Service.INTAKE), Topic.RECORD_OUTCOME);
        startAll(scene);
        scene.sending().forgetAfter(known);
        scene.sending().finish(second);
        tellAnew(scene);
    }

    /** The state topics still say what the view has forgotten: they are emptied, and told from the view. */
    private static void tellAnew(Scene scene) throws Exception {
        stopAll(scene);
        scene.topics()
                .empty(Messages.READS.get(Service.REPORTING).stream()
                        .flatMap(reading -> Stream.of(reading.topics()))
                        .toArray(Topic[]::new));
        List<String> districts = new ArrayList<>();
        BackingServers servers = scene.aim().servers();
        try (Connection connection = DriverManager.getConnection(
                        servers.jdbcUrl(), servers.databaseUser(), servers.databasePassword());
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM reporting.held_line");
            try (ResultSet row = statement.executeQuery("SELECT district_number FROM state.district")) {
                while (row.next()) {
                    districts.add(row.getString(1));
                }
            }
        }
        startAll(scene);
        for (String district : districts) {
            Api.Answer answer = scene.aim()
                    .as("opi")
                    .post(Service.STATE_STORE, "/api/v1/resync", Map.of("districtNumber", district));
            scene.require(answer.status() == 202, "a resync was answered " + answer.status());
        }
        Replays.rebuild(scene);
    }

    private static void stopAll(Scene scene) throws IOException {
        for (Service service : Service.values()) {
            scene.aim().process(service).close();
        }
    }

    private static void startAll(Scene scene) throws IOException, InterruptedException {
        for (Service service : Service.values()) {
            scene.aim().launch(service);
        }
        for (Service service : Service.values()) {
            scene.aim().process(service).awaitReady();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void forget(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
