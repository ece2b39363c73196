package gov.mt.opi.aim.local;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.local.sample.Membership;
import gov.mt.opi.aim.local.sample.Montana;
import gov.mt.opi.aim.local.sample.SampleFile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Loads the made-up Montana the way people would, waits until every line has its outcome, and holds it against what was expected. */
public final class SampleLoad {

    private static final Duration FILE_WAIT = Duration.ofMinutes(3);
    private static final Duration COUNT_WAIT = Duration.ofSeconds(30);

    private final RunningAim aim;
    private final Consumer<String> progress;
    private final Montana montana = new Montana();
    private final List<SampleResult.File> results = new ArrayList<>();

    /** @param progress is told what is being done, a line for each step */
    public SampleLoad(RunningAim aim, Consumer<String> progress) {
        this.aim = aim;
        this.progress = progress;
    }

    /** @throws FailedPart when a service refuses what it must take, or does not come to an end */
    public SampleResult load() throws IOException, InterruptedException {
        progress.accept("loading the sample registry: districts, schools, calendars");
        for (String part : Montana.REGISTRY) {
            aim.as("opi").loadRegistry(part, Montana.registry(part));
        }
        send(montana.firstFiles());
        send(List.of(montana.demographicsWithoutIds()));
        String withIds = results.get(results.size() - 1).id();
        send(List.of(montana.everythingElse(stateIds(withIds))));
        return new SampleResult(results, counted(), montana.membership());
    }

    private void send(List<SampleFile> files) throws IOException, InterruptedException {
        int first = results.size();
        for (SampleFile file : files) {
            progress.accept("sending " + file.fileName() + " as " + file.sender());
            results.add(new SampleResult.File(file, receive(file)));
        }
        for (int n = first; n < results.size(); n++) {
            results.set(n, completed(results.get(n)));
        }
    }

    /** @return the submission as intake answers it */
    private JsonNode receive(SampleFile file) throws IOException, InterruptedException {
        Api.Answer answer = aim.as(file.sender())
                .submit(file.fileName(), file.bytes(), file.adoptStateIds() ? "&adoptStateIds=true" : "");
        if (answer.status() == 422 && file.refused()) {
            return aim.as(file.sender())
                    .get(
                            Service.INTAKE,
                            "/api/v1/submissions/"
                                    + answer.body().path("submissionId").asText());
        }
        if (answer.status() != 202 && answer.status() != 200) {
            throw new FailedPart(
                    Service.INTAKE.module(),
                    "answered " + answer.status() + " to " + file.fileName() + ": " + answer.body());
        }
        return answer.body();
    }

    private SampleResult.File completed(SampleResult.File sent) throws IOException, InterruptedException {
        Api api = aim.as(sent.file().sender());
        String path = "/api/v1/submissions/" + sent.id();
        long deadline = System.nanoTime() + FILE_WAIT.toNanos();
        JsonNode submission = api.get(Service.INTAKE, path);
        while (!List.of("COMPLETED", "REFUSED", "FAILED")
                .contains(submission.path("status").asText())) {
            aim.requireAlive();
            if (System.nanoTime() > deadline) {
                throw new FailedPart(
                        sent.file().fileName(),
                        "still waits for " + submission.path("records").path("pending") + " outcomes after "
                                + FILE_WAIT.toMinutes() + " minutes (submission " + sent.id() + ")");
            }
            Thread.sleep(200);
            submission = api.get(Service.INTAKE, path);
        }
        boolean duplicate = sent.submission().path("duplicate").asBoolean();
        return new SampleResult.File(
                sent.file(), submission, items(api.get(Service.INTAKE, path + "/findings/summary")), duplicate);
    }

    private Map<String, String> stateIds(String submission) throws IOException, InterruptedException {
        progress.accept("asking for the State IDs of district 1184");
        Map<String, String> ids = new HashMap<>();
        for (JsonNode row : items(
                aim.as("district-1184").get(Service.INTAKE, "/api/v1/submissions/" + submission + "/state-ids"))) {
            ids.put(row.path("localId").asText(), row.path("stateId").asText());
        }
        for (String localId : montana.localIds()) {
            if (ids.getOrDefault(localId, "").isEmpty()) {
                throw new FailedPart(
                        Service.STATE_STORE.module(),
                        "gave no State ID to local ID " + localId + " of submission " + submission);
            }
        }
        return ids;
    }

    /** The membership, once reporting has read all of the view; what it says after half a minute in any case. */
    private SortedMap<String, Integer> counted() throws IOException, InterruptedException {
        progress.accept("counting the members of " + Montana.TEST_DAY);
        long deadline = System.nanoTime() + COUNT_WAIT.toNanos();
        SortedMap<String, Integer> counts = counts();
        while (!counts.equals(montana.membership().byDistrictAndGrade()) && System.nanoTime() < deadline) {
            aim.requireAlive();
            Thread.sleep(200);
            counts = counts();
        }
        return counts;
    }

    private SortedMap<String, Integer> counts() throws IOException, InterruptedException {
        JsonNode answer = aim.as("opi")
                .get(Service.REPORTING, "/api/v1/membership?on=" + Montana.TEST_DAY + "&by=district,grade");
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (JsonNode row : answer.path("rows")) {
            counts.put(
                    Membership.key(
                            row.path("district").asText(), row.path("grade").asText()),
                    row.path("students").asInt());
        }
        return counts;
    }

    /** The items of a list, whether it comes as a page or bare. */
    private static JsonNode items(JsonNode list) {
        return list.isArray() ? list : list.path("items");
    }
}
