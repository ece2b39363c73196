package gov.mt.opi.aim.load;

import gov.mt.opi.aim.load.machine.Percentiles;
import gov.mt.opi.aim.local.Api;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** One person who looks at pages while a state loads, and how long each takes: few calls, so that they cost nothing. */
final class Probes {

    static final String STATUS = "status of a submission";
    static final String FINDINGS = "page of its findings";
    static final String STUDENT = "page of a student";

    private static final long PAUSE_MILLIS = 200;

    private final Api api;
    private final Supplier<List<String>> submissions;
    private final List<String> stateIds;
    private final Random random = new Random(1);
    private final Map<String, Percentiles> times = new LinkedHashMap<>();
    private final Thread thread = new Thread(this::look, "probes");
    private volatile boolean closed;
    private volatile IOException failure;

    /**
     * @param submissions the submissions that can be looked at, as of now
     * @param stateIds students who can be looked at; without any nobody looks
     */
    Probes(Api api, Supplier<List<String>> submissions, List<String> stateIds) {
        this.api = api;
        this.submissions = submissions;
        this.stateIds = stateIds;
        List.of(STATUS, FINDINGS, STUDENT).forEach(name -> times.put(name, new Percentiles()));
    }

    Probes start() {
        thread.setDaemon(true);
        if (!stateIds.isEmpty()) {
            thread.start();
        }
        return this;
    }

    private void look() {
        try {
            while (!closed) {
                List<String> ids = submissions.get();
                if (!ids.isEmpty()) {
                    String submission = "/api/v1/submissions/" + ids.get(random.nextInt(ids.size()));
                    time(STATUS, Service.INTAKE, submission);
                    time(FINDINGS, Service.INTAKE, submission + "/findings");
                }
                time(STUDENT, Service.STATE_STORE, "/api/v1/students/" + stateIds.get(random.nextInt(stateIds.size())));
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void time(String name, Service service, String path) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        api.get(service, path);
        times.get(name).add(System.nanoTime() - begin);
        Thread.sleep(PAUSE_MILLIS);
    }

    /** The times of the calls; @throws IOException when one was not answered as it must be. */
    Map<String, Percentiles> times() throws IOException {
        if (failure != null) {
            throw failure;
        }
        return times;
    }

    /** Ends after the call under way. */
    void end() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
