package gov.mt.opi.aim.contracts.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a district wants done with its file. */
public enum Mode {
    /** Checked and applied to the statewide view. */
    @JsonProperty("submit")
    SUBMIT,
    /** Checked only: nothing is stored in the view, no State ID is issued. */
    @JsonProperty("validate")
    VALIDATE
}
