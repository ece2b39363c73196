/** What is said to PostgreSQL in bulk: rows by COPY or as arrays. A service that uses it brings the driver. */
package gov.mt.opi.aim.chassis.db;
