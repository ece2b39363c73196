/**
 * The HTTP calls of reporting: who may ask, what the parameters say, how an answer looks as JSON and as CSV. Nothing is
 * counted or decided here.
 */
package gov.mt.opi.aim.reporting.rest;
