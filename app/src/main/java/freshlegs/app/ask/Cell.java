package freshlegs.app.ask;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of values that exported columns have. */
enum Cell {
    TEXT(String.class),
    DAY(LocalDate.class),
    INSTANT(Instant.class),
    INTEGER(Integer.class),
    LONG(Long.class),
    NUMBER(Double.class),
    TRUTH(Boolean.class);

    private static final Map<String, Cell> OF_TYPES = Map.of(
            "text",
            TEXT,
            "date",
            DAY,
            "timestamptz",
            INSTANT,
            "int4",
            INTEGER,
            "int8",
            LONG,
            "float8",
            NUMBER,
            "bool",
            TRUTH);

    private final Class<?> type;

    Cell(Class<?> type) {
        this.type = type;
    }

    static Cell of(String databaseType) {
        return Optional.ofNullable(OF_TYPES.get(databaseType))
                .orElseThrow(() -> new IllegalStateException("no column of type " + databaseType + " is exported"));
    }

    @Nullable
    Object read(ResultSet row, int column) throws SQLException {
        if (this == INSTANT) {
            @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
        return row.getObject(column, type);
    }
}
