package freshlegs.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import freshlegs.model.json.Json;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** One JSON document, indented, with a line end after it. */
final class JsonOutput {
    private static final ObjectWriter WRITER = Json.MAPPER.writerWithDefaultPrettyPrinter();

    private JsonOutput() {}

    static void print(PrintStream out, JsonNode document) {
        try {
            out.print(WRITER.writeValueAsString(document).replace("\r\n", "\n") + "\n");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
