package freshlegs.app.deadletter;

import freshlegs.app.deadletter.DeadLetter.Note;
import freshlegs.app.deadletter.DeadLetter.State;
import freshlegs.app.output.Query;
import freshlegs.model.DatabaseAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** What people did about dead letters; a rebuild keeps it. */
public final class Notes {
    private static final String ALL =
            "select id, state, handled_by, handled_at, why, replayed_as, athlete from ledger.dead_letter";
    private static final String KEEP = """
            insert into ledger.dead_letter (id, state, handled_by, handled_at, why, replayed_as, athlete)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set state = excluded.state, handled_by = excluded.handled_by,
            handled_at = excluded.handled_at, why = excluded.why, replayed_as = excluded.replayed_as
            """;
    private static final String FORGET = "delete from ledger.dead_letter where id = ?";
    private static final String FORGET_UNREADABLE =
            "delete from freshlegs.unreadable where topic = ? and partition = ? and \"offset\" = ?";

    private final DatabaseAddress database;

    public Notes(DatabaseAddress database) {
        this.database = database;
    }

    /** A note with whose letter it is about. */
    record Kept(Note note, String athlete) {}

    /** Under the letters' present names; of a letter that was noted under both its names the later note counts. */
    Map<String, Kept> all(Map<String, String> names) throws SQLException {
        Map<String, Kept> all = new TreeMap<>();
        try (Connection connection = Query.connect(database);
                PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Note note = new Note(
                        State.valueOf(rows.getString(2)),
                        rows.getString(3),
                        rows.getTimestamp(4).toInstant(),
                        rows.getString(5),
                        Optional.ofNullable(rows.getString(6)));
                all.merge(
                        names.getOrDefault(rows.getString(1), rows.getString(1)),
                        new Kept(note, Optional.ofNullable(rows.getString(7)).orElse("")),
                        BinaryOperator.maxBy(
                                Comparator.comparing(kept -> kept.note().at())));
            }
        }
        return all;
    }

    public void keep(DeadLetter letter, Note note) throws SQLException {
        try (Connection connection = Query.connect(database);
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, letter.id());
            keep.setString(2, note.state().name());
            keep.setString(3, note.by());
            keep.setTimestamp(4, Timestamp.from(note.at()));
            keep.setString(5, note.why());
            keep.setString(6, note.replayedAs().orElse(null));
            keep.setString(7, letter.athlete().isEmpty() ? null : letter.athlete());
            keep.executeUpdate();
        }
    }

    void forget(String id) throws SQLException {
        try (Connection connection = Query.connect(database);
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setString(1, id);
            forget.executeUpdate();
        }
    }

    /** A record of its key has become a row, so there is nothing unreadable any more. */
    void forgetUnreadable(Place place) throws SQLException {
        try (Connection connection = Query.connect(database);
                PreparedStatement forget = connection.prepareStatement(FORGET_UNREADABLE)) {
            forget.setString(1, place.topic());
            forget.setInt(2, place.partition());
            forget.setLong(3, place.offset());
            forget.executeUpdate();
        }
    }
}
