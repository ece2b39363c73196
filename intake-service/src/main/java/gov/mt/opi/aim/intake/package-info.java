/**
 * Takes a file in, keeps it, publishes its lines, and tells the district what became of every one. {@link
 * gov.mt.opi.aim.intake.Intake} is the story; read it first.
 *
 * <p>Here and in the packages by feature nothing knows of HTTP, Kafka or SQL: those are in {@code rest}, {@code kafka} and
 * {@code db}, which do not see each other. Whether a record is right is not decided here.
 */
package gov.mt.opi.aim.intake;
