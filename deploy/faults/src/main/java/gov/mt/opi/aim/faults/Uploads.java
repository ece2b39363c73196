package gov.mt.opi.aim.faults;

import gov.mt.opi.aim.faults.scene.RawUpload;
import gov.mt.opi.aim.faults.scene.Scene;
import gov.mt.opi.aim.faults.scene.SentFile;
import gov.mt.opi.aim.local.Api;
import gov.mt.opi.aim.local.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Files that come twice, at the same moment, or in the wrong order. */
final class Uploads {

    private static final int AT_ONCE = 8;
    private static final String NOTHING_CAME = "half a file did not reach the disk, so that nothing was tried";
    private static final String HALF_IS_LEFT = "half a file is left on the disk";

    private Uploads() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "same-file-twice",
                        "every file comes again while it is at work, and once more on purpose (again=true)",
                        true,
                        scene -> {
                            List<SentFile> files = scene.work().wave(1);
                            scene.sending().begin(files);
                            for (SentFile file : files) {
                                String first = scene.sending().deliver(file, "").id();
                                scene.require(
                                        scene.sending().deliver(file, "").id().equals(first),
                                        file.name() + " came twice and is two submissions");
                            }
                            for (SentFile file : files) {
                                scene.sending().deliver(file, "&again=true");
                            }
                        }),
                new Fault(
                        "same-file-at-once",
                        "the same bytes come in " + AT_ONCE + " uploads at the same moment",
                        true,
                        Uploads::atOnce),
                new Fault(
                        "cut-upload",
                        "a connection breaks in the middle of each file before the file comes whole",
                        false,
                        Uploads::cut),
                new Fault(
                        "kill-intake-in-upload",
                        "kill -9 of intake while a file is coming in",
                        false,
                        Uploads::killedInUpload),
                new Fault("older-after-newer", "the second wave comes first, and then the first", true, scene -> {
                    scene.disorder();
                    scene.sending().begin(2);
                    scene.sending().begin(1);
                }),
                new Fault(
                        "older-between",
                        "the third wave comes after the first, and then the second, which lies between them",
                        false,
                        scene -> {
                            scene.disorder();
                            scene.sending().begin(1, 3, 2);
                        }));
    }

    private static void cut(Scene scene) throws Exception {
        for (SentFile file : scene.work().wave(1)) {
            RawUpload upload = RawUpload.half(scene.aim(), file);
            scene.require(upload.arrives(), NOTHING_CAME);
            scene.pause(200);
            upload.breakOff();
            scene.require(upload.isForgotten(), HALF_IS_LEFT);
            scene.require(scene.sending().known(file) == 0, "half of " + file.name() + " is a submission");
        }
        scene.sending().begin(1, 2);
    }

    private static void killedInUpload(Scene scene) throws Exception {
        SentFile file = scene.work().wave(1).get(0);
        RawUpload upload = RawUpload.half(scene.aim(), file);
        scene.require(upload.arrives(), NOTHING_CAME);
        scene.pause(200);
        scene.aim().kill(Service.INTAKE);
        upload.breakOff();
        scene.aim().startAgain(Service.INTAKE);
        scene.require(upload.isForgotten(), HALF_IS_LEFT);
        scene.require(scene.sending().known(file) == 0, "half of " + file.name() + " is a submission");
        scene.sending().begin(1, 2);
    }

    private static void atOnce(Scene scene) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (SentFile file : scene.work().wave(1)) {
                List<Callable<Api.Answer>> uploads = new ArrayList<>();
                for (int upload = 0; upload < AT_ONCE; upload++) {
                    uploads.add(() -> scene.sending().attempt(file, ""));
                }
                Set<String> ids = new HashSet<>();
                int first = 0;
                for (Future<Api.Answer> upload : senders.invokeAll(uploads)) {
                    Api.Answer answer = upload.get();
                    scene.require(
                            answer.status() == 202 || answer.status() == 200,
                            "one of " + AT_ONCE + " uploads at once was answered " + answer.status());
                    first += answer.status() == 202 ? 1 : 0;
                    ids.add(scene.sending().taken(file, answer.body()).id());
                }
                scene.require(
                        ids.size() == 1 && first == 1,
                        AT_ONCE + " uploads at once made " + ids.size() + " submissions, " + first + " times new");
            }
        } finally {
            senders.shutdownNow();
        }
    }
}
