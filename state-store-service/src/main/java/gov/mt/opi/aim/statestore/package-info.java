/**
 * The one statewide view: who every student is, where enrolled, in which programs, and where each fact came from.
 *
 * <p>{@link gov.mt.opi.aim.statestore.StateStore} tells the story. Here live the decisions about a record against the view;
 * how the view is kept is in {@code db}, how it is asked in {@code rest}, how records arrive in {@code kafka}.
 */
package gov.mt.opi.aim.statestore;
