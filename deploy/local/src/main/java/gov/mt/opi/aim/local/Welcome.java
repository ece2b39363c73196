package gov.mt.opi.aim.local;

import gov.mt.opi.aim.local.sample.Montana;
import gov.mt.opi.aim.local.sample.SampleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The addresses, the users, and a first file to send. */
final class Welcome {

    private Welcome() {}

    /**
     * Writes the files that can be looked at and sent, and says how.
     *
     * @param registered true when the sample registry is loaded, so that its districts can sign in
     */
    static List<String> lines(RunningAim aim, Folder folder, boolean registered) throws IOException {
        Table addresses = new Table(3, "service", "address", "to try its calls");
        for (Service service : Service.values()) {
            addresses.row(service.module(), aim.address(service), aim.address(service) + "/q/swagger-ui");
        }
        List<String> lines = new ArrayList<>(List.of("Addresses", ""));
        lines.addAll(addresses.lines());
        lines.add("");
        lines.add("  Users, the word is the password too: opi (the state), district-63 (any registered district).");
        lines.add("  Data and logs: " + folder.logs().getParent() + ". Everything in it is made up.");
        lines.add("");
        lines.addAll(registered ? firstFile(aim, folder) : firstRegistry(aim));
        return lines;
    }

    private static List<String> firstFile(RunningAim aim, Folder folder) throws IOException {
        SampleFile file = Montana.firstOfYourOwn();
        Path path = folder.samples().resolve(file.fileName());
        Files.write(path, file.bytes());
        String submissions = aim.address(Service.INTAKE) + "/api/v1/submissions";
        return List.of(
                "A first file of your own, and what is wrong with it:",
                "",
                "  curl -u district-63:district-63 --data-binary '@" + path + "' '" + submissions + "?fileName="
                        + file.fileName() + "'",
                "  curl -u district-63:district-63 " + submissions + "/<id of the answer>/findings");
    }

    private static List<String> firstRegistry(RunningAim aim) {
        return List.of(
                "Nothing is loaded. A district can sign in once it is registered:",
                "",
                "  printf 'districtNumber,name\\n63,My District\\n' | curl -u opi:opi -X PUT -H 'Content-Type: text/csv' "
                        + "--data-binary @- " + aim.address(Service.STATE_STORE) + "/api/v1/registry/districts");
    }
}
