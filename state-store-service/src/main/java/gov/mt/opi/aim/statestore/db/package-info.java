/** The statewide view in PostgreSQL. Everything is read and written for many at once; decisions are made elsewhere. */
package gov.mt.opi.aim.statestore.db;
