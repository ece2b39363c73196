package gov.mt.opi.aim.intake.file;

/** How a line ends. */
public enum LineEnd {
    CRLF,
    LF,
    /** A bare carriage return, the line end of old Macintosh programs. */
    CR,
    /** The end of the file. */
    NONE
}
