package gov.mt.opi.aim.local.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The made-up Montana, in the order in which its files are sent. Each call writes its files once; the last one needs the
 * State IDs that the state answered to the one before.
 */
public final class Montana {

    /** The count date. */
    public static final LocalDate TEST_DAY = Classroom.TEST_DAY;

    /** The parts of the registry, in the order in which they are loaded. */
    public static final List<String> REGISTRY = List.of("districts", "schools", "calendars");

    private static final long SEED = 20070315;

    private final Membership membership = new Membership();
    private final SilverLarch silverLarch;
    private final BadgerCrossing badgerCrossing;
    private final LoneButte loneButte;

    public Montana() {
        People people = new People(SEED);
        silverLarch = new SilverLarch(people, membership);
        badgerCrossing = new BadgerCrossing(people, membership);
        loneButte = new LoneButte(people, membership);
    }

    /** A part of the registry, as CSV. */
    public static byte[] registry(String part) {
        try (InputStream csv = Montana.class.getResourceAsStream(part + ".csv")) {
            return csv.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of the two districts whose students have State IDs already, and one that is refused. */
    public List<SampleFile> firstFiles() {
        return List.of(BadgerCrossing.oldFormat(), silverLarch.file(), badgerCrossing.file());
    }

    /** The students of the third district, without State IDs. Sent when the first files are done. */
    public SampleFile demographicsWithoutIds() {
        return loneButte.demographics(silverLarch.movedAway(), badgerCrossing.john());
    }

    /** Local IDs of the students of {@link #demographicsWithoutIds} that must have a State ID now. */
    public List<String> localIds() {
        return loneButte.localIds();
    }

    /** Everything else about the students of the third district. */
    public SampleFile everythingElse(Map<String, String> stateIdsByLocalId) {
        return loneButte.everythingElse(stateIdsByLocalId);
    }

    /** Who must be counted on the test day when all files are done. */
    public Membership membership() {
        return membership;
    }

    /** A file for a newcomer to send: two students, one of them with a mistake. */
    public static SampleFile firstOfYourOwn() {
        FileDraft file = new FileDraft(SilverLarch.NUMBER, LocalDate.of(2007, 3, 19), "10:00:00");
        Student jane = new Student("10901", "", "Doe", "Jane", "Quill", "F", LocalDate.of(1995, 5, 14), "05");
        Student joe = new Student("10902", "", "Bloggs", "Joseph", "", "M", LocalDate.of(1998, 11, 2), "01");
        file.accepted(Lines.demographics(SilverLarch.NUMBER, jane));
        file.rejected(Lines.demographics(SilverLarch.NUMBER, joe).replace("\tM\t", "\tmale\t"), "SD-094");
        return file.sentBy("district-" + SilverLarch.NUMBER, false);
    }

    /** Grade level code (Appendix G) of the years after kindergarten. */
    static String grade(int gradesAfterKindergarten) {
        return gradesAfterKindergarten == 0 ? "KG" : String.format("%02d", gradesAfterKindergarten);
    }
}
