package freshlegs.coach.read;

import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One row of a view by column name; whatever may be absent is said to be so. */
final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    AthleteId athlete() throws SQLException {
        return AthleteId.of(text("athlete"));
    }

    String text(String column) throws SQLException {
        String text = rows.getString(column);
        if (text == null) {
            throw new SQLException(column + " must not be empty");
        }
        return text;
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    double number(String column) throws SQLException {
        return rows.getDouble(column);
    }

    OptionalDouble optionalNumber(String column) throws SQLException {
        double number = rows.getDouble(column);
        return rows.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    int whole(String column) throws SQLException {
        return rows.getInt(column);
    }

    long big(String column) throws SQLException {
        return rows.getLong(column);
    }

    OptionalInt optionalWhole(String column) throws SQLException {
        int number = rows.getInt(column);
        return rows.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    boolean flag(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    LocalDate date(String column) throws SQLException {
        return rows.getObject(column, LocalDate.class);
    }

    Optional<LocalDate> optionalDate(String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, LocalDate.class));
    }

    Instant instant(String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** A constant by its name or by its spelling in JSON, such as {@code set-aside}. */
    <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    <T> T json(String column, Class<T> type) throws SQLException {
        return Json.read(text(column), type);
    }

    <T> Optional<T> optionalJson(String column, Class<T> type) throws SQLException {
        return optionalText(column).filter(text -> !text.equals("null")).map(text -> Json.read(text, type));
    }

    /** Of an array; empty when there is none. */
    <T> List<T> list(String column, Class<T> element) throws SQLException {
        Array array = rows.getArray(column);
        return array == null
                ? List.of()
                : Arrays.stream((Object[]) array.getArray()).map(element::cast).toList();
    }

    <T> List<T> jsonList(String column, Class<T> element) throws SQLException {
        return optionalText(column)
                .filter(text -> !text.equals("null"))
                .map(text -> Json.readList(text, element))
                .orElse(List.of());
    }
}
