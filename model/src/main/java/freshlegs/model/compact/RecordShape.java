package freshlegs.model.compact;

import com.fasterxml.jackson.annotation.JsonFormat;
import freshlegs.model.compact.Layout.Form;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A record: its components one after the other. */
final class RecordShape implements Shape {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final List<String> names;
    private final boolean isRow;
    private final Shape[] parts;
    private final Function<Object, Object>[] getters;
    private final MethodHandle maker;

    @SuppressWarnings("unchecked")
    RecordShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        JsonFormat format = type.getAnnotation(JsonFormat.class);
        isRow = format != null && format.shape() == JsonFormat.Shape.ARRAY;
        names = Arrays.stream(components).map(RecordComponent::getName).toList();
        parts = Arrays.stream(components)
                .map(component -> Shapes.of(component.getGenericType()))
                .toArray(Shape[]::new);
        getters = Arrays.stream(components)
                .map(component -> getter(type, component.getAccessor()))
                .toArray(Function[]::new);
        maker = maker(type, components);
    }

    /** As fast as a call in the program's text, which a method handle in an array is not. */
    @SuppressWarnings("unchecked")
    private static Function<Object, Object> getter(Class<?> type, Method accessor) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, LOOKUP);
            MethodHandle handle = lookup.unreflect(accessor);
            MethodType boxed = handle.type().wrap();
            return (Function<Object, Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            handle,
                            boxed)
                    .getTarget()
                    .invoke();
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    private static MethodHandle maker(Class<?> type, RecordComponent[] components) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return LOOKUP.unreflectConstructor(constructor)
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(Object written, ByteSink sink) {
        for (int i = 0; i < parts.length; i++) {
            parts[i].write(getters[i].apply(written), sink);
        }
    }

    @Override
    public Object read(ByteSource source) {
        Object[] read = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            read[i] = parts[i].read(source);
        }
        return make(read);
    }

    @Override
    public Layout layout() {
        return new Layout(
                isRow ? Form.ROW : Form.RECORD,
                names,
                Arrays.stream(parts).map(Shape::layout).toList());
    }

    private Object make(Object[] read) {
        try {
            return (Object) maker.invokeExact(read);
        } catch (Throwable e) {
            throw unchecked(e);
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof RuntimeException already) {
            return already;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(thrown);
    }
}
