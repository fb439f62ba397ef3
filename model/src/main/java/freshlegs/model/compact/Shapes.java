package freshlegs.model.compact;

import com.fasterxml.jackson.annotation.JsonValue;
import freshlegs.model.compact.Layout.Form;
import freshlegs.model.json.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Finds out how a type is written. */
final class Shapes {
    private Shapes() {}

    static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return of((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        return type instanceof Class<?> plain ? of(plain) : Leaf.inJson(Object.class);
    }

    private static Shape of(Class<?> type, Type[] of) {
        if (type == Optional.class) {
            return new Gathered.Maybe(of(of[0]));
        }
        if (type == List.class || type == Set.class) {
            return new Gathered.Many(of(of[0]), type == Set.class);
        }
        return type == Map.class ? new Gathered.Pairs(of(of[0]), of(of[1])) : Leaf.inJson(type);
    }

    private static Shape of(Class<?> type) {
        Leaf known = Leaf.of(type);
        if (known != null) {
            return known;
        }
        if (type == OptionalInt.class) {
            return new Gathered.MaybeInt();
        }
        if (type == OptionalDouble.class) {
            return new Gathered.MaybeDouble();
        }
        if (type.isEnum()) {
            return new Chosen(Leaf.chosen(type), type);
        }
        if (type.isRecord() && !isSpelled(type)) {
            return new RecordShape(type);
        }
        return type.isSealed() && !isOfJava(type) ? new Variants(type) : Leaf.inJson(type);
    }

    /** Which of its own types are sealed, and to what, is another thing in each version of Java. */
    private static boolean isOfJava(Class<?> type) {
        return type.getName().startsWith("java.");
    }

    /** Whether it is one word in JSON, whatever its components are. */
    private static boolean isSpelled(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    /** An enum, which knows the names of its constants. */
    private record Chosen(Leaf leaf, Class<?> type) implements Shape {
        @Override
        public void write(Object written, ByteSink sink) {
            leaf.write(written, sink);
        }

        @Override
        public Object read(ByteSource source) {
            return leaf.read(source);
        }

        @Override
        public Layout layout() {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> Json.MAPPER.convertValue(constant, String.class))
                    .toList();
            return new Layout(Form.CHOSEN, names, List.of());
        }
    }
}
