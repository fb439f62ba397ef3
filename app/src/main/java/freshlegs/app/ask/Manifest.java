package freshlegs.app.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.problem.Problem;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code export.json}: what a folder holds, view by view, with the columns, the files and how many rows are in each. */
final class Manifest {
    static final String NAME = "export.json";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** One file that is whole. */
    record Part(String path, Optional<LocalDate> day, long rows) {}

    private final Path file;
    private final ObjectNode content;

    private Manifest(Path file, ObjectNode content) {
        this.file = file;
        this.content = content;
    }

    /** Of an export before this one into the folder, which must be of the same kind, or a new one. */
    static Manifest in(Path folder, Form form, Optional<AthleteId> athlete) throws IOException {
        Path file = folder.resolve(NAME);
        String whose = athlete.map(AthleteId::value).orElse("");
        if (!Files.exists(file)) {
            ObjectNode content = JSON.objectNode();
            content.put("form", form.word());
            content.put("athlete", whose);
            content.set("views", JSON.objectNode());
            return new Manifest(file, content);
        }
        ObjectNode content = Json.read(Files.readAllBytes(file), ObjectNode.class);
        if (!content.path("form").asText().equals(form.word())
                || !content.path("athlete").asText().equals(whose)) {
            throw Problem.failed(folder + " holds an export of another kind ("
                    + content.path("form").asText() + ", "
                    + (content.path("athlete").asText().isEmpty()
                            ? "all athletes"
                            : "athlete " + content.path("athlete").asText())
                    + "): choose another folder with --out.");
        }
        return new Manifest(file, content);
    }

    /** What was exported before of days that were not asked for stays. */
    void put(View view, List<Column> columns, Export.Wanted wanted, List<Part> written) {
        List<Part> parts = new ArrayList<>(written);
        content.path("views").path(view.word()).path("files").forEach(known -> {
            Optional<LocalDate> day = Optional.of(known.path("day"))
                    .filter(JsonNode::isTextual)
                    .map(text -> LocalDate.parse(text.asText()));
            if (day.isPresent() && !Leftovers.isWithin(day.get(), wanted)) {
                parts.add(new Part(
                        known.path("path").asText(), day, known.path("rows").asLong()));
            }
        });
        parts.sort(Comparator.comparing(Part::path));
        ObjectNode described = JSON.objectNode();
        described.put("rows", parts.stream().mapToLong(Part::rows).sum());
        ArrayNode names = described.putArray("columns");
        columns.forEach(column -> names.addObject().put("name", column.name()).put("type", column.type()));
        ArrayNode files = described.putArray("files");
        parts.forEach(part -> {
            ObjectNode one = files.addObject().put("path", part.path());
            part.day().ifPresent(day -> one.put("day", day.toString()));
            one.put("rows", part.rows());
        });
        ((ObjectNode) content.path("views")).set(view.word(), described);
    }

    void write() throws IOException {
        Path unfinished = Partitions.unfinished(file);
        Files.writeString(unfinished, text());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String text() throws JsonProcessingException {
        ObjectNode views = (ObjectNode) content.path("views");
        ObjectNode sorted = JSON.objectNode();
        for (View view : View.values()) {
            if (views.has(view.word())) {
                sorted.set(view.word(), views.get(view.word()));
            }
        }
        content.set("views", sorted);
        return Json.MAPPER
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(content)
                        .replace("\r\n", "\n") + "\n";
    }
}
