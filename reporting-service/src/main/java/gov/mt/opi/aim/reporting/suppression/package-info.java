/**
 * What may be shown of counts to those who are neither OPI nor the owning district: small cells are hidden, and so are
 * the others that would let a reader work them out. How hidden cells look does not belong here.
 */
package gov.mt.opi.aim.reporting.suppression;
