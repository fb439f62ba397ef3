package freshlegs.coach.api;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.coach.access.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The API as a page: its ways, and the shapes of what they take and give. */
public record Handbook(List<Way> ways, List<Shape> shapes) {

    /** One way: how and where, in a sentence, for whom, and by which shapes. */
    public record Way(
            String method,
            String path,
            String sentence,
            String scope,
            List<Spoken.Asking> asks,
            Optional<String> sends,
            Optional<String> gives) {}

    /** A type of JSON object, or the words that a value may be. */
    public record Shape(String name, List<Member> members, String words) {}

    /** {@code type} is a word of JSON or the name of a shape; {@code shape} is that name if it is one. */
    public record Member(String name, String type, Optional<String> shape, boolean required) {}

    public static Handbook of(List<Spoken> spoken, JsonNode document) {
        List<Way> ways = spoken.stream()
                .map(way -> new Way(
                        way.method(),
                        way.path(),
                        way.sentence(),
                        way.open() ? "" : OpenApi.scope(way).map(Scope::key).orElse(""),
                        way.asks(),
                        shape(document, way, "/requestBody/content/application~1json/schema"),
                        shape(document, way, "/responses/" + way.status() + "/content/application~1json/schema")))
                .toList();
        List<Shape> shapes = new ArrayList<>();
        document.at("/components/schemas")
                .properties()
                .forEach(entry -> shapes.add(shape(entry.getKey(), entry.getValue())));
        return new Handbook(ways, List.copyOf(shapes));
    }

    private static Optional<String> shape(JsonNode document, Spoken way, String place) {
        JsonNode operation =
                document.path("paths").path(way.path()).path(way.method().toLowerCase(Locale.ROOT));
        return referred(operation.at(place));
    }

    private static Shape shape(String name, JsonNode schema) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(one -> required.add(one.asText()));
        List<Member> members = new ArrayList<>();
        schema.path("properties").properties().forEach(entry -> {
            Optional<String> shape = referred(entry.getValue())
                    .or(() -> referred(entry.getValue().path("items")));
            members.add(new Member(entry.getKey(), typeOf(entry.getValue()), shape, required.contains(entry.getKey())));
        });
        return new Shape(name, List.copyOf(members), words(schema));
    }

    private static String typeOf(JsonNode schema) {
        if (schema.path("type").asText().equals("array")) {
            return "list of " + typeOf(schema.path("items"));
        }
        return referred(schema).orElseGet(() -> {
            String words = words(schema);
            if (schema.path("type").isArray()) {
                return "number or null";
            }
            String format = schema.path("format").asText();
            return !words.isEmpty()
                    ? words
                    : format.isEmpty() ? schema.path("type").asText("any") : format;
        });
    }

    private static String words(JsonNode schema) {
        List<String> words = new ArrayList<>();
        schema.path("enum").forEach(word -> words.add(word.asText()));
        return String.join(", ", words);
    }

    private static Optional<String> referred(JsonNode schema) {
        return Optional.of(schema.path("$ref").asText().replaceFirst("^.*/", ""))
                .filter(name -> !name.isEmpty());
    }
}
