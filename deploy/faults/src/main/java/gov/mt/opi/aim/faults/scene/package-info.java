/** What a fault plays in: the running system, the files that are sent meanwhile, and the topics as they grow. */
package gov.mt.opi.aim.faults.scene;
