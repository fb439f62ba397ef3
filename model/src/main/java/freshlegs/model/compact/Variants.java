package freshlegs.model.compact;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import freshlegs.model.compact.Layout.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sealed type: which of its variants, then that. */
final class Variants implements Shape {
    private final List<Class<?>> types;
    private final List<String> names;
    private final List<Shape> shapes;

    Variants(Class<?> sealed) {
        types = List.of(sealed.getPermittedSubclasses());
        shapes = types.stream().map(Shapes::of).toList();
        names = new ArrayList<>();
        JsonTypeInfo info = sealed.getAnnotation(JsonTypeInfo.class);
        names.add(info == null ? "type" : info.property());
        types.forEach(type -> names.add(name(sealed, type)));
    }

    private static String name(Class<?> sealed, Class<?> type) {
        JsonSubTypes known = sealed.getAnnotation(JsonSubTypes.class);
        return known == null
                ? type.getSimpleName()
                : Arrays.stream(known.value())
                        .filter(named -> named.value() == type)
                        .map(JsonSubTypes.Type::name)
                        .findFirst()
                        .orElse(type.getSimpleName());
    }

    @Override
    public void write(Object written, ByteSink sink) {
        int chosen = types.indexOf(written.getClass());
        sink.count(chosen);
        shapes.get(chosen).write(written, sink);
    }

    @Override
    public Object read(ByteSource source) {
        return shapes.get(source.size()).read(source);
    }

    @Override
    public Layout layout() {
        return new Layout(
                Form.VARIANT, names, shapes.stream().map(Shape::layout).toList());
    }
}
