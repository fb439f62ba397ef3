package freshlegs.app.ask;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MICROS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;
import static org.apache.parquet.schema.Types.optional;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Rows in Parquet's types: DATE, TIMESTAMP (UTC, microseconds), INT32, INT64, DOUBLE, BOOLEAN and STRING. */
final class ParquetRows extends WriteSupport<@Nullable Object[]> {
    private final List<Column> columns;
    private @Nullable RecordConsumer out;

    ParquetRows(List<Column> columns) {
        this.columns = columns;
    }

    @Override
    @SuppressWarnings("deprecation") // has to be there, and is not called
    public WriteContext init(Configuration nothing) {
        return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration nothing) {
        return context();
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(@Nullable Object[] row) {
        RecordConsumer consumer = Objects.requireNonNull(out);
        consumer.startMessage();
        for (int i = 0; i < row.length; i++) {
            Object cell = row[i];
            if (cell != null) {
                consumer.startField(columns.get(i).name(), i);
                add(cell, consumer);
                consumer.endField(columns.get(i).name(), i);
            }
        }
        consumer.endMessage();
    }

    private WriteContext context() {
        return new WriteContext(
                new MessageType("row", columns.stream().map(ParquetRows::type).toList()), Map.of());
    }

    private static Type type(Column column) {
        return switch (column.cell()) {
            case TEXT -> optional(BINARY).as(stringType()).named(column.name());
            case DAY -> optional(INT32).as(dateType()).named(column.name());
            case INSTANT -> optional(INT64).as(timestampType(true, MICROS)).named(column.name());
            case INTEGER -> optional(INT32).named(column.name());
            case LONG -> optional(INT64).named(column.name());
            case NUMBER -> optional(DOUBLE).named(column.name());
            case TRUTH -> optional(BOOLEAN).named(column.name());
        };
    }

    private static void add(Object cell, RecordConsumer consumer) {
        if (cell instanceof String text) {
            consumer.addBinary(Binary.fromString(text));
        } else if (cell instanceof LocalDate day) {
            consumer.addInteger(Math.toIntExact(day.toEpochDay()));
        } else if (cell instanceof Instant time) {
            consumer.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, time));
        } else if (cell instanceof Integer number) {
            consumer.addInteger(number);
        } else if (cell instanceof Long number) {
            consumer.addLong(number);
        } else if (cell instanceof Double number) {
            consumer.addDouble(number);
        } else {
            consumer.addBoolean((Boolean) cell);
        }
    }
}
