package gov.mt.opi.aim.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.cli.api.Connection.Repeat;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** The calls of the intake service. Every one throws {@link CallFailure} when it brings no answer to work with. */
public final class Intake {

    /** Most items of a page that the service gives. */
    public static final int PAGE_SIZE = 1000;

    /** Path of all submissions. */
    static final String SUBMISSIONS = "/api/v1/submissions";

    private static final String JSON = "application/json";
    private static final Duration ANSWER_TIME = Duration.ofSeconds(60);

    private final Connection connection;
    private final Duration uploadTime;

    /**
     * @param url address of the intake service or of what stands before it, without a slash at its end
     * @param uploadTime longest time that sending a file may take; a minute at least
     * @param patience how long a call is tried again while the service is away
     * @param notes is told when there is something to wait for
     */
    public Intake(URI url, Credentials credentials, Duration uploadTime, Duration patience, Consumer<String> notes) {
        this.connection = new Connection(url, credentials, patience, notes);
        this.uploadTime = uploadTime.compareTo(ANSWER_TIME) > 0 ? uploadTime : ANSWER_TIME;
    }

    /**
     * Sends a file. That the caller is known is asked first: a service that has to refuse a caller in the middle of a big
     * file can only cut the connection. Sending twice after trouble is safe because AIM knows the bytes again; when they
     * are to be processed again on purpose, it is done only if the first try surely was not taken.
     *
     * @throws FileNotFoundException when there is no such file
     */
    public Sent send(Upload upload) throws FileNotFoundException {
        newest(1);
        Query query = new Query()
                .with("fileName", upload.fileName())
                .with("mode", upload.validate() ? Optional.of("validate") : Optional.empty())
                .with("again", upload.again() ? Optional.of("true") : Optional.empty())
                .with("adoptStateIds", upload.adoptStateIds() ? Optional.of("true") : Optional.empty());
        upload.expectedRecords().ifPresent(count -> query.with("expectedRecords", String.valueOf(count)));
        HttpRequest request = connection
                .request(SUBMISSIONS + query, JSON)
                .timeout(uploadTime)
                .header("Content-Type", "text/tab-separated-values")
                .POST(new CountedBody(upload.file(), upload.sent()))
                .build();
        return connection.exchange(
                request, upload.again() ? Repeat.ONLY_IF_NOT_TAKEN : Repeat.UNLESS_IT_FAILED, this::sent);
    }

    public Submission submission(String id) {
        return new Submission(json(of(id)));
    }

    /** A page of the newest submissions that the caller may see, newest first. */
    public JsonNode newest(int count) {
        return json(SUBMISSIONS + new Query().with("size", String.valueOf(count)));
    }

    /** How often which rule spoke, in the order in which it pays to mend. */
    public List<JsonNode> summary(String id) {
        return items(json(of(id) + "/findings/summary?order=mend&size=" + PAGE_SIZE));
    }

    /** A page of findings, by line. */
    public JsonNode findings(String id, FindingFilter filter, int page, int size) {
        return json(of(id) + "/findings"
                + query(filter).with("page", String.valueOf(page)).with("size", String.valueOf(size)));
    }

    /** A page of the State IDs of SD lines. */
    public JsonNode stateIds(String id, int page) {
        return json(of(id) + "/state-ids?page=" + page + "&size=" + PAGE_SIZE);
    }

    /** What happened to the submission, oldest first. */
    public List<JsonNode> history(String id) {
        JsonNode answer = json(of(id) + "/history");
        return answer.isArray() ? listed(answer) : items(answer);
    }

    /** Has the kept file checked once more under the rules of today. */
    public Submission replay(String id) {
        HttpRequest request = connection
                .request(of(id) + "/replay", JSON)
                .timeout(ANSWER_TIME)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return new Submission(connection.exchange(request, Repeat.ONLY_IF_NOT_TAKEN, connection::json));
    }

    /** Writes all findings, as {@code text/csv} or {@code text/tab-separated-values}. */
    public void downloadFindings(String id, FindingFilter filter, String mediaType, OutputStream to)
            throws IOException {
        download(of(id) + "/findings" + query(filter), mediaType, to);
    }

    /** Writes the State ID of every SD line, tab separated. */
    public void downloadStateIds(String id, OutputStream to) throws IOException {
        download(of(id) + "/state-ids", "text/tab-separated-values", to);
    }

    /**
     * Writes the rejected lines, tab separated.
     *
     * @param ready true for a file to mend and send: with the header line, without what was wrong
     */
    public void downloadRejected(String id, boolean ready, OutputStream to) throws IOException {
        download(
                of(id) + "/rejected-records" + (ready ? "?forResubmission=true" : ""), "text/tab-separated-values", to);
    }

    /** The items of a page. */
    public static List<JsonNode> items(JsonNode page) {
        return listed(page.path("items"));
    }

    private Sent sent(HttpResponse<InputStream> response) throws IOException {
        int status = response.statusCode();
        if (status != 403 && status != 422) {
            return new Sent.Taken(new Submission(connection.json(response)));
        }
        CallFailure failure = connection.failure(response);
        return new Sent.Refused(failure.problem()
                .filter(problem -> status == 422 || problem.path("findings").isArray())
                .orElseThrow(() -> failure));
    }

    private JsonNode json(String path) {
        HttpRequest request =
                connection.request(path, JSON).timeout(ANSWER_TIME).GET().build();
        return connection.exchange(request, Repeat.ALWAYS, connection::json);
    }

    /** What has begun to arrive is not asked for again: a part of it may have been written already. */
    private void download(String path, String mediaType, OutputStream to) throws IOException {
        HttpRequest request = connection
                .request(path, mediaType + ", application/problem+json;q=0.1")
                .timeout(ANSWER_TIME)
                .GET()
                .build();
        HttpResponse<InputStream> response = connection.exchange(request, Repeat.ALWAYS, answer -> answer);
        if (response.statusCode() >= 300) {
            throw connection.failure(response);
        }
        try (InputStream body = response.body()) {
            copy(body, to);
        }
        to.flush();
    }

    private static void copy(InputStream body, OutputStream to) throws IOException {
        byte[] part = new byte[64 * 1024];
        while (true) {
            int length;
            try {
                length = body.read(part);
            } catch (IOException cut) {
                throw CallFailure.notAvailable("The connection broke before everything had arrived. Ask again.");
            }
            if (length < 0) {
                return;
            }
            to.write(part, 0, length);
        }
    }

    private static Query query(FindingFilter filter) {
        return new Query()
                .with("severity", filter.severity())
                .with("ruleId", filter.ruleId())
                .with("recordType", filter.recordType());
    }

    private static String of(String id) {
        return SUBMISSIONS + "/" + encoded(id);
    }

    private static List<JsonNode> listed(JsonNode array) {
        Iterator<JsonNode> items = array.elements();
        Iterable<JsonNode> all = () -> items;
        return StreamSupport.stream(all.spliterator(), false).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The query of an address. */
    private static final class Query {

        private final StringJoiner parts = new StringJoiner("&", "?", "").setEmptyValue("");

        Query with(String name, String value) {
            parts.add(name + "=" + encoded(value));
            return this;
        }

        Query with(String name, Optional<String> value) {
            value.ifPresent(text -> with(name, text));
            return this;
        }

        @Override
        public String toString() {
            return parts.toString();
        }
    }
}
