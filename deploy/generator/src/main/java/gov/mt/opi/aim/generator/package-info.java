/**
 * A made-up state of any size, as the registry and the MT1.3 files that its districts would send: the same for the same
 * seed. Children move, change their names, leave and come back, take courses elsewhere. The lines are written by hand and
 * not from the layouts that they are judged by; nothing of the product is used here.
 */
package gov.mt.opi.aim.generator;
