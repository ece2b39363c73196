package gov.mt.opi.aim.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/** The timers of a service, as its metrics tell them: seconds and times by name. */
final class Stages {

    private static final String PREFIX = "aim_";
    private static final String SUM = "_seconds_sum";
    private static final String COUNT = "_seconds_count";

    /**
     * A timer.
     *
     * @param seconds all its times together
     * @param times how many there were
     */
    record Stage(double seconds, double times) {

        Stage plus(Stage other) {
            return new Stage(seconds + other.seconds, times + other.times);
        }

        Stage minus(Stage other) {
            return new Stage(seconds - other.seconds, times - other.times);
        }
    }

    private Stages() {}

    static Map<String, Stage> of(URI service) throws IOException, InterruptedException {
        HttpRequest question =
                HttpRequest.newBuilder(service.resolve("/q/metrics")).build();
        return read(HttpClient.newHttpClient()
                .send(question, HttpResponse.BodyHandlers.ofString())
                .body());
    }

    /** The timers among the metrics of a service, in the text format of Prometheus. */
    static Map<String, Stage> read(String metrics) {
        Map<String, Stage> stages = new TreeMap<>();
        metrics.lines().filter(line -> line.startsWith(PREFIX)).forEach(line -> {
            int end = line.indexOf('{') < 0 ? line.indexOf(' ') : line.indexOf('{');
            String name = line.substring(0, end);
            String tags = tags(line.substring(end, line.lastIndexOf(' ')));
            double value = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
            if (name.endsWith(SUM)) {
                stages.merge(stage(name, SUM) + tags, new Stage(value, 0), Stage::plus);
            } else if (name.endsWith(COUNT)) {
                stages.merge(stage(name, COUNT) + tags, new Stage(0, value), Stage::plus);
            }
        });
        return stages;
    }

    /** The values of the tags, without their names. */
    private static String tags(String braces) {
        StringBuilder values = new StringBuilder();
        String[] parts = braces.split("\"");
        for (int i = 1; i < parts.length; i += 2) {
            values.append(": ").append(parts[i]);
        }
        return values.toString();
    }

    private static String stage(String name, String ending) {
        return name.substring(PREFIX.length(), name.length() - ending.length()).replace('_', ' ');
    }
}
