package freshlegs.coach.read;

import freshlegs.model.Sport;
import freshlegs.model.fact.SessionDetail.DistanceBest;
import freshlegs.model.fact.SessionDetail.TimedBest;
import freshlegs.model.result.ActivityAnalysis;
import java.sql.SQLException;

/** A row of {@code activity_analysis}. */
final class AnalysisRow {
    static final String SELECT = "select * from freshlegs.activity_analysis ";

    private AnalysisRow() {}

    static ActivityAnalysis read(Row row) throws SQLException {
        return new ActivityAnalysis(
                row.athlete(),
                row.date("date"),
                row.text("fact_id"),
                row.text("revision"),
                row.instant("start"),
                row.constant("sport", Sport.class),
                row.constant("kind", ActivityAnalysis.Kind.class),
                row.flag("hard"),
                row.jsonList("hard_reasons", String.class),
                row.flag("effort_doubtful"),
                row.number("timer_seconds"),
                row.number("distance_metres"),
                row.number("load"),
                row.text("load_basis"),
                row.optionalNumber("heart_rate_score"),
                row.optionalNumber("pace_score"),
                row.optionalNumber("effort"),
                row.optionalNumber("effort_load"),
                row.optionalNumber("trimp"),
                row.optionalNumber("edwards"),
                row.jsonList("zone_minutes", Double.class),
                row.optionalNumber("heart_rate_bpm"),
                row.optionalNumber("pace_seconds_per_kilometre"),
                row.json("peaks", ActivityAnalysis.Peaks.class),
                row.optionalNumber("efficiency"),
                row.optionalNumber("beats_per_kilometre"),
                row.optionalNumber("decoupling_percent"),
                row.optionalNumber("heart_rate_at_pace_residual_bpm"),
                row.optionalNumber("heart_rate_recovery60s_bpm"),
                row.optionalWhole("heart_rate_after2min_bpm"),
                row.optionalJson("repeats", ActivityAnalysis.Repeats.class),
                row.jsonList("timed_bests", TimedBest.class),
                row.jsonList("distance_bests", DistanceBest.class));
    }
}
