package gov.mt.opi.aim.lunchregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.mt.opi.aim.backing.BackingServers;
import gov.mt.opi.aim.backing.TopicProbe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register through a real broker. Each test has a school of its own, because all share the topics. */
class LunchRegisterTest {

    private static BackingServers servers;
    private static TopicProbe topics;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        servers = BackingServers.forTests();
        topics = new TopicProbe(servers.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        topics.close();
        servers.close();
    }

    @Test
    void whoEatsFreeOrAtAReducedPriceIsInTheRegister() throws IOException {
        enrolled("Doe", "701", "", "F");
        enrolled("Roe", "701", "", "R");
        enrolled("Poe", "701", "", "N");
        assertThat(register("701"))
                .containsExactly("63,701,500000701,Doe,Jane,F,2006-08-28", "63,701,500000701,Roe,Jane,R,2006-08-28");
    }

    @Test
    void whoLeftIsNotInIt() throws IOException {
        enrolled("Doe", "702", "2007-03-13", "F");
        enrolled("Roe", "702", "2007-03-12", "F");
        assertThat(register("702")).containsExactly("63,702,500000702,Doe,Jane,F,2006-08-28");
    }

    @Test
    void aSecondaryEnrollmentIsNoSecondLine() throws IOException {
        UUID student = UUID.randomUUID();
        student(student, "Doe", "710", 1);
        program(UUID.randomUUID(), student, "710", "F", 1);
        state(
                "aim.state.enrollment.v1",
                UUID.randomUUID(),
                student,
                "710",
                1,
                place("710") + ",\"startDate\":\"2006-08-28\",\"serviceType\":\"S\"");
        assertThat(register("710")).isEmpty();
    }

    @Test
    void theGreatestVersionHolds() throws IOException {
        UUID student = UUID.randomUUID();
        UUID program = UUID.randomUUID();
        student(student, "Doe", "703", 1);
        enrollment(UUID.randomUUID(), student, "703", "", 1);
        program(program, student, "703", "F", 1);
        program(program, student, "703", "N", 3);
        program(program, student, "703", "R", 2);
        assertThat(register("703")).isEmpty();
    }

    @Test
    void whatIsGoneIsForgotten() throws IOException {
        UUID student = UUID.randomUUID();
        UUID enrollment = UUID.randomUUID();
        student(student, "Doe", "704", 1);
        enrollment(enrollment, student, "704", "", 1);
        program(UUID.randomUUID(), student, "704", "F", 1);
        assertThat(register("704")).hasSize(1);
        topics.send("aim.state.enrollment.v1", enrollment.toString(), (byte[]) null);
        assertThat(register("704")).isEmpty();
    }

    @Test
    void anEnrollmentThatCameBeforeItsStudentWaitsForIt() throws IOException {
        UUID student = UUID.randomUUID();
        program(UUID.randomUUID(), student, "705", "F", 1);
        enrollment(UUID.randomUUID(), student, "705", "", 1);
        assertThat(register("705")).isEmpty();
        student(student, "Doe", "705", 1);
        assertThat(register("705")).hasSize(1);
    }

    @Test
    void fieldsThatItDoesNotKnowAreNoTrouble() throws IOException {
        UUID student = UUID.randomUUID();
        student(student, "Doe", "706", 1);
        program(UUID.randomUUID(), student, "706", "F", 1);
        state(
                "aim.state.enrollment.v1",
                UUID.randomUUID(),
                student,
                "706",
                1,
                "\"schoolNumber\":\"706\",\"calendarNumber\":\"101\",\"year\":2007,\"startDate\":\"2006-08-28\","
                        + "\"serviceType\":\"P\",\"diploma\":{\"type\":\"standard\"}");
        assertThat(register("706")).hasSize(1);
    }

    @Test
    void aNameIsNeverAFormula() throws IOException {
        enrolled("=1+1", "707", "", "F");
        enrolled("O\\\"Neill, Jr", "707", "", "F");
        assertThat(register("707"))
                .containsExactly(
                        "63,707,500000707,'=1+1,Jane,F,2006-08-28",
                        "63,707,500000707,\"O\"\"Neill, Jr\",Jane,F,2006-08-28");
    }

    @Test
    void whatIsCompressedAsTheServicesDoIsRead() throws IOException {
        UUID student = UUID.randomUUID();
        student(student, "Doe", "709", 1);
        program(UUID.randomUUID(), student, "709", "F", 1);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.bootstrapServers(), "compression.type", "lz4"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(
                    "aim.state.enrollment.v1",
                    UUID.randomUUID().toString(),
                    value(student, "709", 1, place("709") + ",\"startDate\":\"2006-08-28\",\"serviceType\":\"P\"")));
        }
        assertThat(register("709")).hasSize(1);
    }

    @Test
    void nothingOfAStudentIsPrinted() throws IOException {
        enrolled("Doe", "708", "", "F");
        assertThat(run(folder.resolve("register.csv")))
                .matches("\\d+ students on 2007-03-13 in \\S+\\R")
                .doesNotContain("Doe");
    }

    @Test
    void whatItDoesNotUnderstandItSays() {
        assertThatThrownBy(() -> LunchRegister.Options.of("--on", "today")).hasMessageContaining("2007-03-13");
        assertThatThrownBy(() -> LunchRegister.Options.of("--broker")).hasMessageContaining("--broker");
        assertThatThrownBy(() -> LunchRegister.Options.of("--menu", "x")).hasMessageContaining("--menu");
    }

    private List<String> register(String school) throws IOException {
        Path file = folder.resolve("register.csv");
        run(file);
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("63," + school + ","))
                .toList();
    }

    private static String run(Path file) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new LunchRegister(
                        LunchRegister.Options.of(
                                "--broker",
                                servers.bootstrapServers(),
                                "--out",
                                file.toString(),
                                "--on",
                                "2007-03-13",
                                "--once"),
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static void enrolled(String lastName, String school, String end, String lunch) {
        UUID student = UUID.randomUUID();
        student(student, lastName, school, 1);
        enrollment(UUID.randomUUID(), student, school, end, 1);
        program(UUID.randomUUID(), student, school, lunch, 1);
    }

    private static void student(UUID key, String lastName, String school, int version) {
        state(
                "aim.state.student.v1",
                key,
                key,
                school,
                version,
                "\"lastName\":\"" + lastName + "\",\"firstName\":\"Jane\",\"gender\":\"F\"");
    }

    private static void enrollment(UUID key, UUID student, String school, String end, int version) {
        state(
                "aim.state.enrollment.v1",
                key,
                student,
                school,
                version,
                place(school) + ",\"startDate\":\"2006-08-28\",\"serviceType\":\"P\""
                        + (end.isEmpty() ? "" : ",\"endDate\":\"" + end + "\""));
    }

    private static void program(UUID key, UUID student, String school, String lunch, int version) {
        state(
                "aim.state.program-participation.v1",
                key,
                student,
                school,
                version,
                place(school) + ",\"freeReducedLunch\":\"" + lunch + "\"");
    }

    private static String place(String school) {
        return "\"schoolNumber\":\"" + school + "\",\"calendarNumber\":\"101\",\"year\":2007";
    }

    private static void state(String topic, UUID key, UUID student, String school, int version, String fields) {
        topics.send(
                topic, key.toString(), value(student, school, version, fields).getBytes(StandardCharsets.UTF_8));
    }

    private static String value(UUID student, String school, int version, String fields) {
        return "{\"contractVersion\":1,\"studentKey\":\"" + student + "\",\"stateId\":\"500000" + school
                + "\",\"districtNumber\":\"63\",\"version\":" + version + "," + fields + "}";
    }
}
