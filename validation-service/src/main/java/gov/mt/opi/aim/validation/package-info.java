/**
 * Judges the records of a file against layout, rules and registry: lines come in, each leaves as an accepted record or as
 * a rejected line with all its findings. {@link gov.mt.opi.aim.validation.Validation} tells the story.
 *
 * <p>The service keeps nothing: what it knows of a half-read file it can read again. Code here and in the feature packages
 * knows no Quarkus, Kafka or HTTP; those are in {@code kafka}, {@code rest} and {@code wiring}.
 */
package gov.mt.opi.aim.validation;
