package freshlegs.app.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.deadletter.DeadLetter.Kind;
import freshlegs.app.output.Query;
import freshlegs.app.service.TopicReader;
import freshlegs.model.DatabaseAddress;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The records that could not become a row. */
final class TableLetters {
    private static final Pattern ID = Pattern.compile("warehouse-(.+)-(\\d{1,9})-(\\d{1,18})");

    /** Of more than these nobody is told whose they are, because every one has to be read in its topic. */
    private static final int MOST_LOOKED_UP = 500;

    private TableLetters() {}

    /** {@code known} is whose records are that have stopped elsewhere as well. */
    static List<DeadLetter> all(DatabaseAddress database, TopicReader reader, Map<Place, String> known)
            throws SQLException {
        List<DeadLetter> all = rows(database);
        return all.size() > MOST_LOOKED_UP
                ? all
                : all.stream()
                        .map(letter -> ofItsAthlete(letter, reader, known))
                        .toList();
    }

    /** Where the records stand. */
    static List<Place> places(DatabaseAddress database) throws SQLException {
        return rows(database).stream().map(DeadLetter::place).toList();
    }

    private static List<DeadLetter> rows(DatabaseAddress database) throws SQLException {
        return Query.of(
                        List.of("seenAt", "topic", "partition", "offset", "reason"),
                        "freshlegs.unreadable ORDER BY seen_at, topic, partition, \"offset\"")
                .ask(database)
                .rows()
                .stream()
                .map(TableLetters::of)
                .toList();
    }

    private static DeadLetter ofItsAthlete(DeadLetter letter, TopicReader reader, Map<Place, String> known) {
        Optional<String> told = Optional.ofNullable(known.get(letter.place()));
        if (told.isPresent()) {
            return letter.of(told.get());
        }
        return letter.of(
                reader.at(letter.place().topicPartition(), letter.place().offset())
                        .map(stored -> Texts.athlete(Optional.ofNullable(stored.key())))
                        .orElse(""));
    }

    static String id(Place place) {
        return "warehouse-" + place.topic() + "-" + place.partition() + "-" + place.offset();
    }

    /** Where the record stands, as its letter's id says. */
    static Optional<Place> where(String id) {
        Matcher parts = ID.matcher(id);
        return parts.matches()
                ? Optional.of(
                        new Place(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    private static DeadLetter of(List<JsonNode> row) {
        Place place =
                new Place(row.get(1).asText(), row.get(2).asInt(), row.get(3).asLong());
        return new DeadLetter(
                id(place),
                Kind.WAREHOUSE,
                Instant.parse(row.get(0).asText()),
                place,
                place,
                "",
                Texts.line(row.get(4).asText()),
                1,
                Optional.empty());
    }
}
