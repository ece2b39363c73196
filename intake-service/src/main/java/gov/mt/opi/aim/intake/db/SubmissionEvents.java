package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.contracts.event.SubmissionChanged;
import gov.mt.opi.aim.contracts.topic.Topic;
import java.util.Locale;

/** The events that tell the world of a submission's life; each kind happens once to a submission. */
final class SubmissionEvents {

    private SubmissionEvents() {}

    static OutgoingEvent of(SubmissionChanged change) {
        String kind = change.status().toLowerCase(Locale.ROOT);
        return new OutgoingEvent(
                Topic.SUBMISSION,
                change.districtNumber(),
                change.submissionId() + ":" + kind,
                "aim.submission." + kind,
                EventJson.write(change));
    }
}
