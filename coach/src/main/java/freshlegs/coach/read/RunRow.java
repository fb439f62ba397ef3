package freshlegs.coach.read;

import freshlegs.model.Sport;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Minute;
import freshlegs.model.fact.Minutes;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.SessionDetail;
import freshlegs.model.fact.Source;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What the pages show of a row of {@code session_revision}: one recording of an activity, whoever ran it. */
public record RunRow(
        String fact,
        String revision,
        Instant start,
        LocalDate date,
        Sport sport,
        Optional<String> subSport,
        String device,
        HeartRateSource heartRateSource,
        Optional<String> problem,
        double timerSeconds,
        double elapsedSeconds,
        double movingSeconds,
        double distanceMetres,
        OptionalDouble workoutRpe,
        OptionalInt workoutFeel,
        Session.HeartRate heartRate,
        Session.Pace pace,
        List<Minute> minutes,
        List<Repeat> repeats,
        Source source,
        SessionDetail detail) {

    static final String SELECT = """
            select s.fact_id, s.revision, s.start, s.local_date, s.sport, s.sub_sport, s.device, s.heart_rate_source, s.problem,
                   s.timer_seconds, s.elapsed_seconds, s.moving_seconds, s.distance_metres, s.workout_rpe, s.workout_feel,
                   s.heart_rate, s.pace, s.minutes, s.repeats, s.source, nullif(s.detail, '{}') as detail
            from freshlegs.session_revision s
            """;

    static RunRow read(Row row) throws SQLException {
        return new RunRow(
                row.text("fact_id"),
                row.text("revision"),
                row.instant("start"),
                row.date("local_date"),
                row.constant("sport", Sport.class),
                row.optionalText("sub_sport"),
                row.text("device"),
                row.constant("heart_rate_source", HeartRateSource.class),
                row.optionalText("problem"),
                row.number("timer_seconds"),
                row.number("elapsed_seconds"),
                row.number("moving_seconds"),
                row.number("distance_metres"),
                row.optionalNumber("workout_rpe"),
                row.optionalWhole("workout_feel"),
                row.optionalJson("heart_rate", Session.HeartRate.class).orElseGet(Session.HeartRate::none),
                row.optionalJson("pace", Session.Pace.class).orElseGet(Session.Pace::none),
                row.optionalJson("minutes", Minutes.class).map(Minutes::toList).orElse(List.of()),
                row.jsonList("repeats", Repeat.class),
                row.optionalJson("source", Source.class).orElse(Source.NAMELESS_FIT),
                row.optionalJson("detail", SessionDetail.class).orElse(SessionDetail.NONE));
    }
}
