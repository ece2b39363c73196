package gov.mt.opi.aim.faults;

import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.faults.scene.Gauge;
import gov.mt.opi.aim.faults.scene.Scene;
import gov.mt.opi.aim.faults.scene.SentFile;
import gov.mt.opi.aim.faults.scene.SmallDisk;
import gov.mt.opi.aim.local.Service;
import gov.mt.opi.aim.local.ServiceProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has an end: the disk of intake, the patience of a downstream, the memory of a service. */
final class Limits {

    private static final String FULL = "a full disk was answered ";
    private static final int HEAP_MB_MAX = 512;
    private static final int SLOW_TURNS = 30;
    private static final int AWAKE_MILLIS = 150;
    private static final int ASLEEP_MILLIS = 600;

    private Limits() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "disk-nearly-full",
                        "the disk of intake has less room than must stay free: 507, nothing kept, and all is taken later",
                        false,
                        Limits::nearlyFull),
                new Fault(
                        "disk-full",
                        "the disk of intake is full in the middle of an upload: 507, nothing kept, and all is taken later"
                                + " (needs the right to mount)",
                        false,
                        Limits::full),
                new Fault(
                        "slow-state-store",
                        "the state-store works a fifth of the time: what waits is lag, not memory",
                        false,
                        Limits::slow),
                new Fault(
                        "absent-state-store",
                        "the state-store is away while all files are sent; it catches up",
                        false,
                        Limits::absent),
                new Fault(
                        "absent-reporting",
                        "reporting is away while all files are sent; it catches up",
                        false,
                        scene -> {
                            scene.aim().process(Service.REPORTING).close();
                            scene.sending().finish(scene.work().wave(1));
                            scene.aim().startAgain(Service.REPORTING);
                            scene.sending().begin(2);
                        }));
    }

    private static void nearlyFull(Scene scene) throws Exception {
        scene.aim().process(Service.INTAKE).close();
        scene.aim().launch(Service.INTAKE, Map.of("AIM_INTAKE_FREE_SPACE_BYTES_MIN", String.valueOf(Long.MAX_VALUE)));
        scene.aim().process(Service.INTAKE).awaitReady();
        for (SentFile file : scene.work().wave(1)) {
            int status = scene.sending().attempt(file, "").status();
            scene.require(status == 507, FULL + status);
        }
        scene.aim().process(Service.INTAKE).close();
        scene.aim().startAgain(Service.INTAKE);
        scene.sending().begin(1, 2);
    }

    private static void full(Scene scene) throws Exception {
        List<SentFile> files = scene.work().wave(1);
        SentFile largest = files.get(0);
        Optional<SmallDisk> mounted =
                SmallDisk.mount(4 * files.stream().mapToLong(SentFile::size).sum());
        if (mounted.isEmpty()) {
            scene.note("no right to mount a small disk: nothing tried");
            scene.sending().begin(files);
            return;
        }
        try (SmallDisk disk = mounted.get()) {
            scene.aim().process(Service.INTAKE).close();
            scene.aim()
                    .launch(
                            Service.INTAKE,
                            Map.of(
                                    "AIM_INTAKE_FOLDER",
                                    disk.folder().toString(),
                                    "AIM_INTAKE_FREE_SPACE_BYTES_MIN",
                                    "0"));
            scene.aim().process(Service.INTAKE).awaitReady();
            Path ballast = disk.fillUpTo(largest.size() / 2);
            int status = scene.sending().attempt(largest, "").status();
            scene.require(status == 507, FULL + status);
            scene.require(disk.files("parts").isEmpty(), "a refused upload left something on the full disk");
            scene.require(scene.sending().known(largest) == 0, "a refused upload is listed as a submission");
            disk.remove(ballast);
            scene.sending().finish(files);
            scene.sending().finish(scene.work().wave(2));
            scene.aim().process(Service.INTAKE).close();
            disk.copyTo(scene.aim().folder().submissions());
        }
        scene.aim().startAgain(Service.INTAKE);
    }

    /** Whoever waits for a slow one must not keep what waits in its memory. */
    private static void slow(Scene scene) throws Exception {
        scene.sending().begin(1, 2, 3);
        ServiceProcess slow = scene.aim().process(Service.STATE_STORE);
        Gauge heap = new Gauge(scene.aim());
        double lag = 0;
        for (int turn = 0; turn < SLOW_TURNS; turn++) {
            Thread.sleep(AWAKE_MILLIS);
            lag = Math.max(lag, heap.lag(Service.STATE_STORE));
            slow.freeze();
            try {
                Thread.sleep(ASLEEP_MILLIS);
                heap.measure(Service.INTAKE, Service.VALIDATION);
            } finally {
                slow.thaw();
            }
        }
        scene.sending().awaitSent();
        heap.measure(Service.values());
        scene.note(String.format("heap %s MB, lag up to %.0f records", heap.largest(), lag));
        scene.require(lag > 0, "the lag of the slow state-store is not in its metrics");
        scene.require(heap.withinMegabytes(HEAP_MB_MAX), "a service had more than " + HEAP_MB_MAX + " MB of heap");
    }

    private static void absent(Scene scene) throws Exception {
        scene.aim().process(Service.STATE_STORE).close();
        scene.sending().begin(1, 2);
        scene.sending().awaitSent();
        scene.awaitPart(Topic.RECORD_SUBMITTED, 1);
        Gauge heap = new Gauge(scene.aim());
        heap.measure(Service.INTAKE, Service.VALIDATION);
        for (Service service : List.of(Service.INTAKE, Service.VALIDATION)) {
            scene.require(
                    scene.aim().process(service).isReady(),
                    service.module() + " is not ready because the state-store is away");
        }
        scene.require(scene.sending().pending() > 0, "files are complete though the state-store is away");
        scene.note("heap " + heap.largest() + " MB meanwhile");
        scene.aim().startAgain(Service.STATE_STORE);
    }
}
