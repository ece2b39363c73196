package gov.mt.opi.aim.load;

import java.io.IOException;
import java.util.List;

/** What the services say is not what it must be: no figure of such a run means anything. */
final class WrongCount extends IOException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 12;

    WrongCount(String what, List<String> differences) {
        super(what + ": " + differences.size() + " differ from what was expected\n  "
                + String.join("\n  ", differences.subList(0, Math.min(SHOWN, differences.size()))));
    }
}
