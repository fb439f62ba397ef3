package freshlegs.coach.read;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.OptionalDouble;

/** What the pages show of a row of {@code trend_day}. */
public record TrendRow(
        LocalDate date,
        double load,
        double fitness,
        double fatigue,
        double form,
        OptionalDouble restingHeartRateBpm,
        OptionalDouble hrvRmssdMilliseconds,
        OptionalDouble heartRateAtPaceResidualBpm,
        Usual distance7dMetres,
        Usual load7d,
        Usual sleepHours,
        Usual subjective) {

    /** A number, its mean over 7 days where it is not itself one of 7 days, and the athlete's own band. */
    public record Usual(OptionalDouble value, OptionalDouble mean7d, OptionalDouble low, OptionalDouble high) {

        private static Usual rolling(Row row, String column) throws SQLException {
            OptionalDouble value = row.optionalNumber(column);
            return new Usual(value, value, row.optionalNumber(column + "_low"), row.optionalNumber(column + "_high"));
        }

        private static Usual tracked(Row row, String column) throws SQLException {
            return new Usual(
                    row.optionalNumber(column),
                    row.optionalNumber(column + "_mean7d"),
                    row.optionalNumber(column + "_low"),
                    row.optionalNumber(column + "_high"));
        }
    }

    static final String SELECT = """
            select date, load, fitness, fatigue, form, resting_heart_rate_bpm, hrv_rmssd_milliseconds,
                   heart_rate_at_pace_residual_bpm, load7d, load7d_low, load7d_high,
                   distance7d_metres, distance7d_metres_low, distance7d_metres_high,
                   sleep_hours, sleep_hours_mean7d, sleep_hours_low, sleep_hours_high,
                   subjective, subjective_mean7d, subjective_low, subjective_high
            from freshlegs.trend_day
            """;

    static TrendRow read(Row row) throws SQLException {
        return new TrendRow(
                row.date("date"),
                row.number("load"),
                row.number("fitness"),
                row.number("fatigue"),
                row.number("form"),
                row.optionalNumber("resting_heart_rate_bpm"),
                row.optionalNumber("hrv_rmssd_milliseconds"),
                row.optionalNumber("heart_rate_at_pace_residual_bpm"),
                Usual.rolling(row, "distance7d_metres"),
                Usual.rolling(row, "load7d"),
                Usual.tracked(row, "sleep_hours"),
                Usual.tracked(row, "subjective"));
    }
}
