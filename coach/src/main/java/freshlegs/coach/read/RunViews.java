package freshlegs.coach.read;

import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.Prescription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The warehouse's tables and views as questions about single activities. */
public final class RunViews {
    private final Snapshot snapshot;

    RunViews(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** What an activity amounted to; two tellings of one name may count as two runs. */
    public List<ActivityAnalysis> analysed(AthleteId athlete, String fact) {
        return snapshot.list(
                AnalysisRow.SELECT + "where athlete = ? and fact_id = ? order by date, revision",
                AnalysisRow::read,
                athlete.value(),
                fact);
    }

    /** All recordings of that name, the richest first. */
    public List<RunRow> recorded(AthleteId athlete, String fact) {
        return snapshot.list(
                RunRow.SELECT + "where s.athlete = ? and s.fact_id = ? order by s.recording_rank desc, s.revision desc",
                RunRow::read,
                athlete.value(),
                fact);
    }

    /** All recordings of the same run, the one that counts first; a file that was handed over twice is there twice. */
    public List<CopyRow> copies(AthleteId athlete, String fact) {
        return snapshot.list(CopyRow.SELECT, CopyRow::read, athlete.value(), fact);
    }

    /** The latest first: those before the one of that start and name, or of all. */
    public List<ActivityAnalysis> latest(AthleteId athlete, Optional<ActivityAnalysis> before, int limit) {
        return before.map(known -> snapshot.list(
                        AnalysisRow.SELECT + """
                                where athlete = ? and (date, fact_id, revision) < (?, ?, ?)
                                order by date desc, fact_id desc, revision desc limit ?
                                """,
                        AnalysisRow::read,
                        athlete.value(),
                        known.date(),
                        known.factId(),
                        known.revision(),
                        limit))
                .orElseGet(() -> snapshot.list(
                        AnalysisRow.SELECT
                                + "where athlete = ? order by date desc, fact_id desc, revision desc limit ?",
                        AnalysisRow::read,
                        athlete.value(),
                        limit));
    }

    public Optional<ActivityAnalysis> next(ActivityAnalysis after) {
        return snapshot.first(
                AnalysisRow.SELECT + """
                        where athlete = ? and (date, fact_id, revision) > (?, ?, ?)
                        order by date, fact_id, revision limit 1
                        """,
                AnalysisRow::read,
                after.athlete().value(),
                after.date(),
                after.factId(),
                after.revision());
    }

    /** The day whose planned session the activity was, wherever that was matched. */
    public Optional<Prescription> matched(AthleteId athlete, String fact) {
        return snapshot.first(
                PlanRow.SELECT + "where p.athlete = ? and p.done ->> 'activity' = ?",
                PlanRow::read,
                athlete.value(),
                fact);
    }

    /** Alerts that rest on the activity among others. */
    public List<KnownEpisode> alertsOn(AthleteId athlete, String fact) {
        String ground =
                new String(Json.write(List.of(Map.of("kind", "session", "factId", fact))), StandardCharsets.UTF_8);
        return snapshot.list(
                KnownEpisode.SELECT
                        + "where athlete = ? and id is not null and grounds @> ?::jsonb order by first_day desc, cause",
                KnownEpisode::read,
                athlete.value(),
                ground);
    }
}
