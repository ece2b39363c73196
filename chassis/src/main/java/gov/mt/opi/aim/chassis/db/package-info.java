/** What is said to PostgreSQL in bulk: rows by COPY. A service that uses it brings the driver. */
package gov.mt.opi.aim.chassis.db;
