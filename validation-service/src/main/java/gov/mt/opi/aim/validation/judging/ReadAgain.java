package gov.mt.opi.aim.validation.judging;

import gov.mt.opi.aim.validation.cross.Originals;
import gov.mt.opi.aim.validation.gathering.GatheredFile;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;
import java.util.Optional;

/** The records of a gathered file, read again one by one. */
record ReadAgain(GatheredFile file, RecordJudge judge) implements Originals {

    @Override
    public String text(int index) {
        return file.record(index);
    }

    @Override
    public DataRecord record(int index) {
        Findings known = Findings.counting(file.line(index), Optional.empty());
        return judge.judge(file.record(index), file.line(index), known).record().orElseThrow();
    }

    @Override
    public boolean sayTheSame(int index, int otherIndex) {
        return file.record(index).equals(file.record(otherIndex))
                || AcceptedFields.of(record(index)).equals(AcceptedFields.of(record(otherIndex)));
    }
}
