package gov.mt.opi.aim.contracts.event;

import java.time.Instant;

/**
 * A message that can never be processed. It says where the message is, never what it holds.
 *
 * @param contractVersion 1
 * @param service the service that gave up on it
 * @param sourceTopic topic of the message
 * @param sourcePartition partition of the message
 * @param sourceOffset offset of the message
 * @param reason kind of the failure, without any value of the message
 * @param at when, UTC
 */
public record DeadLetter(
        int contractVersion,
        String service,
        String sourceTopic,
        int sourcePartition,
        long sourceOffset,
        String reason,
        Instant at) {}
