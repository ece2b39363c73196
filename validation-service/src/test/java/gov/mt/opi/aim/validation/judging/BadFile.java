package gov.mt.opi.aim.validation.judging;

import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.validation.JudgedFile;
import gov.mt.opi.aim.validation.gathering.GatheredFile;
import java.time.LocalDateTime;
import java.util.UUID;
import java.util.stream.IntStream;

/** Judges a file of so many lines of which none is right, in whatever heap it is given. */
public final class BadFile {

    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-00000000bad0");
    /** Every field wrong. */
    private static final String PP = "PP\t63\t0733\tX\tD0e\tJ4ne\t12A\t0\tX" + "\tX".repeat(27) + "\t07";
    /** Clean by themselves, but one Local ID for all. */
    private static final String SD = "SD\t63\t\t10045\tDoe%c\tJane\tQ\t\tF\t%02d/%02d/1995\t\t05\t\t\t";
    /** Clean by themselves, but all of one student, at the same time. */
    private static final String EN = "EN\t63\t73%d\t101\t2007\t123456789\t\tP\t%02d/%02d/2007\t02\t\t\t\t%02d";
    /** Too few fields. */
    private static final String AT = "AT\t63\t733";

    private BadFile() {}

    public static void main(String[] arguments) {
        int lines = Integer.parseInt(arguments[0]);
        long begin = System.nanoTime();
        int[] verdicts = new int[2];
        long[] bytes = new long[1];
        Iterable<RecordSubmitted> events =
                () -> IntStream.range(0, lines).mapToObj(n -> event(n, lines)).iterator();
        new FileJudge(JudgedFile.CONFIG).judge(GatheredFile.of(events), JudgedFile.registry(), new Verdicts() {
            @Override
            public void rejected(RecordOutcome outcome) {
                verdicts[0]++;
                bytes[0] += EventJson.write(outcome).length;
            }

            @Override
            public void accepted(RecordAccepted record) {
                verdicts[1]++;
            }

            @Override
            public void complete() {
                // Nothing waits.
            }
        });
        System.out.printf(
                "%d lines: %d rejected, %d accepted, %d MB told, %d ms%n",
                lines, verdicts[0], verdicts[1], bytes[0] >> 20, (System.nanoTime() - begin) / 1_000_000);
    }

    private static RecordSubmitted event(int n, int lines) {
        return new RecordSubmitted(
                1,
                ID,
                "63",
                1,
                n + 2,
                n + 1,
                lines,
                LocalDateTime.of(2007, 3, 15, 16, 0),
                Mode.SUBMIT,
                false,
                record(n));
    }

    private static String record(int n) {
        int month = 1 + n / 4 % 6;
        int day = 1 + n / 24 % 28;
        return switch (n % 4) {
            case 0 -> PP;
            case 1 -> SD.formatted((char) ('a' + n / 4 % 26), month, day);
            case 2 -> EN.formatted(3 + n / 4 % 2, month, day, 1 + n / 700 % 12);
            default -> AT;
        };
    }
}
