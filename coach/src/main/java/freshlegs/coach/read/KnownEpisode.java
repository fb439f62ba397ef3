package freshlegs.coach.read;

import freshlegs.model.Status;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Episode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** An episode with the permanent id that people see. */
public record KnownEpisode(String id, Episode episode) {

    /** Where one stands in a list that has the latest first, as text {@code 2026-11-15~anna~FATIGUE}. */
    public record Place(LocalDate firstDay, String athlete, String cause) {
        static final Place BEFORE_ALL = new Place(LocalDate.of(9999, 12, 31), "", "");

        public static Place of(KnownEpisode known) {
            Episode episode = known.episode();
            return new Place(
                    episode.firstDay(),
                    episode.athlete().value(),
                    episode.cause().name());
        }

        /** Throws what a day that is none throws. */
        public static Optional<Place> parse(String text) {
            String[] parts = text.split("~", -1);
            return parts.length == 3
                    ? Optional.of(new Place(LocalDate.parse(parts[0]), parts[1], parts[2]))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return firstDay + "~" + athlete + "~" + cause;
        }
    }

    static final String SELECT = """
            select id, athlete, cause, first_day, last_day, open, status, why, low_confidence,
                   to_jsonb(steps) as steps, to_jsonb(domains) as domains,
                   to_jsonb(context) as context, to_jsonb(missing) as missing,
                   athlete_why, to_jsonb(confidence) as confidence, clears, to_jsonb(grounds) as grounds,
                   agreement,
                   to_jsonb(rules) as rules, rule_set
            from freshlegs.episode
            """;

    static KnownEpisode read(Row row) throws SQLException {
        return new KnownEpisode(
                row.text("id"),
                new Episode(
                        row.athlete(),
                        row.constant("cause", Episode.Cause.class),
                        row.date("first_day"),
                        row.date("last_day"),
                        row.flag("open"),
                        row.constant("status", Status.class),
                        row.text("why"),
                        row.flag("low_confidence"),
                        row.jsonList("steps", Episode.Step.class),
                        row.jsonList("domains", Domain.class),
                        row.jsonList("context", String.class),
                        row.jsonList("missing", String.class),
                        row.text("athlete_why"),
                        row.json("confidence", Episode.Confidence.class),
                        row.text("clears"),
                        row.jsonList("grounds", Episode.Ground.class),
                        row.text("agreement"),
                        row.jsonList("rules", String.class),
                        row.text("rule_set")));
    }
}
