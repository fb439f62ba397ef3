package freshlegs.coach.web;

import freshlegs.coach.access.Visitor;
import freshlegs.coach.api.Given;
import freshlegs.coach.read.EvidenceRow;
import freshlegs.coach.read.KnownEpisode;
import freshlegs.coach.read.ToldAlert;
import freshlegs.coach.read.Views;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Prescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One alert with all that is known of it, as its reader may see it. */
final class ApiAlert {
    private static final int OUTLOOK_DAYS = 14;

    private ApiAlert() {}

    static Given.Alert of(Views views, String id, Visitor visitor, Instant now) {
        List<KnownEpisode> stretches = views.episode(id);
        Optional<ToldAlert> told = views.told(id);
        Optional<Episode> stands = stretches.stream().findFirst().map(KnownEpisode::episode);
        AthleteId athlete = stands.map(Episode::athlete)
                .or(() -> told.map(alert -> AthleteId.of(alert.athlete())))
                .orElseThrow(Alerts::nothing);
        Episode.Cause cause =
                stands.map(Episode::cause).orElseGet(() -> told.orElseThrow().cause());
        Person reader = visitor.speaker(athlete);
        return new Given.Alert(
                id,
                athlete,
                stands,
                stretches.stream().skip(1).map(KnownEpisode::episode).toList(),
                told,
                evidence(views, stretches),
                stands.map(episode -> changes(views, episode)).orElse(List.of()),
                views.judged(id),
                views.silences(athlete, now),
                views.notes(id).stream().filter(note -> note.isFor(reader)).toList(),
                views.trail(id).stream().filter(row -> row.isFor(reader)).toList(),
                views.precision(cause, visitor.sees()));
    }

    private static List<EvidenceRow> evidence(Views views, List<KnownEpisode> stretches) {
        return stretches.isEmpty() ? List.of() : views.evidence(stretches.get(0));
    }

    /** The sessions that it changed. */
    private static List<Prescription> changes(Views views, Episode episode) {
        return views
                .plan(
                        episode.athlete(),
                        episode.firstDay(),
                        episode.open() ? episode.lastDay().plusDays(OUTLOOK_DAYS) : episode.lastDay())
                .stream()
                .filter(day -> day.adjustment()
                        .filter(now -> now.cause().name().equals(episode.cause().name()))
                        .isPresent())
                .toList();
    }
}
