package freshlegs.app.embedded;

import freshlegs.app.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.AppInfoParser;

/** Which broker last wrote a folder, kept beside the data: an older one must not touch it. */
final class BrokerVersion {
    private static final Pattern DOT = Pattern.compile("\\.");

    private BrokerVersion() {}

    static void checkAndNote(Path folder) throws IOException {
        checkAndNote(folder, AppInfoParser.getVersion());
    }

    static void checkAndNote(Path folder, String ours) throws IOException {
        Path note = folder.resolve("broker-version");
        if (Files.exists(note)) {
            String writer = Files.readString(note).strip();
            if (isOlder(ours, writer)) {
                throw Problem.failed(
                        "The data in " + folder + " was written by Kafka " + writer + " and this program brings " + ours
                                + ": use the newer Freshlegs again, or another folder with --data.");
            }
        }
        Files.writeString(note, ours + "\n");
    }

    static boolean isOlder(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other)) < 0;
    }

    private static int[] numbers(String version) {
        return DOT.splitAsStream(version)
                .map(part -> part.replaceAll("\\D.*", ""))
                .mapToInt(part -> part.isEmpty() ? 0 : Integer.parseInt(part))
                .toArray();
    }
}
