package gov.mt.opi.aim.faults;

import gov.mt.opi.aim.faults.scene.Scene;
import gov.mt.opi.aim.local.Service;
import gov.mt.opi.aim.local.ServiceProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Several instances of a service that come and go, and one that does nothing for a while and does not know it. */
final class Instances {

    /** Longer than the session of a consumer: the group gives its partitions away meanwhile. */
    private static final int FROZEN_MILLIS = 14_000;

    private Instances() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        for (Service service : Service.values()) {
            faults.add(new Fault(
                    "freeze-" + Crashes.name(service),
                    service.module() + " is frozen longer than its session lasts, while a second instance takes over,"
                            + " and thawed in the middle of its work",
                    false,
                    scene -> frozen(scene, service)));
        }
        for (Service service : Service.values()) {
            faults.add(new Fault(
                    "instances-" + Crashes.name(service),
                    "instances of " + service.module() + " go from 1 to 3 and back to 1 in the middle of the files, one"
                            + " of them killed",
                    false,
                    scene -> comeAndGo(scene, service)));
        }
        return List.copyOf(faults);
    }

    private static void frozen(Scene scene, Service service) throws Exception {
        ServiceProcess other = another(scene, service);
        try {
            other.awaitReady();
            scene.sending().begin(1);
            scene.awaitPart(Crashes.sign(scene, service), 0.8 * scene.dice().nextDouble());
            ServiceProcess frozen = scene.aim().process(service);
            frozen.freeze();
            try {
                scene.struck("frozen");
                Thread.sleep(FROZEN_MILLIS);
            } finally {
                frozen.thaw();
            }
            // Sent only now where intake was frozen: whoever uploads talks to the instance that stays.
            scene.sending().begin(2);
            scene.sending().awaitSent();
        } finally {
            other.close();
        }
    }

    private static void comeAndGo(Scene scene, Service service) throws Exception {
        scene.sending().begin(1);
        List<ServiceProcess> more = new ArrayList<>();
        try {
            more.add(another(scene, service));
            more.add(another(scene, service));
            for (ServiceProcess instance : more) {
                instance.awaitReady();
            }
            scene.sending().begin(2, 3);
            scene.awaitPart(
                    Crashes.sign(scene, service), 0.5 + 0.2 * scene.dice().nextDouble());
            scene.struck("one of three killed");
            more.get(0).kill();
            scene.awaitPart(
                    Crashes.sign(scene, service), 0.7 + 0.2 * scene.dice().nextDouble());
        } finally {
            more.forEach(ServiceProcess::close);
        }
    }

    private static ServiceProcess another(Scene scene, Service service) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        return scene.aim().another(service, port);
    }
}
