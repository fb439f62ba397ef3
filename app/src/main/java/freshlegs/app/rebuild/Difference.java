package freshlegs.app.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import freshlegs.warehouse.RowDifference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One record of a topic, or one row of a table, that is not what the facts make of it; {@code there} is what stands there,
 * {@code anew} what should.
 */
public record Difference(
        Kind kind, String where, String athlete, String key, Optional<JsonNode> there, Optional<JsonNode> anew) {
    private static final Pattern DAY = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");

    /** Whether it is a record of a topic or a row of a table. */
    public enum Kind {
        TOPIC,
        TABLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Difference of(RowDifference row) {
        return new Difference(Kind.TABLE, row.table(), row.athlete(), row.key(), row.there(), row.anew());
    }

    /** In which way it differs, as people read it. */
    public String how() {
        return there.isEmpty() ? "only anew" : anew.isEmpty() ? "only there" : "different";
    }

    /** The first day in its key. */
    public Optional<String> day() {
        Matcher found = DAY.matcher(key);
        return found.find()
                ? Optional.of(String.join("-", found.group(1), found.group(2), found.group(3)))
                : Optional.empty();
    }

    /** The names of the fields, or columns, that differ, of what is on both sides; those of a part with its name before them. */
    public List<String> fields() {
        Set<String> fields = new TreeSet<>();
        if (there.isPresent() && anew.isPresent()) {
            addFields("", there.get(), anew.get(), fields);
        }
        return List.copyOf(fields);
    }

    private static void addFields(String path, JsonNode one, JsonNode other, Set<String> fields) {
        Set<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode before = one.path(name);
            JsonNode after = other.path(name);
            if (before.isObject() && after.isObject()) {
                addFields(path + name + ".", before, after, fields);
            } else if (!before.equals(after)) {
                fields.add(path + name);
            }
        }
    }

    /** What stands under one of the {@link #fields}. */
    static JsonNode at(Optional<JsonNode> side, String field) {
        return side.orElse(MissingNode.getInstance()).at("/" + field.replace('.', '/'));
    }
}
