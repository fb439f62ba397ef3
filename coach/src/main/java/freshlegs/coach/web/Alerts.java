package freshlegs.coach.web;

import freshlegs.coach.access.Visitor;
import freshlegs.coach.page.AlertChange;
import freshlegs.coach.page.AlertPage;
import freshlegs.coach.page.Allowed;
import freshlegs.coach.page.EpisodePage;
import freshlegs.coach.page.Happened;
import freshlegs.coach.page.Notes;
import freshlegs.coach.page.Receipt;
import freshlegs.coach.page.Reply;
import freshlegs.coach.page.Rulebook;
import freshlegs.coach.page.Voice;
import freshlegs.coach.page.WithdrawnPage;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.KnownEpisode;
import freshlegs.coach.read.NoteRow;
import freshlegs.coach.read.ToldAlert;
import freshlegs.coach.read.Views;
import freshlegs.model.AthleteId;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Prescription;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Puts an alert's page together from the views. */
final class Alerts {
    private static final int OUTLOOK_DAYS = 14;
    private static final int SPARK_DAYS = 28;
    private static final int NOTES = 50;

    private final Database database;
    private final Rulebook rulebook;
    private final boolean takesAnswers;
    private final Clock clock;

    Alerts(Database database, Rulebook rulebook, boolean takesAnswers, Clock clock) {
        this.database = database;
        this.rulebook = rulebook;
        this.takesAnswers = takesAnswers;
        this.clock = clock;
    }

    /** What was just said, as the address of the page has it, or as it was refused. */
    record Saying(Optional<String> revision, Optional<String> chosen, Optional<Receipt.Refusal> refused) {
        static Saying refused(Receipt.Refusal refusal) {
            return new Saying(Optional.empty(), Optional.empty(), Optional.of(refusal));
        }

        private Receipt receipt(Views views, AthleteId athlete) {
            return new Receipt(
                    revision.filter(said -> !views.isTaken(athlete, said)).isPresent(), chosen, refused);
        }
    }

    /** The episode's page, or that of an alert which does not stand any more. */
    AlertPage page(String id, Visitor visitor, Saying saying, Voice voice) {
        return database.look(views -> page(views, id, visitor, saying, voice));
    }

    /** What was written down of an athlete. */
    Notes notes(AthleteId athlete, Visitor visitor, Saying saying, Voice voice) {
        return database.look(views -> {
            List<NoteRow> notes = views.notes(athlete, Instant.now(clock).plusSeconds(1), NOTES);
            return Notes.about(
                    "/athletes/" + athlete + "/notes",
                    athlete.value(),
                    notes,
                    Allowed.of(visitor, athlete, takesAnswers),
                    saying.receipt(views, athlete),
                    voice);
        });
    }

    /** The latest stretch of an alert that stands. */
    Episode standing(String id) {
        return database.look(views -> views.episode(id)).stream()
                .findFirst()
                .map(KnownEpisode::episode)
                .orElseThrow(Alerts::nothing);
    }

    static Problem nothing() {
        return Problem.notFound(
                "There is no such episode.", "Late files may have explained it away; see the athlete's page.");
    }

    private AlertPage page(Views views, String id, Visitor visitor, Saying saying, Voice voice) {
        List<KnownEpisode> stretches = views.episode(id);
        if (stretches.isEmpty()) {
            ToldAlert told = views.told(id).orElseThrow(Alerts::nothing);
            return page(
                    views,
                    new About(id, AthleteId.of(told.athlete()), told.cause(), List.of(), List.of()),
                    visitor,
                    saying,
                    voice,
                    Optional.empty(),
                    Optional.of(WithdrawnPage.of(told, voice)));
        }
        Episode latest = stretches.get(0).episode();
        return page(
                views,
                new About(
                        id,
                        latest.athlete(),
                        latest.cause(),
                        latest.rules(),
                        stretches.stream().map(KnownEpisode::episode).toList()),
                visitor,
                saying,
                voice,
                Optional.of(episode(views, stretches, saying.receipt(views, latest.athlete()), voice)),
                Optional.empty());
    }

    private record About(
            String id, AthleteId athlete, Episode.Cause cause, List<String> rules, List<Episode> stretches) {}

    private AlertPage page(
            Views views,
            About about,
            Visitor visitor,
            Saying saying,
            Voice voice,
            Optional<EpisodePage> episode,
            Optional<WithdrawnPage> withdrawn) {
        Instant now = clock.instant();
        Allowed allowed = Allowed.of(visitor, about.athlete(), takesAnswers);
        Receipt receipt = saying.receipt(views, about.athlete());
        Reply.Material read = new Reply.Material(
                about.id(),
                about.cause(),
                about.rules(),
                views.judged(about.id()),
                views.silences(about.athlete(), now),
                views.held(about.id(), now),
                views.precision(about.cause(), visitor.sees()));
        return new AlertPage(
                episode,
                withdrawn,
                Reply.of(read, takesAnswers, allowed, receipt, voice),
                Notes.about(
                        "/episodes/" + about.id() + "/notes",
                        about.athlete().value(),
                        views.notes(about.id()),
                        allowed,
                        receipt,
                        voice),
                Happened.of(about.stretches(), views.trail(about.id()), allowed.reader(), voice));
    }

    private EpisodePage episode(Views views, List<KnownEpisode> stretches, Receipt receipt, Voice voice) {
        Episode latest = stretches.get(0).episode();
        LocalDate until = latest.open() ? latest.lastDay().plusDays(OUTLOOK_DAYS) : latest.lastDay();
        List<Prescription> plan = views.plan(latest.athlete(), latest.firstDay(), until);
        LocalDate step = latest.steps().isEmpty()
                ? latest.firstDay()
                : latest.steps().get(latest.steps().size() - 1).day();
        LocalDate today = views.today(latest.athlete(), clock.instant());
        return EpisodePage.of(
                stretches,
                AlertChange.of(plan, latest.cause(), today, receipt, voice),
                views.statuses(latest.athlete(), step.minusDays(SPARK_DAYS - 1L), step),
                views.saidToAthlete(stretches.get(0).id()).orElse(""),
                views.evidence(stretches.get(0)),
                rulebook,
                voice);
    }
}
