/** The HTTP calls of {@code /api/v1/submissions}. They check who asks, translate, and call the story. */
package gov.mt.opi.aim.intake.rest;
