package freshlegs.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether readers of both releases read messages of both: a new reader what was written before, and an old one, which passes over
 * fields it does not know, what is written now. New fields that may be absent, and new words and variants, are allowed. Our schemas
 * never hold themselves, so that a walk through one ends.
 */
final class SchemaCompatibility {
    private static final String NEXT = "or make a topic with the next version";
    private static final List<String> LOWER = List.of("minimum", "exclusiveMinimum", "minLength", "minItems");
    private static final List<String> UPPER = List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems");

    private final String topic;
    private final JsonNode before;
    private final JsonNode now;
    private final List<String> broken = new ArrayList<>();

    private SchemaCompatibility(String topic, JsonNode before, JsonNode now) {
        this.topic = topic;
        this.before = before;
        this.now = now;
    }

    /** One sentence for each change that some reader cannot bear: topic, field, and what mends it. */
    static List<String> broken(String topic, JsonNode before, JsonNode now) {
        SchemaCompatibility compared = new SchemaCompatibility(topic, before, now);
        compared.compare("", before, now);
        return List.copyOf(compared.broken);
    }

    private void compare(String field, JsonNode unresolvedBefore, JsonNode unresolvedNow) {
        JsonNode old = resolved(unresolvedBefore, before);
        JsonNode young = resolved(unresolvedNow, now);
        types(field, old, young);
        words(field, old, young);
        ranges(field, old, young);
        fields(field, old.path("properties"), young.path("properties"), required(old), required(young));
        variants(field, old.path("anyOf"), young.path("anyOf"));
        rows(field, old.path("prefixItems"), young.path("prefixItems"));
        inside(field + "[]", old.path("items"), young.path("items"));
        inside(field + "{}", old.path("additionalProperties"), young.path("additionalProperties"));
    }

    private void inside(String field, JsonNode old, JsonNode young) {
        if (old.isObject() && young.isObject()) {
            compare(field, old, young);
        }
    }

    private void types(String field, JsonNode old, JsonNode young) {
        if (!typeOf(old).equals(typeOf(young))) {
            say(field, "was " + typeOf(old) + " and is " + typeOf(young), "add a field of another name");
        } else if (!old.path("format").equals(young.path("format"))) {
            say(
                    field,
                    "had the format " + named(old.path("format")) + " and has " + named(young.path("format")),
                    "add a field of another name");
        }
    }

    private static String typeOf(JsonNode schema) {
        Set<String> types = new TreeSet<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(each -> types.add(each.asText()));
        } else if (type.isTextual()) {
            types.add(type.asText());
        } else if (schema.has("const")) {
            types.add("string");
        }
        return types.isEmpty() ? "of any type" : String.join(" or ", types);
    }

    private void words(String field, JsonNode old, JsonNode young) {
        Set<String> known = wordsOf(old);
        Set<String> still = wordsOf(young);
        if (known.isEmpty() && !still.isEmpty()) {
            say(field, "held any text and holds only " + still, "leave it free");
        }
        known.stream()
                .filter(word -> !still.isEmpty() && !still.contains(word))
                .forEach(word ->
                        say(field, "no longer knows " + word, "keep the word, for it lies in messages for ever"));
    }

    private static Set<String> wordsOf(JsonNode schema) {
        Set<String> words = new TreeSet<>();
        schema.path("enum").forEach(word -> words.add(word.asText()));
        if (schema.has("const")) {
            words.add(schema.path("const").asText());
        }
        return words;
    }

    private void ranges(String field, JsonNode old, JsonNode young) {
        LOWER.forEach(bound -> range(field, bound, old, young, 1));
        UPPER.forEach(bound -> range(field, bound, old, young, -1));
        if (young.has("pattern") && !old.path("pattern").equals(young.path("pattern"))) {
            say(field, "must match another pattern", "leave the pattern as it was");
        }
    }

    private void range(String field, String bound, JsonNode old, JsonNode young, int side) {
        if (!young.has(bound)) {
            return;
        }
        double drawn = young.path(bound).asDouble();
        if (!old.has(bound) || (drawn - old.path(bound).asDouble()) * side > 0) {
            say(field, "has a narrower " + bound, "leave the range as it was, since old messages lie outside of it");
        }
    }

    private void fields(String field, JsonNode old, JsonNode young, Set<String> neededOld, Set<String> neededYoung) {
        old.properties().forEach(member -> {
            String name = member.getKey();
            String path = field.isEmpty() ? name : field + "." + name;
            if (!young.has(name)) {
                say(
                        path,
                        "is gone",
                        neededOld.contains(name)
                                ? "go on writing it, since old readers need it"
                                : "keep it as an Optional that stays empty, so that nobody uses its name again");
                return;
            }
            if (neededOld.contains(name) && !neededYoung.contains(name)) {
                say(path, "may be absent now, and old readers need it", "go on writing it always");
            }
            if (!neededOld.contains(name) && neededYoung.contains(name)) {
                say(path, "must be there now, and old messages lack it", "leave it Optional");
            }
            compare(path, member.getValue(), young.path(name));
        });
        young.properties().forEach(member -> {
            if (!old.has(member.getKey()) && neededYoung.contains(member.getKey())) {
                say(
                        field.isEmpty() ? member.getKey() : field + "." + member.getKey(),
                        "is new and must be there, and old messages lack it",
                        "make it Optional, or mark it @Since and let its reader say what its absence means");
            }
        });
    }

    /** Told apart by their word, or else by their place. */
    private void variants(String field, JsonNode old, JsonNode young) {
        for (int i = 0; i < old.size(); i++) {
            Optional<String> word = word(resolved(old.get(i), before));
            Optional<JsonNode> same = word.isEmpty() ? Optional.of(young.path(i)) : find(young, word.orElseThrow());
            String path = field + word.map(each -> "(" + each + ")").orElse("(" + i + ")");
            if (same.isEmpty() || same.orElseThrow().isMissingNode()) {
                say(path, "is gone as a variant", "keep it, for it lies in messages for ever");
            } else {
                compare(path, old.get(i), same.orElseThrow());
            }
        }
    }

    private Optional<JsonNode> find(JsonNode variants, String word) {
        for (JsonNode variant : variants) {
            if (word(resolved(variant, now)).filter(word::equals).isPresent()) {
                return Optional.of(variant);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> word(JsonNode variant) {
        for (JsonNode member : variant.path("properties")) {
            if (member.has("const")) {
                return Optional.of(member.path("const").asText());
            }
        }
        return Optional.empty();
    }

    private void rows(String field, JsonNode old, JsonNode young) {
        if (old.size() > young.size()) {
            say(field, "has fewer columns than before", "leave every column where it is");
        }
        for (int i = 0; i < Math.min(old.size(), young.size()); i++) {
            if (!old.get(i).path("title").equals(young.get(i).path("title"))) {
                say(
                        field + "[" + i + "]",
                        "was " + named(old.get(i).path("title")) + " and is "
                                + named(young.get(i).path("title")),
                        "leave every column where it is");
            }
            compare(field + "[" + i + "]", old.get(i), young.get(i));
        }
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        return required;
    }

    private static JsonNode resolved(JsonNode schema, JsonNode document) {
        String place = schema.path("$ref").asText();
        return place.startsWith("#/") ? document.at(place.substring(1)) : schema;
    }

    private static String named(JsonNode word) {
        return word instanceof MissingNode ? "none" : word.asText();
    }

    private void say(String field, String what, String fix) {
        broken.add("%s: %s %s: %s, %s".formatted(topic, field.isEmpty() ? "the value" : field, what, fix, NEXT));
    }
}
