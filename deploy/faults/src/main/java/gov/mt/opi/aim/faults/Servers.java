package gov.mt.opi.aim.faults;

import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.faults.scene.Scene;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.util.List;

/** Broker and database that end, come back, or are not there yet. */
final class Servers {

    private static final int AWAY_MILLIS_MAX = 6_000;
    /** Long enough that every service has met the absence and was not ready. */
    private static final int ABSENT_MILLIS = 12_000;

    private Servers() {}

    /** Something that is done to a server. */
    private interface Step {
        void take(Scene scene) throws IOException;
    }

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "kill-broker",
                        "kill -9 of the broker in the middle of the files, and a start some seconds later",
                        true,
                        scene -> interrupted(
                                scene,
                                "broker killed",
                                broker -> broker.aim().servers().killBroker(),
                                Servers::startBroker)),
                new Fault(
                        "restart-broker",
                        "the broker is stopped in order in the middle of the files, and started again",
                        false,
                        scene -> interrupted(
                                scene,
                                "broker stopped",
                                broker -> broker.aim().servers().stopBroker(),
                                Servers::startBroker)),
                new Fault(
                        "kill-database",
                        "kill -9 of all processes of the database in the middle of the files, and a start that recovers",
                        true,
                        scene -> interrupted(
                                scene,
                                "database killed",
                                database -> database.aim().servers().killDatabase(),
                                Servers::startDatabase)),
                new Fault(
                        "restart-database",
                        "a fast restart of the database in the middle of the files",
                        false,
                        scene -> interrupted(
                                scene,
                                "database stopped",
                                database -> database.aim().servers().stopDatabase(),
                                Servers::startDatabase)),
                new Fault(
                        "no-broker-at-start",
                        "all services are started while there is no broker, which comes later",
                        false,
                        scene -> absent(
                                scene, database -> database.aim().servers().stopBroker(), Servers::startBroker)),
                new Fault(
                        "no-database-at-start",
                        "all services are started while there is no database, which comes later",
                        false,
                        scene -> absent(
                                scene, database -> database.aim().servers().stopDatabase(), Servers::startDatabase)));
    }

    private static void interrupted(Scene scene, String how, Step away, Step back) throws Exception {
        scene.sending().begin(1, 2);
        Topic sign = List.of(Topic.RECORD_SUBMITTED, Topic.RECORD_ACCEPTED, Topic.RECORD_OUTCOME)
                .get(scene.dice().nextInt(3));
        scene.awaitPart(sign, 0.8 * scene.dice().nextDouble());
        scene.struck(how);
        away.take(scene);
        scene.pause(AWAY_MILLIS_MAX);
        back.take(scene);
    }

    private static void absent(Scene scene, Step away, Step back) throws Exception {
        scene.sending().begin(1, 2);
        scene.awaitPart(Topic.RECORD_ACCEPTED, 0.8 * scene.dice().nextDouble());
        scene.struck("all stopped");
        for (Service service : Service.values()) {
            scene.aim().process(service).close();
        }
        away.take(scene);
        for (Service service : Service.values()) {
            scene.aim().launch(service);
        }
        Thread.sleep(ABSENT_MILLIS);
        for (Service service : Service.values()) {
            // Validation has no database and may well be ready without one.
            boolean needsNothing = service == Service.VALIDATION;
            scene.require(
                    needsNothing || !scene.aim().process(service).isReady(),
                    service.module() + " says that it is ready though it has not what it needs");
        }
        back.take(scene);
        revive(scene);
    }

    /** A service that ends because it cannot start is started again by its supervisor; here by us. */
    private static void revive(Scene scene) throws Exception {
        for (Service service : Service.values()) {
            if (!scene.aim().process(service).handle().isAlive()) {
                scene.note(service.module() + " had ended");
                scene.aim().launch(service);
            }
            scene.aim().process(service).awaitReady();
        }
    }

    private static void startBroker(Scene scene) throws IOException {
        scene.aim().servers().startBroker();
    }

    private static void startDatabase(Scene scene) throws IOException {
        scene.aim().servers().startDatabase();
    }
}
