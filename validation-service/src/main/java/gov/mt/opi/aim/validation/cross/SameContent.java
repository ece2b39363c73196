package gov.mt.opi.aim.validation.cross;

/** Compares two records of the file in full; asked only where two have the same key. */
@FunctionalInterface
public interface SameContent {

    /** True when the records with these indexes say the same in every field. */
    boolean of(int index, int otherIndex);
}
