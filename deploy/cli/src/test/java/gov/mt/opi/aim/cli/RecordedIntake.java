package gov.mt.opi.aim.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An HTTP server with answers as the intake service gives them, by path; of several answers for one path each is given once
 * and the last one ever after. A path without an answer is unknown.
 */
final class RecordedIntake implements AutoCloseable {

    static final String ID = "01a20054-c8df-743c-87fa-9737f09cc35a";
    static final String SUBMISSIONS = "/api/v1/submissions";
    static final String SUBMISSION = SUBMISSIONS + "/" + ID;

    private record Answer(int status, String type, String body, Map<String, String> headers) {}

    /** A request as it came; the address with its query. */
    record Request(String method, String address, String authorization, String accept, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    RecordedIntake() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        // What is asked before a file is sent.
        on("GET", SUBMISSIONS, 200, "{\"items\":[" + submission("COMPLETED", 2, 0, 2, 0) + "],\"total\":1}");
    }

    /** A submission of two or more SD lines. */
    static String submission(String status, long total, long pending, long accepted, long rejected) {
        String counts =
                "{\"total\":%d,\"pending\":%d,\"accepted\":%d,\"unchanged\":0,\"rejected\":%d,\"held\":0,\"stale\":0}"
                        .formatted(total, pending, accepted, rejected);
        return ("{\"id\":\"%s\",\"districtNumber\":\"63\",\"fileName\":\"63_03152007.tsv\",\"mode\":\"submit\","
                        + "\"duplicate\":false,\"receivedAt\":\"2026-11-21T22:58:10Z\",\"receivedBy\":\"district-63\","
                        + "\"status\":\"%s\",\"records\":%s,\"recordsByType\":{\"SD\":%s,\"EN\":{\"total\":0}},"
                        + "\"findings\":{\"fatal\":0,\"error\":%d,\"warning\":0,\"info\":3}}")
                .formatted(ID, status, counts, counts, rejected);
    }

    static String refusal() {
        return "{\"type\":\"urn:aim:problem:file-refused\",\"title\":\"The file cannot be taken\",\"status\":422,"
                + "\"detail\":\"The file was not taken: The first line is not the header.\",\"submissionId\":\"" + ID
                + "\",\"findings\":[{\"ruleId\":\"HDR-001\",\"severity\":\"FATAL\",\"line\":1,\"recordType\":null,"
                + "\"fieldNumber\":null,\"fieldName\":null,\"value\":\"\",\"message\":\"The first line is not the header.\","
                + "\"hint\":\"Begin the file with an HD line.\",\"specSection\":\"2.2\"}]}";
    }

    static String finding(int line) {
        return ("{\"ruleId\":\"SD-103\",\"severity\":\"ERROR\",\"line\":%d,\"recordType\":\"SD\",\"fieldNumber\":10,"
                        + "\"fieldName\":\"Birth Date\",\"value\":\"3/4/1996\",\"message\":"
                        + "\"Birth Date `3/4/1996` is not written MM/DD/YYYY.\",\"hint\":\"Write two digits.\","
                        + "\"specSection\":\"2.3\"}")
                .formatted(line);
    }

    static String summary() {
        return "{\"items\":[{\"ruleId\":\"SD-103\",\"severity\":\"ERROR\",\"count\":1,"
                + "\"message\":\"Birth Date is not written MM/DD/YYYY.\",\"firstLines\":[3]}],"
                + "\"page\":0,\"size\":1000,\"total\":1}";
    }

    /** An answer in JSON; a problem document when its status says so. */
    RecordedIntake on(String method, String path, int status, String body) {
        return on(method, path, status, status < 400 ? "application/json" : "application/problem+json", body);
    }

    RecordedIntake on(String method, String path, int status, String type, String body) {
        return on(method, path, new Answer(status, type, body, Map.of()));
    }

    /** An answer that says when to ask again. */
    RecordedIntake onAway(String method, String path, int status) {
        return on(method, path, new Answer(status, "text/plain", "away", Map.of("Retry-After", "0")));
    }

    private RecordedIntake on(String method, String path, Answer answer) {
        answers.computeIfAbsent(method + " " + path, key -> new ArrayDeque<>()).add(answer);
        return this;
    }

    /** Forgets the answers for a path. */
    RecordedIntake forget(String method, String path) {
        answers.remove(method + " " + path);
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The addresses of the requests of a method, with their queries. */
    List<String> addresses(String method) {
        return requests().stream()
                .filter(request -> request.method().equals(method))
                .map(Request::address)
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Accept"),
                body));
        Deque<Answer> known = answers.get(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        Answer answer = known == null
                ? new Answer(
                        404, "application/problem+json", "{\"detail\":\"There is nothing at this address.\"}", Map.of())
                : known.size() > 1 ? known.poll() : known.peek();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
