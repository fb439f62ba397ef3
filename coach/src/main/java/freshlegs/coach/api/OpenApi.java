package freshlegs.coach.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.coach.access.Right;
import freshlegs.coach.access.Scope;
import freshlegs.model.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OpenAPI document of the ways that are spoken, version 3.1. */
public final class OpenApi {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");
    private static final String PROBLEM = "application/problem+json";

    private final Schemas schemas = new Schemas();
    private final ObjectNode document = Json.MAPPER.createObjectNode();

    private OpenApi() {}

    /** {@code unspoken} are addresses of which nothing more is told. */
    public static ObjectNode of(List<Spoken> ways, List<String> unspoken) {
        OpenApi api = new OpenApi();
        api.head();
        ObjectNode paths = api.document.putObject("paths");
        ways.forEach(way -> api.add(paths, way));
        api.components();
        ArrayNode others = api.document.putArray("x-other-addresses");
        unspoken.forEach(others::add);
        return api.document;
    }

    private void head() {
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Freshlegs")
                .put("version", "1")
                .put(
                        "description",
                        "The same numbers as the pages show. Not a medical device: it suspects, it never diagnoses.");
        document.putArray("servers").addObject().put("url", "/");
    }

    private void add(ObjectNode paths, Spoken way) {
        ObjectNode operation =
                paths.withObjectProperty(way.path()).putObject(way.method().toLowerCase(Locale.ROOT));
        operation.put("operationId", idOf(way));
        operation.put("summary", way.sentence());
        way.right().ifPresent(right -> operation.put("x-right", keyOf(right)));
        security(operation, way);
        parameters(operation, way);
        way.sends().ifPresent(type -> operation
                .putObject("requestBody")
                .put("required", true)
                .putObject("content")
                .putObject("application/json")
                .set("schema", schemas.reference(type)));
        responses(operation.putObject("responses"), way);
    }

    /** Whoever is signed in, and tokens with the scope if there is one. */
    private static void security(ObjectNode operation, Spoken way) {
        ArrayNode security = operation.putArray("security");
        if (way.open()) {
            return;
        }
        scope(way).ifPresent(scope -> security.addObject().putArray("token").add(scope.key()));
        security.addObject().putArray("session");
    }

    /** What a token needs; empty where none will do. */
    static Optional<Scope> scope(Spoken way) {
        Right right = way.right().orElse(Right.SEE);
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.right() == right)
                .findFirst();
    }

    private static void parameters(ObjectNode operation, Spoken way) {
        ArrayNode parameters = operation.putArray("parameters");
        Matcher named = PARAMETER.matcher(way.path());
        while (named.find()) {
            parameters
                    .addObject()
                    .put("name", named.group(1))
                    .put("in", "path")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string");
        }
        for (Spoken.Asking asking : way.asks()) {
            ObjectNode schema = parameters
                    .addObject()
                    .put("name", asking.name())
                    .put("in", "query")
                    .put("description", asking.sentence())
                    .putObject("schema")
                    .put("type", asking.number() ? "integer" : "string");
            if (!asking.words().isEmpty()) {
                ArrayNode allowed = schema.putArray("enum");
                asking.words().forEach(allowed::addPOJO);
            }
        }
    }

    private void responses(ObjectNode responses, Spoken way) {
        ObjectNode good = responses.putObject(Integer.toString(way.status()));
        good.put(
                "description",
                way.status() == 202 ? "Taken; the receipt says under which revision." : "What was asked for.");
        ObjectNode content = good.putObject("content").putObject(way.media());
        way.gives().ifPresentOrElse(type -> content.set("schema", schemas.reference(type)), () -> content.putObject(
                        "schema")
                .put("type", "string"));
        responses
                .putObject("default")
                .put("description", "What is wrong, and what to do.")
                .putObject("content")
                .putObject(PROBLEM)
                .set("schema", schemas.reference(Given.Problem.class));
    }

    private void components() {
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas.definitions());
        ObjectNode security = components.putObject("securitySchemes");
        security.putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put(
                        "description",
                        "A token that was made on the page of one's account; its scopes are rights: see, answer, plan,"
                                + " hand-over, share.");
        security.putObject("session")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "freshlegs")
                .put("description", "The cookie of who is signed in at the console.");
    }

    /** {@code hand-over}. */
    static String keyOf(Right right) {
        return right.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code getAthletesIdNotes}. */
    private static String idOf(Spoken way) {
        StringBuilder id = new StringBuilder(way.method().toLowerCase(Locale.ROOT));
        for (String part : way.path().replaceFirst("^/api/v1", "").split("[^A-Za-z0-9]+", -1)) {
            if (!part.isEmpty()) {
                id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return id.toString();
    }
}
