package gov.mt.opi.aim.intake.publishing;

import java.util.Optional;

/** Holds which submissions are still to be published, how far each is, and who is at it. */
public interface PublishingQueue {

    /**
     * The oldest submission that nobody works at and that no earlier one of its district stands before. It is this
     * instance's until the lease ends.
     */
    Optional<Claim> claim();

    /**
     * Notes that the broker has all lines up to an ordinal, and renews the lease.
     *
     * @return false when the lease was lost to another instance, which then goes on
     */
    boolean progress(Claim claim, int publishedOrdinal);

    /** Notes that we failed, in words without any content of the file; it is tried again after a while. */
    void failed(Claim claim, String why);

    /** Gives a claim back before its end, so that another instance can go on at once. */
    void release(Claim claim);
}
