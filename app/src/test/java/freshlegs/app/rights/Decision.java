package freshlegs.app.rights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a broker said to somebody who asked for something. */
public record Decision(boolean allowed, String user, String operation, String type, String name) {
    static List<Decision> in(Path notes) throws IOException {
        return Files.readAllLines(notes).stream()
                .map(line -> line.split("\t", -1))
                .map(part -> new Decision(Boolean.parseBoolean(part[0]), part[1], part[2], part[3], part[4]))
                .toList();
    }

    String line() {
        return String.join("\t", Boolean.toString(allowed), user, operation, type, name);
    }
}
