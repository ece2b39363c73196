package gov.mt.opi.aim.statestore.identity;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.student.Comparison;
import gov.mt.opi.aim.statestore.student.Demographics;
import gov.mt.opi.aim.statestore.student.LocalId;
import gov.mt.opi.aim.statestore.student.Student;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The steward's queue, for reading. Candidates are looked up when somebody looks: they are those of now. */
public final class CaseFiles {

    private final StewardTransactions transactions;

    public CaseFiles(StewardTransactions transactions) {
        this.transactions = transactions;
    }

    /** Open cases with the highest score first, or decided ones with the newest first. */
    public List<CaseFile> list(Optional<Boolean> open, long offset, int limit) {
        return transactions.read(view -> {
            List<IdentityCase> cases = view.cases().list(open, offset, limit);
            return files(cases, view);
        });
    }

    public long count(Optional<Boolean> open) {
        return transactions.read(view -> view.cases().count(open));
    }

    public Optional<CaseFile> find(UUID id) {
        return transactions.read(view ->
                view.cases().find(id).map(found -> files(List.of(found), view).get(0)));
    }

    /** Everything that is shown is asked for all of the cases at once. */
    private static List<CaseFile> files(List<IdentityCase> cases, StewardView view) {
        List<Demographics> children = cases.stream()
                .filter(IdentityCase::isOpen)
                .flatMap(asked -> asked.record().stream())
                .map(Demographics::of)
                .toList();
        List<Student> candidates = children.isEmpty() ? List.of() : view.candidates(children);
        Set<UUID> paired = new HashSet<>();
        cases.forEach(asked -> asked.pair().ifPresent(pair -> paired.addAll(Set.of(pair.older(), pair.newer()))));
        List<Student> pairs = paired.isEmpty() ? List.of() : view.studentsByKey(paired);
        List<CaseFile> files = new ArrayList<>();
        for (IdentityCase asked : cases) {
            files.add(
                    asked.pair().isPresent()
                            ? file(asked, comparePair(asked.pair().get(), pairs), List.of())
                            : file(
                                    asked,
                                    asked.isOpen()
                                            ? Comparison.of(asked.record().orElseThrow(), candidates)
                                            : List.of(),
                                    lookAlikes(asked, view)));
        }
        return files;
    }

    private static List<Comparison> comparePair(Pair pair, List<Student> students) {
        Optional<Student> older = student(pair.older(), students);
        Optional<Student> newer = student(pair.newer(), students);
        if (older.isEmpty() || newer.isEmpty()) {
            return List.of();
        }
        return List.of(Comparison.of(newer.get(), older.get()), Comparison.of(older.get(), newer.get()));
    }

    private static Optional<Student> student(UUID key, List<Student> students) {
        return students.stream().filter(student -> student.key().equals(key)).findFirst();
    }

    /** Only lines that validation held back have any, and they are few. */
    private static List<CaseFile.LookAlike> lookAlikes(IdentityCase asked, StewardView view) {
        RecordAccepted line = asked.record().orElseThrow();
        if (!asked.isOpen() || asked.ruleId().filter("XF-009"::equals).isEmpty()) {
            return List.of();
        }
        Demographics child = Demographics.of(line);
        return view.cases().openOfFile(line.submissionId()).stream()
                .filter(other -> !other.id().equals(asked.id())
                        && other.ruleId().equals(asked.ruleId())
                        && Demographics.of(other.record().orElseThrow()).looksLike(child))
                .map(other -> new CaseFile.LookAlike(
                        other.id(),
                        other.record().orElseThrow().line(),
                        Optional.ofNullable(other.record().orElseThrow().text("localId"))))
                .toList();
    }

    private static CaseFile file(IdentityCase asked, List<Comparison> candidates, List<CaseFile.LookAlike> lookAlikes) {
        Optional<RecordAccepted> line = asked.record();
        return new CaseFile(
                asked.id(),
                line.isPresent() ? "RECORD" : "PAIR",
                asked.isOpen() ? "open" : "decided",
                asked.score(),
                asked.openedAt(),
                asked.ruleId(),
                line.map(RecordAccepted::submissionId),
                line.map(RecordAccepted::line),
                line.map(RecordAccepted::districtNumber),
                line.map(sent -> person(Optional.ofNullable(sent.text("localId")), Demographics.of(sent))),
                candidates.stream().map(CaseFiles::candidate).toList(),
                lookAlikes,
                asked.verdict()
                        .map(verdict -> new CaseFile.Decided(
                                verdict.choice().name().toLowerCase(Locale.ROOT),
                                verdict.stateId(),
                                verdict.reason(),
                                verdict.outcome(),
                                verdict.by(),
                                verdict.at())));
    }

    private static CaseFile.Candidate candidate(Comparison comparison) {
        return new CaseFile.Candidate(
                comparison.student().stateId(),
                comparison.score(),
                person(Optional.empty(), comparison.identity()),
                comparison.current(),
                comparison.student().localIds().stream()
                        .map(LocalId::districtNumber)
                        .distinct()
                        .sorted()
                        .toList(),
                comparison.agrees(),
                comparison.differs());
    }

    private static CaseFile.Person person(Optional<String> localId, Demographics is) {
        return new CaseFile.Person(
                localId,
                is.lastName(),
                is.firstName(),
                is.middleName(),
                is.suffix(),
                is.gender(),
                is.birthDate(),
                is.raceEthnicity());
    }
}
