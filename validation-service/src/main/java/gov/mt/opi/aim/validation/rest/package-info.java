/** The catalogue of rules, the layouts and the code lists over HTTP. No student's data passes here. */
package gov.mt.opi.aim.validation.rest;
