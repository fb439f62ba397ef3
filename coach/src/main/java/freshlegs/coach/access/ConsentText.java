package freshlegs.coach.access;

import freshlegs.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A version of the text about what is done with an athlete's data, with its hash. All versions that there ever were are kept, because
 * people agreed to them; one that was released is never changed, another is added.
 */
public record ConsentText(int version, String sha256, List<String> paragraphs) {
    private static final String VERSIONS = "versions.txt";
    private static final List<ConsentText> ALL = read();

    public ConsentText {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The oldest first. */
    public static List<ConsentText> all() {
        return ALL;
    }

    /** What is asked for today. */
    public static ConsentText latest() {
        return ALL.get(ALL.size() - 1);
    }

    /** As it is printed. */
    public String text() {
        return String.join("\n\n", paragraphs) + "\n";
    }

    private static List<ConsentText> read() {
        return new String(bytes(VERSIONS), StandardCharsets.UTF_8)
                .lines()
                .map(line -> read(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)))
                .toList();
    }

    private static ConsentText read(String version, String sha256) {
        byte[] text = bytes(version + ".txt");
        if (!ContentHash.of(text).equals(sha256)) {
            throw new IllegalStateException("version " + version + " of the consent's text is not what was released");
        }
        return new ConsentText(
                Integer.parseInt(version),
                sha256,
                List.of(new String(text, StandardCharsets.UTF_8).strip().split("\n\n", -1)));
    }

    private static byte[] bytes(String name) {
        try (InputStream file = Objects.requireNonNull(
                ConsentText.class.getResourceAsStream("/freshlegs/coach/consent/" + name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
