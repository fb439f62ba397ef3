package freshlegs.model.compact;

import freshlegs.model.compact.Layout.Form;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Optional and gathered things. */
final class Gathered {
    private Gathered() {}

    /** Something that may be absent. */
    record Maybe(Shape part) implements Shape {
        @Override
        public void write(Object written, ByteSink sink) {
            Optional<?> maybe = (Optional<?>) written;
            sink.oneByte(maybe.isPresent() ? 1 : 0);
            maybe.ifPresent(present -> part.write(present, sink));
        }

        @Override
        public Object read(ByteSource source) {
            return source.oneByte() == 0 ? Optional.empty() : Optional.of(part.read(source));
        }

        @Override
        public Layout layout() {
            return Layout.of(Form.OPTIONAL, part.layout());
        }
    }

    /** A whole number that may be absent. */
    record MaybeInt() implements Shape {
        @Override
        public void write(Object written, ByteSink sink) {
            OptionalInt maybe = (OptionalInt) written;
            sink.oneByte(maybe.isPresent() ? 1 : 0);
            maybe.ifPresent(sink::whole);
        }

        @Override
        public Object read(ByteSource source) {
            return source.oneByte() == 0 ? OptionalInt.empty() : OptionalInt.of((int) source.whole());
        }

        @Override
        public Layout layout() {
            return Layout.of(Form.OPTIONAL, Layout.of(Form.WHOLE));
        }
    }

    /** A number that may be absent. */
    record MaybeDouble() implements Shape {
        @Override
        public void write(Object written, ByteSink sink) {
            OptionalDouble maybe = (OptionalDouble) written;
            sink.oneByte(maybe.isPresent() ? 1 : 0);
            maybe.ifPresent(sink::number);
        }

        @Override
        public Object read(ByteSource source) {
            return source.oneByte() == 0 ? OptionalDouble.empty() : OptionalDouble.of(source.number());
        }

        @Override
        public Layout layout() {
            return Layout.of(Form.OPTIONAL, Layout.of(Form.NUMBER));
        }
    }

    /** A list, or a set in the order in which it is gone through. */
    record Many(Shape part, boolean isSet) implements Shape {
        @Override
        public void write(Object written, ByteSink sink) {
            Collection<?> many = (Collection<?>) written;
            sink.count(many.size());
            many.forEach(one -> part.write(one, sink));
        }

        @Override
        public Object read(ByteSource source) {
            int size = source.size();
            if (size == 0) {
                return isSet ? Collections.emptySet() : List.of();
            }
            List<Object> many = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                many.add(part.read(source));
            }
            return isSet ? new LinkedHashSet<>(many) : many;
        }

        @Override
        public Layout layout() {
            return Layout.of(Form.LIST, part.layout());
        }
    }

    /** A map in the order in which it is gone through. */
    record Pairs(Shape key, Shape content) implements Shape {
        @Override
        public void write(Object written, ByteSink sink) {
            Map<?, ?> map = (Map<?, ?>) written;
            sink.count(map.size());
            map.forEach((name, one) -> {
                key.write(name, sink);
                content.write(one, sink);
            });
        }

        @Override
        public Object read(ByteSource source) {
            int size = source.size();
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                Object name = key.read(source);
                map.put(name, content.read(source));
            }
            return map;
        }

        @Override
        public Layout layout() {
            return Layout.of(Form.MAP, key.layout(), content.layout());
        }
    }
}
