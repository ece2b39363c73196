/** Who took, signed, withdrew, fetched and listed what. Only ever added to. */
package gov.mt.opi.aim.reporting.audit;
