package freshlegs.coach.page;

import freshlegs.coach.WaysIn;
import freshlegs.coach.read.KnownEpisode;
import freshlegs.coach.read.RulePrecision;
import freshlegs.coach.read.SquadRow;
import freshlegs.coach.read.ToldAlert;
import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.Episode;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.StatusDay;
import freshlegs.model.result.WeekReview;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Everything about one athlete: how it stands and on what evidence, how its last weeks went, what was suspected before, trends, plan, files. */
public record AthletePage(
        String athlete,
        Standing standing,
        String why,
        boolean lowConfidence,
        String asOf,
        String syncAge,
        String syncMoment,
        boolean stale,
        List<Evidence> evidence,
        List<String> context,
        List<String> missing,
        List<Week> weeks,
        List<EpisodePage.Summary> episodes,
        List<WithdrawnPage> withdrawn,
        List<String> confirmed,
        List<Chart> charts,
        int days,
        List<ActivityLine> activities,
        List<Session> past,
        List<Session> ahead,
        List<Delivered> files,
        HandOver handOver) {

    /** What the page is made of, as read. */
    public record Material(
            SquadRow row,
            List<StatusDay> statuses,
            List<WeekReview> weeks,
            List<KnownEpisode> episodes,
            List<ToldAlert> withdrawn,
            Map<Episode.Cause, List<RulePrecision>> precision,
            Trend trend,
            int days,
            LocalDate planFrom,
            List<Prescription> plan,
            List<FileOutcome> files,
            List<ActivityAnalysis> activities) {}

    public static AthletePage of(Material material, WaysIn waysIn, Voice voice, Clock clock) {
        SquadRow row = material.row();
        Now card = Now.of(row, voice, new Days(clock));
        List<StatusDay> latest = material.statuses().stream()
                .filter(day -> row.statusDate().map(day.date()::equals).orElse(false))
                .toList();
        return new AthletePage(
                card.athlete(),
                card.standing(),
                card.why(),
                card.lowConfidence(),
                card.asOf(),
                card.syncAge(),
                card.syncMoment(),
                card.stale(),
                latest.stream()
                        .flatMap(day -> Evidence.of(day.domains(), material.statuses(), voice).stream())
                        .toList(),
                latest.stream()
                        .flatMap(day -> day.context().stream())
                        .map(voice.units()::prose)
                        .toList(),
                latest.stream().flatMap(day -> day.missing().stream()).toList(),
                material.weeks().stream().map(week -> Week.of(week, voice)).toList(),
                material.episodes().stream()
                        .map(known -> EpisodePage.Summary.of(known, voice))
                        .toList(),
                material.withdrawn().stream()
                        .map(told -> WithdrawnPage.of(told, voice))
                        .toList(),
                Confirmed.byCause(material.precision(), voice),
                Chart.of(material.trend(), voice.units()),
                material.days(),
                material.activities().stream()
                        .map(activity -> ActivityLine.of(activity, voice))
                        .toList(),
                sessions(material, true, voice),
                sessions(material, false, voice),
                material.files().stream().map(file -> Delivered.of(file, voice)).toList(),
                HandOver.of(waysIn, row.athlete()));
    }

    private static List<Session> sessions(Material material, boolean past, Voice voice) {
        return material.plan().stream()
                .filter(day -> day.date().isBefore(material.planFrom()) == past)
                .map(day -> Session.of(day, voice))
                .toList();
    }

    public boolean hasPlan() {
        return !past.isEmpty() || !ahead.isEmpty();
    }
}
