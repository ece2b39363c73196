package gov.mt.opi.aim.local.sample;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;

/**
 * A file and what must become of it.
 *
 * @param districtNumber the district that it speaks for
 * @param sender the user that sends it
 * @param adoptStateIds true when its State IDs were issued before AIM and are taken over
 * @param content the whole file
 * @param refused true when it must not be taken at all
 * @param outcomes how many lines must have which outcome, in the words of a submission ({@code accepted}, ...)
 * @param findings how often each rule must speak, all but those of severity INFO
 */
public record SampleFile(
        String districtNumber,
        String fileName,
        String sender,
        boolean adoptStateIds,
        String content,
        boolean refused,
        Map<String, Integer> outcomes,
        SortedMap<String, Integer> findings) {

    public byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
