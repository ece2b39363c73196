/** Lines out, outcomes in, and the registry as its topics tell it. Only translation: what happens is told to the domain. */
package gov.mt.opi.aim.intake.kafka;
