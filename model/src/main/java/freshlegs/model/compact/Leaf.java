package freshlegs.model.compact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.AthleteId;
import freshlegs.model.compact.Layout.Form;
import freshlegs.model.fact.Column;
import freshlegs.model.json.Json;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A type without parts. */
record Leaf(Form form, BiConsumer<Object, ByteSink> writer, Function<ByteSource, Object> reader) implements Shape {
    private static final Leaf FLAG =
            new Leaf(Form.FLAG, (flag, sink) -> sink.oneByte((Boolean) flag ? 1 : 0), source -> source.oneByte() != 0);
    private static final Leaf INT = new Leaf(
            Form.WHOLE, (number, sink) -> sink.whole((Integer) number), source -> Math.toIntExact(source.whole()));
    private static final Leaf LONG =
            new Leaf(Form.WHOLE, (number, sink) -> sink.whole((Long) number), ByteSource::whole);
    private static final Leaf NUMBER =
            new Leaf(Form.NUMBER, (number, sink) -> sink.number((Double) number), ByteSource::number);
    private static final Map<Class<?>, Leaf> KNOWN = Map.ofEntries(
            Map.entry(boolean.class, FLAG),
            Map.entry(Boolean.class, FLAG),
            Map.entry(int.class, INT),
            Map.entry(Integer.class, INT),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(double.class, NUMBER),
            Map.entry(Double.class, NUMBER),
            Map.entry(String.class, new Leaf(Form.TEXT, (text, sink) -> sink.text((String) text), ByteSource::text)),
            Map.entry(
                    AthleteId.class,
                    new Leaf(
                            Form.TEXT,
                            (athlete, sink) -> sink.text(((AthleteId) athlete).value()),
                            ByteSource::athlete)),
            Map.entry(
                    LocalDate.class,
                    new Leaf(Form.DATE, (date, sink) -> sink.whole(((LocalDate) date).toEpochDay()), Leaf::date)),
            Map.entry(
                    Instant.class, new Leaf(Form.MOMENT, (moment, sink) -> put((Instant) moment, sink), Leaf::moment)),
            Map.entry(Column.class, new Leaf(Form.COLUMN, (column, sink) -> put((Column) column, sink), Leaf::column)));

    static @Nullable Leaf of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** The layout names the constant of each place, so that their order may change. */
    @SuppressWarnings("EnumOrdinal")
    static Leaf chosen(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return new Leaf(
                Form.CHOSEN,
                (chosen, sink) -> sink.count(((Enum<?>) chosen).ordinal()),
                source -> constants[source.size()]);
    }

    /** For whatever has no shape of its own. */
    static Leaf inJson(Class<?> type) {
        return new Leaf(
                Form.JSON,
                (written, sink) -> sink.text(Json.writeText(written)),
                source -> Json.read(source.text(), type));
    }

    @Override
    public void write(Object written, ByteSink sink) {
        writer.accept(written, sink);
    }

    @Override
    public Object read(ByteSource source) {
        return reader.apply(source);
    }

    @Override
    public Layout layout() {
        return Layout.of(form);
    }

    static LocalDate date(ByteSource source) {
        return LocalDate.ofEpochDay(source.whole());
    }

    private static void put(Instant moment, ByteSink sink) {
        sink.whole(moment.getEpochSecond());
        sink.count(moment.getNano());
    }

    static Instant moment(ByteSource source) {
        long seconds = source.whole();
        return Instant.ofEpochSecond(seconds, source.count());
    }

    /** Differences between consecutive present numbers; 0 stands for a missing one. */
    private static void put(Column column, ByteSink sink) {
        sink.count(column.size());
        long last = 0;
        for (int i = 0; i < column.size(); i++) {
            if (column.has(i)) {
                long difference = column.at(i) - last;
                sink.whole(difference >= 0 ? difference + 1 : difference);
                last = column.at(i);
            } else {
                sink.whole(0);
            }
        }
    }

    static Column column(ByteSource source) {
        int[] numbers = new int[source.size()];
        long last = 0;
        for (int i = 0; i < numbers.length; i++) {
            long code = source.whole();
            last += code > 0 ? code - 1 : code;
            numbers[i] = code == 0 ? Column.MISSING : (int) last;
        }
        return Column.owning(numbers);
    }

    static JsonNode json(ByteSource source) {
        try {
            return Json.MAPPER.readTree(source.text());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not readable", e);
        }
    }
}
