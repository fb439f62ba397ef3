package freshlegs.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.json.Json;
import freshlegs.model.result.Episode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Episodes as the season sees them and as they were published. */
final class EpisodeTables {
    private static final String STANDING = "select " + TopicTables.EPISODES.message("e")
            + "::text, coalesce(e.id, known.episode_id) from freshlegs.episode e left join ledger.episode_name known"
            + " using (athlete, cause, first_day) where athlete = ? order by cause, first_day";
    private static final String PUBLISHED = """
            select id, cause, first_day, last_day, told_status from ledger.episode
            where athlete = ? order by id for update
            """;
    private static final String PUBLISH = """
            insert into ledger.episode as known (id, athlete, cause, first_day, last_day, opened_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update
            set first_day = excluded.first_day, last_day = excluded.last_day, updated_at = excluded.updated_at
            where (known.first_day, known.last_day) <> (excluded.first_day, excluded.last_day)
            """;
    private static final String NAME = """
            update freshlegs.episode set id = ?
            where athlete = ? and cause = ? and first_day = ? and id is distinct from ?
            """;
    private static final String REMEMBER = """
            insert into ledger.episode_name as known (episode_id, athlete, cause, first_day) values (?, ?, ?, ?)
            on conflict (athlete, cause, first_day) do update set episode_id = excluded.episode_id
            where known.episode_id <> excluded.episode_id
            """;
    private static final String REBUILDING = "select ledger.is_rebuilding_at(?)";
    private static final String TOLD = """
            update ledger.episode set told_status = ?, updated_at = ? where id = ? and told_status is distinct from ?
            """;
    private static final String ATHLETES =
            "select athlete from freshlegs.episode union select athlete from ledger.episode order by athlete";
    private static final String ADJUSTMENT = "select next_adjustment from freshlegs.squad where athlete = ?";

    private final Connection connection;

    EpisodeTables(Connection connection) {
        this.connection = connection;
    }

    /** Everybody who ever had one. */
    List<String> athletes() throws SQLException {
        List<String> athletes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ATHLETES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                athletes.add(row.getString(1));
            }
        }
        return athletes;
    }

    List<StandingEpisode> standing(String athlete) throws SQLException {
        List<StandingEpisode> standing = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(STANDING)) {
            select.setString(1, athlete);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    standing.add(new StandingEpisode(
                            Json.read(row.getString(1), Episode.class), Optional.ofNullable(row.getString(2))));
                }
            }
        }
        return standing;
    }

    List<PublishedEpisode> published(String athlete) throws SQLException {
        List<PublishedEpisode> published = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(PUBLISHED)) {
            select.setString(1, athlete);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    published.add(new PublishedEpisode(
                            row.getString("id"),
                            AthleteId.of(athlete),
                            Episode.Cause.valueOf(row.getString("cause")),
                            row.getObject("first_day", LocalDate.class),
                            row.getObject("last_day", LocalDate.class),
                            Optional.ofNullable(row.getString("told_status")).map(Status::valueOf)));
                }
            }
        }
        return published;
    }

    void publish(EpisodeNames names, Instant now) throws SQLException {
        try (PreparedStatement publish = connection.prepareStatement(PUBLISH)) {
            for (PublishedEpisode each : names.published()) {
                publish.setString(1, each.id());
                publish.setString(2, each.athlete().value());
                publish.setString(3, each.cause().name());
                publish.setObject(4, each.firstDay());
                publish.setObject(5, each.lastDay());
                publish.setTimestamp(6, Timestamp.from(now));
                publish.setTimestamp(7, Timestamp.from(now));
                publish.addBatch();
            }
            publish.executeBatch();
        }
        try (PreparedStatement name = connection.prepareStatement(NAME);
                PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
            for (Map.Entry<Episode, String> each : names.names().entrySet()) {
                bind(name, each.getKey(), each.getValue());
                name.setString(5, each.getValue());
                name.addBatch();
                bind(remember, each.getKey(), each.getValue());
                remember.addBatch();
            }
            name.executeBatch();
            remember.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, Episode episode, String id) throws SQLException {
        statement.setString(1, id);
        statement.setString(2, episode.athlete().value());
        statement.setString(3, episode.cause().name());
        statement.setObject(4, episode.firstDay());
    }

    /** Whether episodes are still missing because the tables are being read again. */
    boolean isRebuilding(Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(REBUILDING)) {
            select.setTimestamp(1, Timestamp.from(now));
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    void told(String id, Optional<Status> status, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TOLD)) {
            update.setString(1, status.map(Status::name).orElse(null));
            update.setTimestamp(2, Timestamp.from(now));
            update.setString(3, id);
            update.setString(4, status.map(Status::name).orElse(null));
            update.executeUpdate();
        }
    }

    Optional<JsonNode> nextAdjustment(String athlete) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ADJUSTMENT)) {
            select.setString(1, athlete);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.ofNullable(row.getString(1)).map(json -> Json.read(json, JsonNode.class))
                        : Optional.empty();
            }
        }
    }
}
