package gov.mt.opi.aim.cli;

import gov.mt.opi.aim.cli.api.CallFailure;
import gov.mt.opi.aim.cli.api.Sent;
import gov.mt.opi.aim.cli.api.Submission;
import gov.mt.opi.aim.cli.api.Upload;
import gov.mt.opi.aim.cli.terminal.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One file on its way: sent, followed until every line has its outcome, and reported. */
final class Errand {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Session session;
    private final boolean wait;

    /** @param wait false when the file is only to be sent */
    Errand(Session session, boolean wait) {
        this.session = session;
        this.wait = wait;
    }

    /** How a file is sent; see {@link Upload}. */
    record Way(
            Optional<String> fileName,
            boolean validate,
            boolean again,
            boolean adoptStateIds,
            OptionalLong expectedRecords) {}

    /** Sends a file, and follows it. */
    FileReport send(Path file, Way way) {
        String name = way.fileName().orElse(file.getFileName().toString());
        Progress progress = Progress.of(session.terminal(), session.quiet(), name);
        Sent sent;
        try {
            long size = Files.size(file);
            sent = session.intake()
                    .send(new Upload(
                            file,
                            name,
                            way.validate(),
                            way.again(),
                            way.adoptStateIds(),
                            way.expectedRecords(),
                            bytes -> progress.sending(bytes, size)));
        } catch (CallFailure failure) {
            return new FileReport.Unknown(name, Optional.empty(), failure);
        } catch (IOException unreadable) {
            return new FileReport.Unknown(
                    name, Optional.empty(), CallFailure.askedWrong("The file " + file + " cannot be read."));
        } finally {
            progress.end();
        }
        return sent instanceof Sent.Taken taken
                ? follow(taken.submission())
                : new FileReport.Refused(name, ((Sent.Refused) sent).problem());
    }

    /** Follows a submission until every line has its outcome, unless nobody waits for that. */
    FileReport follow(Submission first) {
        Submission last = first;
        Progress progress = Progress.of(session.terminal(), session.quiet() || !wait, first.fileName());
        Waiting waiting = new Waiting();
        try {
            while (wait && !last.isCompleted() && !last.isRefused()) {
                progress.judging(last.records("total") - last.records("pending"), last.records("total"));
                waiting.pause(last);
                last = again(last);
            }
            progress.judging(last.records("total") - last.records("pending"), last.records("total"));
        } catch (CallFailure failure) {
            return new FileReport.Unknown(last.fileName(), Optional.of(last), failure);
        } finally {
            progress.end();
        }
        return told(last);
    }

    /** What is known of a submission now. */
    FileReport told(Submission submission) {
        try {
            return new FileReport.Told(
                    submission,
                    submission.isCompleted() || submission.isRefused()
                            ? session.intake().summary(submission.id())
                            : List.of());
        } catch (CallFailure failure) {
            return new FileReport.Unknown(submission.fileName(), Optional.of(submission), failure);
        }
    }

    /** Whether it is a duplicate only the first answer says. */
    private Submission again(Submission earlier) {
        Submission now = session.intake().submission(earlier.id());
        return earlier.isDuplicate() ? now.asDuplicate() : now;
    }

    /** The pauses between two looks, and their end. */
    private final class Waiting {

        private final long start = System.nanoTime();
        private Duration pause = FIRST_PAUSE;
        private long failedSince;

        void pause(Submission submission) {
            requireNoLastingFailure(submission);
            if (elapsed(start).compareTo(session.timeout()) >= 0) {
                throw CallFailure.notAvailable(
                        "Not ready after " + session.timeout().toSeconds()
                                + " seconds. AIM has the file and goes on; to go on following it: aim status --wait "
                                + submission.id());
            }
            sleep();
            pause = pause.multipliedBy(5).dividedBy(4);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        }

        /** AIM tries again by itself what it failed at, so the first sight of it is not the end. */
        private void requireNoLastingFailure(Submission submission) {
            if (!submission.hasFailed()) {
                failedSince = 0;
            } else if (failedSince == 0) {
                failedSince = System.nanoTime();
            } else if (elapsed(failedSince).compareTo(session.patience()) >= 0) {
                throw CallFailure.notAvailable("AIM failed at this file, not because of its data: "
                        + submission.json().path("failure").asText("no reason given")
                        + " It tries again by itself; to go on following it: aim status --wait " + submission.id());
            }
        }

        private Duration elapsed(long since) {
            return Duration.ofNanos(System.nanoTime() - since);
        }

        private void sleep() {
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw CallFailure.notAvailable("Stopped while waiting.");
            }
        }
    }
}
