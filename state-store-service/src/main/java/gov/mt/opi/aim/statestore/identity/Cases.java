package gov.mt.opi.aim.statestore.identity;

import gov.mt.opi.aim.statestore.student.LocalId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The steward's questions, inside one transaction. Lines open theirs when they are held. */
public interface Cases {

    Optional<IdentityCase> find(UUID id);

    /** Open cases with the highest score first, or decided ones with the newest first; a status that is empty means all. */
    List<IdentityCase> list(Optional<Boolean> open, long offset, int limit);

    long count(Optional<Boolean> open);

    /** Open cases about lines of children whom a district knows by this local ID. */
    List<IdentityCase> openAbout(LocalId localId);

    /** Open cases about lines of one file. */
    List<IdentityCase> openOfFile(UUID submissionId);

    /** Open cases about lines, in the order of their ids, from behind one; for going through all of them. */
    List<IdentityCase> openAfter(Optional<UUID> id, int count);

    /** Open cases about lines of children whose birth date is equal or near to one of the students'. */
    List<IdentityCase> openNear(Set<UUID> students);

    void close(UUID id, IdentityCase.Verdict verdict);

    /** Closes what is asked about a student who is retired. */
    void closePairsWith(UUID student, IdentityCase.Verdict verdict);

    /** Of these pairs, those about which nobody decided and nobody is asked. */
    Set<Pair> undecided(Set<Pair> pairs);

    /** Asks about pairs. */
    void open(Map<Pair, Integer> scores);

    /** Remembers that a student is none of the others. */
    void rememberNotSame(UUID student, Collection<UUID> others, String by);
}
