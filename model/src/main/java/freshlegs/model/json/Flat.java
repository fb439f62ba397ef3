package freshlegs.model.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message with its nested records laid out as one row. A record of the message only groups its fields; a record within such a
 * group gives them its name: {@code value} of {@code sleepHours} is {@code sleepHours}, {@code low} is {@code sleepHoursLow}.
 */
public record Flat(List<Field> fields) {
    private static final String ITSELF = "value";

    /** A field of the row, its type and where its content stands in the message. */
    public record Field(String name, Type type, JsonPointer place) {}

    public Flat {
        fields = List.copyOf(fields);
    }

    /** Only records that the message itself declares are laid out. */
    public static Flat of(Class<? extends Record> message) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : message.getRecordComponents()) {
            if (isNestedIn(message, component)) {
                addGroup(fields, message, component);
            } else {
                fields.add(field(component, component.getName(), ""));
            }
        }
        return new Flat(fields);
    }

    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /** Turns a message into its row. */
    public void flatten(ObjectNode message) {
        Map<String, JsonNode> row = new LinkedHashMap<>();
        for (Field field : fields) {
            JsonNode content = message.at(field.place());
            if (!content.isMissingNode()) {
                row.put(field.name(), content);
            }
        }
        message.removeAll();
        row.forEach(message::set);
    }

    private static void addGroup(List<Field> fields, Class<?> message, RecordComponent group) {
        String place = "/" + group.getName();
        for (RecordComponent member : group.getType().getRecordComponents()) {
            if (!isNestedIn(message, member)) {
                fields.add(field(member, member.getName(), place));
                continue;
            }
            for (RecordComponent part : member.getType().getRecordComponents()) {
                fields.add(field(part, named(member.getName(), part.getName()), place + "/" + member.getName()));
            }
        }
    }

    private static boolean isNestedIn(Class<?> message, RecordComponent component) {
        return component.getType().isRecord() && component.getType().getEnclosingClass() == message;
    }

    private static Field field(RecordComponent component, String name, String place) {
        return new Field(name, component.getGenericType(), JsonPointer.compile(place + "/" + component.getName()));
    }

    private static String named(String owner, String part) {
        return part.equals(ITSELF) ? owner : owner + Character.toUpperCase(part.charAt(0)) + part.substring(1);
    }
}
