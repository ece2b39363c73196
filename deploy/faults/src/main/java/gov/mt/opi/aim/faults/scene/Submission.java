package gov.mt.opi.aim.faults.scene;

/**
 * A file that intake took.
 *
 * @param id id of the submission
 * @param file the file
 */
public record Submission(String id, SentFile file) {}
