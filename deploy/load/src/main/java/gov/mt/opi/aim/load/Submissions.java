package gov.mt.opi.aim.load;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.generator.Expectation;
import gov.mt.opi.aim.local.Api;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The submissions of one load: sent several at a time, followed to the end, and held against what must become of them. */
final class Submissions {

    private static final int PAGE = 500;

    private final Api api;
    /** Files by the id of their submission. */
    private final Map<String, Path> sent = new ConcurrentHashMap<>();

    Submissions(Api api) {
        this.api = api;
    }

    /** Sends all files; returns when the last is acknowledged. */
    void send(List<Path> files, int atATime) throws IOException, InterruptedException {
        ExecutorService senders = Executors.newFixedThreadPool(atATime);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (Path file : files) {
                all.add(senders.submit(() -> {
                    send(file);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a file could not be sent", e.getCause());
        } finally {
            senders.shutdownNow();
        }
    }

    /** Sends one file. @return the id of its submission */
    String send(Path file) throws IOException, InterruptedException {
        Api.Answer answer = api.submit(file.getFileName().toString(), Files.readAllBytes(file), "&adoptStateIds=true");
        if (answer.status() != 202) {
            throw new IOException("intake answered " + answer.status() + " to " + file.getFileName());
        }
        String id = answer.body().path("id").asText();
        sent.put(id, file);
        return id;
    }

    List<String> ids() {
        return List.copyOf(sent.keySet());
    }

    /** How many of all submissions ever sent are completed. */
    static int completed(Api api) throws IOException, InterruptedException {
        return api.get(Service.INTAKE, "/api/v1/submissions?status=COMPLETED&size=1")
                .path("total")
                .asInt();
    }

    JsonNode get(String id) throws IOException, InterruptedException {
        return api.get(Service.INTAKE, "/api/v1/submissions/" + id);
    }

    /** @throws WrongCount when an outcome is not what must become of a line */
    void check(StateFiles state) throws IOException, InterruptedException {
        List<String> differences = new ArrayList<>();
        int found = 0;
        // The newest come first.
        for (int page = 0; found < sent.size(); page++) {
            JsonNode items = api.get(Service.INTAKE, "/api/v1/submissions?size=" + PAGE + "&page=" + page)
                    .path("items");
            if (items.isEmpty()) {
                throw new WrongCount("submissions", List.of(found + " are listed, " + sent.size() + " were sent"));
            }
            for (JsonNode item : items) {
                Path file = sent.get(item.path("id").asText());
                if (file != null) {
                    found++;
                    compare(item, state.expected(file), differences);
                }
            }
        }
        if (!differences.isEmpty()) {
            throw new WrongCount("outcomes of files", differences);
        }
    }

    static void compare(JsonNode submission, Expectation.Sent must, List<String> differences) {
        JsonNode records = submission.path("records");
        int accepted = records.path("accepted").asInt();
        int unchanged = records.path("unchanged").asInt();
        int stale = records.path("stale").asInt();
        boolean right = submission.path("status").asText().equals("COMPLETED")
                && records.path("total").asInt() == must.records()
                && records.path("rejected").asInt() == must.rejected()
                && accepted >= must.accepted()
                && unchanged >= must.unchanged()
                && accepted + unchanged + stale == must.records() - must.rejected();
        if (!right) {
            differences.add(submission.path("fileName").asText() + " is "
                    + submission.path("status").asText() + " with " + records + ", but expected was " + must);
        }
    }
}
