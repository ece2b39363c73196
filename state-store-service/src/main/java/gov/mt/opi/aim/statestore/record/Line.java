package gov.mt.opi.aim.statestore.record;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.statestore.held.HeldLine;
import gov.mt.opi.aim.statestore.student.StudentFacts;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A line of a file together with what the view knows of its student: all that a rule may look at. */
public final class Line {

    private final RecordAccepted record;
    private final StudentFacts student;
    private final Dossiers dossiers;
    private final Optional<Enrollment> enrollment;
    private final Optional<LocalDate> countDate;
    private final boolean unchanged;
    private final List<Enrollment> others;

    Line(
            RecordAccepted record,
            StudentFacts student,
            Dossiers dossiers,
            Optional<Enrollment> enrollment,
            Optional<LocalDate> countDate,
            boolean unchanged) {
        this.record = record;
        this.student = student;
        this.dossiers = dossiers;
        this.enrollment = enrollment;
        this.countDate = countDate;
        this.unchanged = unchanged;
        List<Enrollment> all = dossiers.of(student.key()).enrollments();
        this.others = enrollment.map(own -> without(own, all)).orElse(all);
    }

    public RecordAccepted record() {
        return record;
    }

    /** A field as text; empty when blank. */
    public String text(String property) {
        String text = record.text(property);
        return text == null ? "" : text;
    }

    /** A date field; empty when blank. */
    public Optional<LocalDate> date(String property) {
        return Optional.ofNullable(record.text(property)).map(LocalDate::parse);
    }

    public String district() {
        return record.districtNumber();
    }

    /** The day of the header. */
    public LocalDate headerDate() {
        return record.headerTimestamp().toLocalDate();
    }

    /** The student that the line names. */
    public StudentFacts student() {
        return student;
    }

    /** What an EN line tells. */
    public Enrollment enrollment() {
        return enrollment.orElseThrow();
    }

    /** The student's enrollments in every district, without the line's own. */
    public List<Enrollment> others() {
        return others;
    }

    /** The first of the other enrollments of which that is true. */
    public Optional<Enrollment> other(Predicate<Enrollment> wanted) {
        for (Enrollment enrolled : others) {
            if (wanted.test(enrolled)) {
                return Optional.of(enrolled);
            }
        }
        return Optional.empty();
    }

    /** The student's enrollments at the school, calendar and year of a PP line. */
    public List<Enrollment> enrollmentsOfItsCalendar() {
        return others.stream().filter(this::isInItsCalendar).toList();
    }

    /** True when a PP or AT line has no enrollment because that one waits. */
    public boolean waitsForItsEnrollment() {
        return heldEnrollment().isPresent();
    }

    /** The district for whose end date the enrollment of a PP or AT line waits. */
    public Optional<String> whereItsEnrollmentWaits() {
        return heldEnrollment().flatMap(held -> held.waitsFor().districtNumber());
    }

    /** The enrollment of a PP or AT line, where it waits. */
    Optional<HeldLine> heldEnrollment() {
        Predicate<Enrollment> own = record.recordType() == RecordType.PP ? this::isInItsCalendar : this::isOnCountDate;
        return dossiers.held(student.key()).stream()
                .filter(held -> held.record().recordType() == RecordType.EN && own.test(Enrollment.of(held.record())))
                .findFirst();
    }

    /** A Primary enrollment of another district that shares a day with the Primary one of an EN line. */
    public Optional<Enrollment> primaryElsewhere() {
        return primaryElsewhere(other -> true);
    }

    /** The same, when it is one of the wanted. */
    public Optional<Enrollment> primaryElsewhere(Predicate<Enrollment> wanted) {
        Enrollment own = enrollment();
        return own.isPrimary()
                ? other(other ->
                        other.isPrimary() && !other.inDistrictOf(own) && other.overlaps(own) && wanted.test(other))
                : Optional.empty();
    }

    /** The count date of the line's school, where it is defined. */
    public Optional<LocalDate> countDate() {
        return countDate;
    }

    /** The student's enrollments at the line's school on the count date, or on the day of the header without one. */
    public List<Enrollment> enrollmentsOnCountDate() {
        return others.stream().filter(this::isOnCountDate).toList();
    }

    /** The student's enrollments on the count date in all schools of the line's district. */
    public List<Enrollment> enrollmentsInTheDistrictOnCountDate() {
        return others.stream()
                .filter(known -> known.inDistrict(district()) && known.covers(dayOfAttendance()))
                .toList();
    }

    /** True when validation told this of the line already. */
    public boolean has(String ruleId) {
        return record.findings().stream().anyMatch(finding -> finding.ruleId().equals(ruleId));
    }

    /** True when the view said exactly this before. */
    public boolean isUnchanged() {
        return unchanged;
    }

    /** SPED Status of the programs that the view knows beside an EN line with special education services only. */
    public Optional<String> spedStatusInTheView() {
        Enrollment own = enrollment();
        return dossiers.of(student.key())
                .find(
                        RecordKind.PROGRAM_PARTICIPATION,
                        List.of(own.districtNumber(), own.schoolNumber(), own.calendarNumber(), own.year()))
                .map(programs -> programs.fields().get(RecordKind.SPED_STATUS))
                .map(Object::toString);
    }

    /** The day for which attendance is told. */
    public LocalDate dayOfAttendance() {
        return countDate.orElseGet(this::headerDate);
    }

    private boolean isInItsCalendar(Enrollment known) {
        return known.inCalendar(district(), text("schoolNumber"), text("calendarNumber"), text("year"));
    }

    private boolean isOnCountDate(Enrollment known) {
        return known.inSchool(district(), text("schoolNumber")) && known.covers(dayOfAttendance());
    }

    /** Most students have one enrollment: then there is nothing to filter. */
    private static List<Enrollment> without(Enrollment own, List<Enrollment> all) {
        if (all.isEmpty() || all.size() == 1 && all.get(0).sameKey(own)) {
            return List.of();
        }
        return all.stream().filter(other -> !other.sameKey(own)).toList();
    }

    /** The calendar of an AT record, which names no year: it is the school year of the header date. */
    static CalendarKey calendar(RecordAccepted record) {
        return new CalendarKey(
                record.districtNumber(),
                record.text("schoolNumber"),
                record.text("calendarNumber"),
                schoolYear(record.headerTimestamp()));
    }

    /** The school year of a date, by its last year: 1 July to 30 June. */
    static int schoolYear(LocalDateTime date) {
        return date.getMonthValue() >= 7 ? date.getYear() + 1 : date.getYear();
    }
}
