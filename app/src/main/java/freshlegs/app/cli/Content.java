package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.problem.Problem;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** What a dead letter holds, on its way to a person and back. */
final class Content {
    private Content() {}

    /** Indented where it is JSON; else as it is, without what would disturb a terminal. */
    static String forPeople(byte[] bytes) {
        return indented(bytes)
                .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8).replaceAll("[\\p{C}&&[^\\n\\t]]", "?"));
    }

    /** To be mended: indented where it is JSON, else byte for byte. */
    static byte[] forMending(byte[] bytes) {
        return indented(bytes)
                .map(text -> (text + "\n").getBytes(StandardCharsets.UTF_8))
                .orElse(bytes);
    }

    private static Optional<String> indented(byte[] bytes) {
        try {
            JsonNode json = Json.MAPPER.readTree(bytes);
            return json == null || json.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Into a new file that only its owner can read, or to standard output. */
    static void write(Shell shell, byte[] bytes, Optional<Path> out) {
        if (out.isEmpty()) {
            shell.out().writeBytes(bytes);
            shell.out().flush();
            return;
        }
        Path file = out.get();
        try (var channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw Problem.failed(
                    file + " cannot be written (" + e.getClass().getSimpleName()
                            + "): name a new file in a folder of yours.",
                    e);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Problem.wrongUse(file + " cannot be read (" + e.getClass().getSimpleName() + ").");
        }
    }

    static Problem gone(String id) {
        return Problem.failed("What " + id + " holds is not there any more.");
    }
}
