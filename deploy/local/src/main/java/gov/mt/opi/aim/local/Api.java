package gov.mt.opi.aim.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Function;

/** The HTTP calls of one user, the way any program of a district would make them. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Function<Service, URI> address;
    private final String authorization;

    /** @param user a local user, whose password is its name */
    Api(Function<Service, URI> address, String user) {
        this.address = address;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An answer of a service.
     *
     * @param body the JSON of the answer; a missing node when it is none
     */
    public record Answer(int status, JsonNode body) {}

    /**
     * Sends a file.
     *
     * @param options more query parameters, such as {@code &adoptStateIds=true}, or empty
     */
    public Answer submit(String fileName, byte[] content, String options) throws IOException, InterruptedException {
        return send(request(Service.INTAKE, "/api/v1/submissions?fileName=" + encoded(fileName) + options)
                .header("Content-Type", "text/tab-separated-values")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    /** Loads a part of the registry: {@code districts}, {@code schools} or {@code calendars}. */
    public void loadRegistry(String part, byte[] csv) throws IOException, InterruptedException {
        Answer answer = send(request(Service.STATE_STORE, "/api/v1/registry/" + part)
                .header("Content-Type", "text/csv")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(csv)));
        require(answer, 200, 204, Service.STATE_STORE, "the registry's " + part);
    }

    /** @return the JSON of a resource; @throws IOException when the answer is not 200 */
    public JsonNode get(Service service, String path) throws IOException, InterruptedException {
        Answer answer = send(request(service, path).GET());
        require(answer, 200, 200, service, path);
        return answer.body();
    }

    /** Asks for something to be done. */
    public Answer post(Service service, String path) throws IOException, InterruptedException {
        return send(request(service, path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Asks for something to be done, and says what in a JSON body. */
    public Answer post(Service service, String path, Object body) throws IOException, InterruptedException {
        return send(request(service, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(address.apply(service).resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Accept", "application/json");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.statusCode(), JSON.readTree(type.contains("json") ? response.body() : new byte[0]));
    }

    private static void require(Answer answer, int good, int orGood, Service service, String what) throws FailedPart {
        if (answer.status() != good && answer.status() != orGood) {
            throw new FailedPart(
                    service.module(), "answered " + answer.status() + " for " + what + ": " + answer.body());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
