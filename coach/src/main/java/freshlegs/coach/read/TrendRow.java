package freshlegs.coach.read;

import freshlegs.model.result.TrendDay;
import java.sql.SQLException;

/** A row of {@code trend_day}. */
final class TrendRow {
    static final String SELECT = """
            select athlete, date, kind, load, load_basis, fitness, fatigue, form, ramp, effort_load,
                   monotony, strain, runs, distance_metres, timer_seconds, distance7d_metres,
                   session_spike, heart_rate_bpm, heart_rate7d_bpm, heart_rate28d_bpm,
                   pace_seconds_per_kilometre, pace7d_seconds_per_kilometre,
                   pace28d_seconds_per_kilometre, effort, effort7d, effort28d, efficiency,
                   decoupling_percent, heart_rate_at_pace_residual_bpm, resting_heart_rate_bpm,
                   hrv_rmssd_milliseconds, sleep_hours, sleep_debt7d_hours, to_jsonb(flags) as flags
            from freshlegs.trend_day
            """;

    private TrendRow() {}

    static TrendDay read(Row row) throws SQLException {
        return new TrendDay(
                row.athlete(),
                row.date("date"),
                row.constant("kind", TrendDay.Kind.class),
                row.number("load"),
                row.optionalText("load_basis"),
                row.number("fitness"),
                row.number("fatigue"),
                row.number("form"),
                row.number("ramp"),
                row.number("effort_load"),
                row.optionalNumber("monotony"),
                row.optionalNumber("strain"),
                row.whole("runs"),
                row.number("distance_metres"),
                row.number("timer_seconds"),
                row.number("distance7d_metres"),
                row.optionalNumber("session_spike"),
                row.optionalNumber("heart_rate_bpm"),
                row.optionalNumber("heart_rate7d_bpm"),
                row.optionalNumber("heart_rate28d_bpm"),
                row.optionalNumber("pace_seconds_per_kilometre"),
                row.optionalNumber("pace7d_seconds_per_kilometre"),
                row.optionalNumber("pace28d_seconds_per_kilometre"),
                row.optionalNumber("effort"),
                row.optionalNumber("effort7d"),
                row.optionalNumber("effort28d"),
                row.optionalNumber("efficiency"),
                row.optionalNumber("decoupling_percent"),
                row.optionalNumber("heart_rate_at_pace_residual_bpm"),
                row.optionalNumber("resting_heart_rate_bpm"),
                row.optionalNumber("hrv_rmssd_milliseconds"),
                row.optionalNumber("sleep_hours"),
                row.optionalNumber("sleep_debt7d_hours"),
                row.jsonList("flags", String.class));
    }
}
