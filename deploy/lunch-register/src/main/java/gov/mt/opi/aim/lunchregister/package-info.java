/**
 * A free and reduced lunch register that keeps itself up to date: a sample of a system downstream of AIM.
 *
 * <p>It knows nothing of AIM but the state topics. {@link gov.mt.opi.aim.lunchregister.StateTopics} reads them from the
 * beginning, {@link gov.mt.opi.aim.lunchregister.Newest} keeps the newest state of every thing, and
 * {@link gov.mt.opi.aim.lunchregister.Register} is what this system makes of them.
 */
package gov.mt.opi.aim.lunchregister;
