package freshlegs.coach.web;

import freshlegs.coach.access.Right;
import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts an athlete into groups on somebody's own board, and takes her out of all others. */
final class Grouping {
    private static final int MOST_GROUPS = 10;
    private static final int MOST_LETTERS = 40;
    private static final String CLEAR = "delete from access.athlete_group where account = ? and athlete = ?";
    private static final String ADD = "insert into access.athlete_group (account, athlete, name)"
            + " select ?, athlete, ? from freshlegs.known_athlete where athlete = ?";

    private final Database database;

    Grouping(Database database) {
        this.database = database;
    }

    void addTo(Gate gate) {
        gate.athlete(HandlerType.POST, "/athletes/{id}/groups", Right.SEE, this::group);
    }

    private void group(Context request) {
        String account = Gate.visitor(request).account();
        AthleteId athlete = Asked.athlete(request);
        List<String> groups =
                groups(Optional.ofNullable(request.formParam("groups")).orElse(""));
        database.write(connection -> {
            execute(connection, CLEAR, account, athlete.value());
            for (String name : groups) {
                execute(connection, ADD, account, name, athlete.value());
            }
            return groups;
        });
        request.redirect(Preferring.back(request, "/"), HttpStatus.SEE_OTHER);
    }

    private static List<String> groups(String text) {
        List<String> groups = Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        boolean named = groups.stream()
                .allMatch(name -> name.length() <= MOST_LETTERS
                        && name.chars().noneMatch(letter -> Character.isISOControl(letter)));
        if (groups.size() > MOST_GROUPS || !named) {
            throw Problem.badRequest(
                    "These are no names of groups.",
                    "At most " + MOST_GROUPS + ", of at most " + MOST_LETTERS + " letters each, with commas between.");
        }
        return groups;
    }

    private static void execute(Connection connection, String sql, String... texts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < texts.length; i++) {
                statement.setString(i + 1, texts[i]);
            }
            statement.executeUpdate();
        }
    }
}
