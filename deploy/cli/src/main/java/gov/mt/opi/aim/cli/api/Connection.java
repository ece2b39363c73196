package gov.mt.opi.aim.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/** Requests to one address as one caller, tried again while the service is away. */
final class Connection {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT_TIME = Duration.ofSeconds(10);
    private static final Duration RETRY_AFTER_MAX = Duration.ofSeconds(60);

    /** When a request that brought no answer is sent again. */
    enum Repeat {
        /** Asking twice is like asking once. */
        ALWAYS(Set.of(429, 500, 502, 503, 504)),
        /** As before, but what the service failed at is not tried again, because it is much work. */
        UNLESS_IT_FAILED(Set.of(429, 502, 503, 504)),
        /** Twice is not like once: only when the first one surely was not taken. */
        ONLY_IF_NOT_TAKEN(Set.of(429, 503));

        private final Set<Integer> statuses;

        Repeat(Set<Integer> statuses) {
            this.statuses = statuses;
        }
    }

    /** Reads an answer while the connection can still break. */
    @FunctionalInterface
    interface Reading<T> {
        T read(HttpResponse<InputStream> response) throws IOException;
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIME)
            .followRedirects(HttpClient.Redirect.NEVER) // a password goes nowhere but to the address that was given
            .build();

    private final URI url;
    private final Credentials credentials;
    private final Duration patience;
    private final Consumer<String> notes;

    Connection(URI url, Credentials credentials, Duration patience, Consumer<String> notes) {
        this.url = url;
        this.credentials = credentials;
        this.patience = patience;
        this.notes = notes;
    }

    /** @param path begins with a slash; follows the path of the address, if that has one */
    HttpRequest.Builder request(String path, String accept) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", credentials.header())
                .header("Accept", accept);
    }

    /**
     * Sends a request and reads its answer, whatever its status.
     *
     * @throws CallFailure when there is no answer, or none but that the service is away, and the patience is at its end
     */
    <T> T exchange(HttpRequest request, Repeat repeat, Reading<T> reading) {
        Patience time = new Patience(patience, notes);
        while (true) {
            Optional<Duration> asked = Optional.empty();
            CallFailure failure;
            try {
                HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
                if (!repeat.statuses.contains(response.statusCode())) {
                    return reading.read(response);
                }
                asked = retryAfter(response);
                failure = failure(response);
            } catch (ConnectException | HttpConnectTimeoutException notReached) {
                if (causedBy(notReached, UnresolvedAddressException.class)) {
                    throw CallFailure.notAvailable("There is no machine named " + url.getHost() + ". Check --url.");
                }
                failure = CallFailure.notAvailable("Nothing answers at " + url + ".");
            } catch (SSLException notTrusted) {
                throw CallFailure.notAvailable(
                        "There is no safe connection to " + url + ": " + notTrusted.getMessage());
            } catch (IOException lost) {
                failure = CallFailure.notAvailable(
                        lost instanceof HttpTimeoutException
                                ? url + " does not answer in time."
                                : "The connection to " + url + " broke.");
                if (repeat == Repeat.ONLY_IF_NOT_TAKEN) {
                    throw failure;
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw CallFailure.notAvailable("Stopped while waiting for an answer.");
            }
            time.pause(failure, asked);
        }
    }

    /** The JSON of an answer that is good; its body is read and closed. */
    JsonNode json(HttpResponse<InputStream> response) throws IOException {
        if (response.statusCode() >= 300) {
            throw failure(response);
        }
        return document(response)
                .orElseThrow(() ->
                        CallFailure.notAvailable("What answers at " + url + " is not AIM's intake. Check --url."));
    }

    /** Why an answer is not what was asked for; its body is read and closed. */
    CallFailure failure(HttpResponse<InputStream> response) throws IOException {
        int status = response.statusCode();
        Optional<JsonNode> problem = document(response).filter(JsonNode::isObject);
        CallFailure failure = failure(status, problem, response);
        return problem.map(failure::with).orElse(failure);
    }

    private CallFailure failure(int status, Optional<JsonNode> problem, HttpResponse<InputStream> response) {
        String detail = problem.map(document -> document.path("detail").asText())
                .filter(text -> !text.isBlank())
                .orElse(url + " answered " + status + ".");
        if (status < 400) {
            return CallFailure.askedWrong(url + " has moved to "
                    + response.headers().firstValue("Location").orElse("an address that it does not say")
                    + ". Check --url.");
        }
        if (status == 404 && response.uri().getPath().endsWith(Intake.SUBMISSIONS)) {
            return CallFailure.askedWrong("What answers at " + url + " is not AIM's intake. Check --url.");
        }
        if (status == 401) {
            return CallFailure.askedWrong(credentials.refusal());
        }
        return status >= 500 || status == 429
                ? CallFailure.notAvailable(status == 503 ? url + " is not ready." : detail)
                : CallFailure.askedWrong(detail);
    }

    /** The body as JSON, if it is some. */
    Optional<JsonNode> document(HttpResponse<InputStream> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        try (InputStream body = response.body()) {
            return type.contains("json") ? Optional.ofNullable(JSON.readTree(body)) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .filter(time -> time.compareTo(RETRY_AFTER_MAX) <= 0);
    }

    private static boolean causedBy(Throwable thrown, Class<? extends Throwable> cause) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (cause.isInstance(t)) {
                return true;
            }
        }
        return false;
    }
}
