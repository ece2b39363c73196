package gov.mt.opi.aim.faults.scene;

import gov.mt.opi.aim.local.RunningAim;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the metrics of services say about their heap and their lag. */
public final class Gauge {

    private static final double MEGABYTE = 1024 * 1024;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final RunningAim aim;
    private final Map<Service, Long> largest = new EnumMap<>(Service.class);

    public Gauge(RunningAim aim) {
        this.aim = aim;
    }

    /** Looks at the heap of services now. */
    public void measure(Service... services) throws IOException, InterruptedException {
        for (Service service : services) {
            long megabytes = Math.round(sum(service, "jvm_memory_used_bytes{area=\"heap\"") / MEGABYTE);
            largest.merge(service, megabytes, Math::max);
        }
    }

    /** How many records a service is behind, as its consumer says. */
    public double lag(Service service) throws IOException, InterruptedException {
        return metrics(service)
                .lines()
                .filter(line -> line.startsWith("kafka_consumer_fetch_manager_records_lag{")
                        || line.startsWith("kafka_consumer_fetch_manager_records_lag_max{"))
                .mapToDouble(Gauge::value)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /** The largest heaps seen, in megabytes, by service. */
    public String largest() {
        return largest.entrySet().stream()
                .map(heap -> heap.getKey().module().replace("-service", "") + " " + heap.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Whether no heap was larger. */
    public boolean withinMegabytes(int megabytes) {
        return largest.values().stream().allMatch(heap -> heap <= megabytes);
    }

    private double sum(Service service, String metric) throws IOException, InterruptedException {
        return metrics(service)
                .lines()
                .filter(line -> line.startsWith(metric))
                .mapToDouble(Gauge::value)
                .sum();
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    private String metrics(Service service) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(aim.address(service).resolve("/q/metrics"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return http.send(question, HttpResponse.BodyHandlers.ofString()).body();
    }
}
