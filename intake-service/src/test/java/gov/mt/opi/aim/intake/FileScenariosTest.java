package gov.mt.opi.aim.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.intake.file.FileFolder;
import gov.mt.opi.aim.intake.file.FileLimits;
import gov.mt.opi.aim.intake.publishing.Publishing;
import gov.mt.opi.aim.intake.publishing.PublishingScene;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the files of {@code scenarios/files.txt} through receipt and compares what is found. */
class FileScenariosTest {

    private static final Set<String> REGISTERED = Set.of("63", "1184", "9999");
    private static final FileLimits LIMITS = new FileLimits(150, 5, OptionalInt.of(365));
    /** Rules that are about other submissions or callers; the tests of the running service show them. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "FILE-008", "refusesAFileOfAnotherDistrict",
            "FILE-016", "answersTheSameBytesWithTheEarlierSubmission",
            "FILE-019", "publishesTheFilesOfADistrictInTheOrderOfReceipt");

    private static final String GOOD_FOR = "good for ";

    @TempDir
    Path folder;

    /** A file, and what is found in it: rules, and words that some hint must hold, or the rules that it is good for. */
    record Scenario(
            String name, String content, LocalDate received, Set<String> expected, String hint, Set<String> goodFor) {}

    @ParameterizedTest
    @MethodSource("scenarios")
    void findsWhatIsWrongWithTheFile(Scenario scenario) throws Exception {
        Arrival arrival = receive(scenario);

        assertThat(found(arrival)).isEqualTo(scenario.expected());
        assertThat(arrival.findings().stream().map(Finding::hint).collect(Collectors.joining(" ")))
                .contains(scenario.hint());
    }

    @Test
    void everyRuleOfIntakeHasAFileThatBreaksIt() throws IOException {
        Set<String> shown = new HashSet<>(ELSEWHERE.keySet());
        scenarios()
                .forEach(scenario -> scenario.expected().forEach(expected -> shown.add(expected.replace("info ", ""))));

        assertThat(rules().filter(rule -> !shown.contains(rule)))
                .as("rules of intake that no file of scenarios/files.txt breaks; add one that does. When its scenario"
                        + " fails, the rule has no enforcer yet")
                .isEmpty();
    }

    @Test
    void everyRuleOfIntakeHasAFileThatJustKeepsIt() throws IOException {
        Set<String> shown = new HashSet<>(ELSEWHERE.keySet());
        scenarios().forEach(scenario -> shown.addAll(scenario.goodFor()));

        assertThat(rules().filter(rule -> !shown.contains(rule)))
                .as(
                        "rules of intake without a good file in scenarios/files.txt; add one and name them behind `good for`")
                .isEmpty();
    }

    @Test
    void aGoodFileKeepsTheRulesThatItIsGoodFor() throws IOException {
        assertThat(scenarios().filter(scenario -> scenario.goodFor().stream()
                        .anyMatch(rule -> scenario.expected().contains(rule)
                                || scenario.expected().contains("info " + rule))))
                .isEmpty();
    }

    @Test
    void rulesAboutOtherSubmissionsAndCallersAreShownByTheRunningService() {
        Set<String> tests = Arrays.stream(ReceiptServiceTest.class.getDeclaredMethods())
                .map(Method::getName)
                .collect(Collectors.toSet());

        assertThat(tests)
                .as(
                        "tests of ReceiptServiceTest that show FILE-008, FILE-016 and FILE-019; name them anew in ELSEWHERE")
                .containsAll(ELSEWHERE.values());
    }

    private static Stream<String> rules() {
        return RuleCatalogue.all().stream()
                .filter(rule -> rule.service().equals("intake") && rule.stage() == 1)
                .map(Rule::id);
    }

    private Arrival receive(Scenario scenario) throws IOException {
        Clock noon = Clock.fixed(
                scenario.received()
                        .atTime(12, 0)
                        .atZone(ZoneId.of("America/Denver"))
                        .toInstant(),
                ZoneId.of("UTC"));
        FileFolder files = new FileFolder(folder, "1", LIMITS.sizeBytesMax(), 0);
        files.open();
        RememberedArrivals submissions = new RememberedArrivals();
        Publishing publishing = PublishingScene.idle(files);
        Intake intake = new Intake(
                files,
                new FileExamination(LIMITS, REGISTERED::contains, noon),
                submissions,
                outcomes -> {
                    throw new IllegalStateException("no outcomes here");
                },
                publishing);
        Offer offer = new Offer(
                scenario.name(),
                Mode.SUBMIT,
                false,
                false,
                OptionalInt.empty(),
                "opi",
                Optional.empty(),
                Optional.empty());
        intake.receive(offer, new ByteArrayInputStream(bytes(scenario.content())));
        return submissions.last();
    }

    private static Set<String> found(Arrival arrival) {
        Set<String> found = new TreeSet<>();
        arrival.findings().forEach(finding -> found.add(finding.ruleId()));
        if (!arrival.isRefused()) {
            arrival.survey().info().keySet().forEach(rule -> found.add("info " + rule));
        }
        return found;
    }

    static Stream<Scenario> scenarios() throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        LocalDate received = LocalDate.of(2007, 3, 20);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                FileScenariosTest.class.getResourceAsStream("/scenarios/files.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("=")) {
                    received = LocalDate.parse(line.substring(1).trim());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    String[] part = line.split("\\|");
                    String more = part.length > 3 ? part[3].trim() : "";
                    boolean good = more.startsWith(GOOD_FOR);
                    scenarios.add(new Scenario(
                            part[0].trim(),
                            part[1].trim(),
                            received,
                            expected(part[2].trim()),
                            good ? "" : more,
                            good ? Set.of(more.substring(GOOD_FOR.length()).split(" ")) : Set.of()));
                }
            }
        }
        return scenarios.stream();
    }

    private static Set<String> expected(String text) {
        if (text.equals("none")) {
            return Set.of();
        }
        return text.startsWith("info ") ? Set.of(text) : new TreeSet<>(Arrays.asList(text.split(" ")));
    }

    /** The bytes that a scenario's notation stands for. Blanks beside H, R and line ends only separate. */
    private static byte[] bytes(String content) {
        String text = (" " + content + " ")
                .replace(" H ", " HD<T>03/15/2007<T>16:00:00<T>MT1.3<CR><LF> ")
                .replace(" R ", " SD<T>63<T>x ")
                .replace(" R ", " SD<T>63<T>x ")
                .replaceAll("(?<=[>x]) +(?=SD<|<|HD<)", "")
                .trim();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            int end = text.charAt(i) == '<' ? text.indexOf('>', i) : -1;
            if (end < 0) {
                bytes.write(text.charAt(i));
                continue;
            }
            String code = text.substring(i + 1, end);
            bytes.write(
                    switch (code) {
                        case "T" -> '\t';
                        case "CR" -> '\r';
                        case "LF" -> '\n';
                        default -> Integer.parseInt(code, 16);
                    });
            i = end;
        }
        return bytes.toByteArray();
    }
}
