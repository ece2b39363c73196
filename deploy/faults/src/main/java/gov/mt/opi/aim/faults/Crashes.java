package gov.mt.opi.aim.faults;

import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.faults.scene.Scene;
import gov.mt.opi.aim.faults.scene.SentFile;
import gov.mt.opi.aim.faults.scene.Workload;
import gov.mt.opi.aim.local.Service;
import java.util.List;
import java.util.Map;

/** Services that end in the middle of files: killed, all at once, stopped in order. */
final class Crashes {

    /** What grows while a service has work: before it, and behind it. */
    private static final Map<Service, List<Topic>> SIGNS = Map.of(
            Service.INTAKE, List.of(Topic.RECORD_SUBMITTED, Topic.RECORD_OUTCOME),
            Service.VALIDATION, List.of(Topic.RECORD_SUBMITTED, Topic.RECORD_ACCEPTED),
            Service.STATE_STORE, List.of(Topic.RECORD_ACCEPTED, Topic.RECORD_OUTCOME),
            Service.REPORTING, List.of(Topic.STATE_ENROLLMENT, Topic.STATE_TEST_WINDOW_ATTENDANCE));

    private static final int AWAY_MILLIS_MAX = 2_000;

    private static final int CLAIMED = 200;
    private static final int LET_GO = 150;

    private Crashes() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "none",
                        "nothing goes wrong: what every other trial is compared with",
                        false,
                        scene -> scene.sending().begin(1, 2)),
                killed(Service.INTAKE),
                killed(Service.VALIDATION),
                killed(Service.STATE_STORE),
                killed(Service.REPORTING),
                new Fault(
                        "kill-each-service",
                        "kill -9 of each of the four services in turn, in the middle of the files",
                        true,
                        scene -> {
                            scene.sending().begin(1, 2);
                            for (Service service : Service.values()) {
                                strike(
                                        scene,
                                        service,
                                        0.2 * service.ordinal()
                                                + 0.2 * scene.dice().nextDouble());
                                scene.aim().startAgain(service);
                            }
                        }),
                new Fault(
                        "kill-all-services",
                        "kill -9 of all four services at once, as a power cut of their host would",
                        false,
                        scene -> {
                            scene.sending().begin(1, 2);
                            scene.awaitPart(Topic.RECORD_ACCEPTED, scene.dice().nextDouble());
                            for (Service service : Service.values()) {
                                scene.aim().kill(service);
                            }
                            scene.struck("all killed");
                            for (Service service : Service.values()) {
                                scene.aim().launch(service);
                            }
                        }),
                new Fault(
                        "kill-held",
                        "kill -9 of the state-store and of reporting while lines begin to wait for another district, and again"
                                + " while most of them are let go; then reporting reads again which wait",
                        false,
                        Crashes::whileLinesWait),
                stopped(Service.INTAKE),
                stopped(Service.VALIDATION),
                stopped(Service.STATE_STORE),
                stopped(Service.REPORTING));
    }

    private static Fault killed(Service service) {
        return new Fault(
                "kill-" + name(service),
                "kill -9 of " + service.module() + " in the middle of the files, once or twice",
                false,
                scene -> {
                    scene.sending().begin(1, 2);
                    double part = 0;
                    int kills = 1 + scene.dice().nextInt(2);
                    for (int kill = 0; kill < kills; kill++) {
                        part += (1 - part) * scene.dice().nextDouble() * 0.8;
                        strike(scene, service, part);
                        scene.pause(AWAY_MILLIS_MAX);
                        scene.aim().startAgain(service);
                    }
                });
    }

    private static void whileLinesWait(Scene scene) throws Exception {
        Workload work = scene.work().withoutDefects();
        scene.sending().finish(work.wave(1));
        for (SentFile file : List.of(work.claims(CLAIMED, CLAIMED - LET_GO), work.farewells(LET_GO))) {
            double before = scene.sending().records();
            scene.sending().begin(List.of(file));
            scene.awaitPart(
                    Topic.RECORD_ACCEPTED,
                    (before + scene.dice().nextInt(file.records()))
                            / scene.sending().records());
            scene.aim().kill(Service.STATE_STORE);
            scene.aim().kill(Service.REPORTING);
            scene.struck("killed");
            scene.aim().startAgain(Service.STATE_STORE);
            scene.aim().startAgain(Service.REPORTING);
            scene.sending().awaitSettled();
        }
        scene.aim().process(Service.REPORTING).close();
        scene.topics().rewind("reporting-held", Topic.RECORD_HELD);
        scene.aim().startAgain(Service.REPORTING);
    }

    private static Fault stopped(Service service) {
        return new Fault(
                "stop-" + name(service),
                service.module() + " is stopped in order while it has work, and started again",
                false,
                scene -> {
                    scene.sending().begin(1, 2);
                    scene.awaitPart(sign(scene, service), 0.8 * scene.dice().nextDouble());
                    scene.struck("stopped");
                    scene.aim().process(service).close();
                    scene.pause(AWAY_MILLIS_MAX);
                    scene.aim().startAgain(service);
                });
    }

    private static void strike(Scene scene, Service service, double part) throws Exception {
        scene.awaitPart(sign(scene, service), part);
        scene.aim().kill(service);
        scene.struck(name(service) + " killed");
    }

    static Topic sign(Scene scene, Service service) {
        List<Topic> signs = SIGNS.get(service);
        return signs.get(scene.dice().nextInt(signs.size()));
    }

    static String name(Service service) {
        return service.module().replace("-service", "");
    }
}
