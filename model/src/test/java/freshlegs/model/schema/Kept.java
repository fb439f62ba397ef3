package freshlegs.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.json.Json;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of this checkout that are made from the code: held to it, or with {@code -Dfreshlegs.docs=write} written anew. */
final class Kept {
    private static final Path ROOT = Path.of(System.getProperty("freshlegs.root", ".."));
    static final Path SCHEMAS = ROOT.resolve("model/src/main/resources/freshlegs/schema");
    static final Path RELEASED = ROOT.resolve("model/src/test/resources/freshlegs/schema/released");
    static final Path EXAMPLES = ROOT.resolve("model/src/test/resources/freshlegs/example");
    static final Path DOCS = ROOT.resolve("docs");

    private Kept() {}

    static void holds(Path file, String made) {
        if ("write".equals(System.getProperty("freshlegs.docs"))) {
            write(file, made);
        }
        assertThat(file)
                .as("%s is made from the code: -Dfreshlegs.docs=write renews it", file)
                .content()
                .isEqualTo(made);
    }

    /** All topics whose values have one shape. */
    static List<Topic<?>> topics() {
        return Topics.all().stream()
                .filter(topic -> !topic.equals(Topics.DEAD_LETTER))
                .toList();
    }

    static Path of(Path folder, Topic<?> topic) {
        return folder.resolve(topic.name() + ".json");
    }

    static JsonNode json(Path file) {
        return Json.read(text(file), JsonNode.class);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String made) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For people to read and for versions to be compared line by line. */
    static String pretty(JsonNode json) {
        return json.toPrettyString() + "\n";
    }
}
