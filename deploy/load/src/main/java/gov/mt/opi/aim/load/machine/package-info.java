/** What the processes of a run cost, as Linux counts it: CPU by process and kind of thread, and peaks of memory. */
package gov.mt.opi.aim.load.machine;
