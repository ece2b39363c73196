package gov.mt.opi.aim.faults;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code ./deploy/faults/run --list}: what faults there are. */
public final class FaultList {

    private FaultList() {}

    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Faults.all().forEach(fault -> out.printf("%-26s %s%n", fault.name(), fault.what()));
    }
}
