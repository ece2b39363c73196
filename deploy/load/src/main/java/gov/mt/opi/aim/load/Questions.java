package gov.mt.opi.aim.load;

import gov.mt.opi.aim.generator.Expectation;
import gov.mt.opi.aim.load.machine.Percentiles;
import gov.mt.opi.aim.local.Api;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What OPI asks of a state that is loaded, and how long the answers take. */
final class Questions {

    static final int CALLERS = 4;
    private static final int CALLS = 25;
    private static final List<String> SLICES = List.of(
            "district,grade",
            "raceEthnicity,lunch",
            "district,school,grade,gender",
            "sped,section504,homeless",
            "grade");
    private static final int SNAPSHOTS = 3;

    private Questions() {}

    /** Membership counts by several slices, asked by some callers at once. */
    static Percentiles counts(Api api) throws IOException, InterruptedException {
        Percentiles times = new Percentiles();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int first = caller;
                all.add(callers.submit(() -> {
                    for (int call = 0; call < CALLS; call++) {
                        long begin = System.nanoTime();
                        api.get(
                                Service.REPORTING,
                                "/api/v1/membership?on=" + Expectation.DAYS.get(0) + "&by="
                                        + SLICES.get((first + call) % SLICES.size()));
                        times.add(System.nanoTime() - begin);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            return times;
        } catch (ExecutionException e) {
            throw new IOException("a count was not answered", e.getCause());
        } finally {
            callers.shutdownNow();
        }
    }

    /** Snapshots of the whole state, one after the other. */
    static Percentiles snapshots(URI reporting) throws IOException, InterruptedException {
        Percentiles times = new Percentiles();
        HttpClient http = HttpClient.newHttpClient();
        for (int number = 1; number <= SNAPSHOTS; number++) {
            HttpRequest request = HttpRequest.newBuilder(reporting.resolve("/api/v1/snapshots"))
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString("opi:opi".getBytes(StandardCharsets.UTF_8)))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"Benchmark " + number
                            + "\", \"countDate\": \"" + Expectation.DAYS.get(0) + "\"}"))
                    .build();
            long begin = System.nanoTime();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            times.add(System.nanoTime() - begin);
            if (status != 201) {
                throw new IOException("reporting answered " + status + " when a snapshot was to be taken");
            }
        }
        return times;
    }
}
