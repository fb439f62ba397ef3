package freshlegs.warehouse;

import freshlegs.model.AthleteId;
import freshlegs.model.json.Flat;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A column named after a message's field: {@code distance7dMetres} is {@code distance7d_metres}. */
record Column(String field, String name, String type) {
    private static final String NESTED = "jsonb";
    private static final Map<Type, String> TYPES = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(AthleteId.class, "text"),
            Map.entry(ZoneId.class, "text"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(Instant.class, "timestamptz"),
            Map.entry(int.class, "integer"),
            Map.entry(OptionalInt.class, "integer"),
            Map.entry(long.class, "bigint"),
            Map.entry(double.class, "double precision"),
            Map.entry(OptionalDouble.class, "double precision"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"));

    static Column of(String field, String type) {
        return new Column(field, snakeCase(field), type);
    }

    /** One column per component; what is neither text, number, time nor yes-or-no is nested. */
    static List<Column> of(Class<? extends Record> message) {
        return Arrays.stream(message.getRecordComponents()).map(Column::of).toList();
    }

    /** One column per field of a message laid out as a row. */
    static List<Column> of(Flat message) {
        return message.fields().stream()
                .map(field -> of(field.name(), typeOf(field.type())))
                .toList();
    }

    private static Column of(RecordComponent component) {
        return of(component.getName(), typeOf(component.getGenericType()));
    }

    private static String typeOf(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return typeOf(generic.getActualTypeArguments()[0]);
        }
        if (type instanceof Class<?> plain && plain.isEnum()) {
            return "text";
        }
        return TYPES.getOrDefault(type, NESTED);
    }

    static String snakeCase(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
