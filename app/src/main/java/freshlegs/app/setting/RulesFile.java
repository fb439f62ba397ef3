package freshlegs.app.setting;

import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.RulesText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file with changed thresholds. */
public final class RulesFile {
    private RulesFile() {}

    /** {@code IllegalArgumentException} with what would have been right; nothing named is the published set. */
    public static Rules read(String name) {
        if (name.isEmpty()) {
            return Rules.published();
        }
        try {
            return RulesText.read(Files.readString(Path.of(name)), name);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("give a file with changed thresholds that can be read", e);
        }
    }
}
