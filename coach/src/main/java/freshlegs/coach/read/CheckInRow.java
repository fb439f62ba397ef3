package freshlegs.coach.read;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.CheckIn.CyclePhase;
import freshlegs.model.fact.CheckIn.Symptom;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A row of the view {@code checkin}: what is believed of a morning or a run. */
final class CheckInRow {
    static final String SELECT = """
            select athlete, kind, fact_id, revision, local_date, ordinal, ingested_at, recorded_at, fatigue, mood, soreness, stress,
                   sleep_quality, sleep_hours, pulse_bpm, alcohol, cycle_phase, effort, quality, pain_or_limp, symptoms
            from freshlegs.checkin
            where athlete = ? and local_date between ? and ? order by local_date desc, kind, fact_id
            """;

    private CheckInRow() {}

    static CheckIn read(Row row) throws SQLException {
        return row.text("kind").equals("morning-checkin") ? morning(row) : run(row);
    }

    private static CheckIn morning(Row row) throws SQLException {
        return new CheckIn.Morning(
                row.athlete(),
                row.date("local_date"),
                row.text("revision"),
                row.instant("ingested_at"),
                row.instant("recorded_at"),
                row.optionalWhole("fatigue"),
                row.optionalWhole("mood"),
                row.optionalWhole("soreness"),
                row.optionalWhole("stress"),
                row.optionalWhole("sleep_quality"),
                row.optionalNumber("sleep_hours"),
                row.optionalNumber("pulse_bpm"),
                row.optionalText("alcohol").map(text -> text.equals("t")),
                row.optionalText("cycle_phase").map(CyclePhase::valueOf),
                pain(row),
                symptoms(row));
    }

    private static CheckIn run(Row row) throws SQLException {
        return new CheckIn.AfterRun(
                row.athlete(),
                row.date("local_date"),
                row.whole("ordinal"),
                row.text("revision"),
                row.instant("ingested_at"),
                row.instant("recorded_at"),
                row.optionalWhole("effort"),
                row.optionalWhole("quality"),
                pain(row),
                symptoms(row));
    }

    private static Optional<Boolean> pain(Row row) throws SQLException {
        return row.optionalText("pain_or_limp").map(text -> text.equals("t"));
    }

    private static Set<Symptom> symptoms(Row row) throws SQLException {
        Set<Symptom> symptoms = EnumSet.noneOf(Symptom.class);
        symptoms.addAll(row.jsonList("symptoms", Symptom.class));
        return symptoms;
    }
}
