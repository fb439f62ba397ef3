package freshlegs.app.backup;

import freshlegs.app.output.Query;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.Topics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people noted about dead letters follows the records to the places where they stand now. */
record NotedLetters(DatabaseAddress database) {
    private static final String ALL = "select id from ledger.dead_letter";
    private static final String RENAME = "update ledger.dead_letter set id = ? where id = ?";
    private static final String STREAMS = "streams-";
    private static final String WAREHOUSE = "warehouse-";

    /** Of letters from before they had keys of their own. */
    private static final Pattern OLD = Pattern.compile(STREAMS + "\\d+-\\d+");

    private static final String LETTERS = Topics.DEAD_LETTER.name() + "-";

    /** Where the records stood that the notes are about. */
    Set<String> places() throws SQLException {
        Set<String> places = new HashSet<>();
        for (String id : ids()) {
            place(id).ifPresent(places::add);
        }
        return places;
    }

    private Set<String> ids() throws SQLException {
        Set<String> ids = new HashSet<>();
        try (Connection connection = Query.connect(database);
                PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private static Optional<String> place(String id) {
        return Stream.of(STREAMS, WAREHOUSE)
                .filter(id::startsWith)
                .map(prefix -> (OLD.matcher(id).matches() ? LETTERS : "") + id.substring(prefix.length()))
                .findFirst();
    }

    /** A letter whose record is gone keeps its name with a mark, so that no other is taken for it. */
    void follow(Map<String, String> moved) throws SQLException {
        Map<String, String> names = new HashMap<>();
        for (String id : ids()) {
            place(id)
                    .ifPresent(place -> names.put(
                            id,
                            Optional.ofNullable(moved.get(place))
                                    .map(now -> (id.startsWith(STREAMS) ? STREAMS : WAREHOUSE) + now)
                                    .orElse(id + LoadedLetters.GONE)));
        }
        try (Connection connection = Query.connect(database);
                PreparedStatement rename = connection.prepareStatement(RENAME)) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, String> name : names.entrySet()) {
                rename(rename, name.getKey(), between(name.getKey()));
            }
            for (Map.Entry<String, String> name : names.entrySet()) {
                rename(rename, between(name.getKey()), name.getValue());
            }
            connection.commit();
        }
    }

    private static String between(String id) {
        return "moving-" + id;
    }

    private static void rename(PreparedStatement rename, String from, String to) throws SQLException {
        rename.setString(1, to);
        rename.setString(2, from);
        rename.executeUpdate();
    }
}
