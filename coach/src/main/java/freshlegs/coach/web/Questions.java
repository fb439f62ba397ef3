package freshlegs.coach.web;

import freshlegs.coach.WaysIn;
import freshlegs.coach.access.Right;
import freshlegs.coach.access.Visitor;
import freshlegs.coach.page.AthletePage;
import freshlegs.coach.page.Card;
import freshlegs.coach.page.Choice;
import freshlegs.coach.page.Marks;
import freshlegs.coach.page.PlanForm;
import freshlegs.coach.page.PlanPage;
import freshlegs.coach.page.Sayings;
import freshlegs.coach.page.SquadPage;
import freshlegs.coach.page.Trend;
import freshlegs.coach.page.Voice;
import freshlegs.coach.read.BoardRow;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.RulePrecision;
import freshlegs.coach.read.SquadRow;
import freshlegs.coach.read.Views;
import freshlegs.model.AthleteId;
import freshlegs.model.result.Episode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts each page together from the views. */
final class Questions {
    private static final int OUTLOOK_DAYS = 14;
    private static final int PAST_DAYS = 7;
    private static final int PLAN_PAST_DAYS = 14;
    private static final int PLAN_DAYS = 400;
    private static final int WEEKS = 4;
    private static final int FILES = 20;
    private static final int ACTIVITIES = 10;
    private static final int WITHDRAWN = 10;
    private static final int SPARK_DAYS = 28;

    private final Database database;
    private final WaysIn waysIn;
    private final boolean takesAnswers;
    private final Clock clock;

    Questions(Database database, WaysIn waysIn, boolean takesAnswers, Clock clock) {
        this.database = database;
        this.waysIn = waysIn;
        this.takesAnswers = takesAnswers;
        this.clock = clock;
    }

    /** Of those whom the visitor may see. */
    SquadPage squad(Visitor visitor, Choice choice, Voice voice) {
        List<BoardRow> rows = database.look(views -> views.board(visitor.account(), clock.instant()));
        return SquadPage.of(
                rows.stream()
                        .filter(row -> visitor.may(Right.SEE, row.squad().athlete()))
                        .toList(),
                row -> rights(visitor, row.squad().athlete()),
                choice,
                voice,
                clock);
    }

    private Card.Rights rights(Visitor visitor, AthleteId athlete) {
        return new Card.Rights(
                takesAnswers && visitor.may(Right.PLAN, athlete), takesAnswers && visitor.may(Right.ANSWER, athlete));
    }

    /** Whom an alert is about, whether it stands or not. */
    Optional<AthleteId> whoseEpisode(String id) {
        return database.look(views -> views.episode(id).stream()
                .findFirst()
                .map(known -> known.episode().athlete())
                .or(() -> views.told(id).map(told -> AthleteId.of(told.athlete()))));
    }

    AthletePage athlete(AthleteId athlete, Visitor visitor, int days, Voice voice) {
        return AthletePage.of(
                database.look(views -> material(views, athlete, visitor, days, voice)), waysIn, voice, clock);
    }

    private AthletePage.Material material(Views views, AthleteId athlete, Visitor visitor, int days, Voice voice) {
        SquadRow row = row(views, athlete);
        LocalDate last = lastDay(views, row);
        return new AthletePage.Material(
                row,
                views.statuses(athlete, last.minusDays(SPARK_DAYS - 1L), last),
                views.reviews(athlete, WEEKS),
                views.episodes(athlete),
                views.withdrawn(athlete, WITHDRAWN),
                precision(views, visitor),
                trend(views, row, days, voice.sayings()),
                days,
                last,
                views.plan(athlete, last.minusDays(PAST_DAYS), last.plusDays(OUTLOOK_DAYS - 1)),
                views.files(athlete, FILES),
                views.runs().latest(athlete, Optional.empty(), ACTIVITIES));
    }

    /** From the weeks before the athlete's today to the last day that is told; {@code refused} is a form to be shown again. */
    PlanPage plan(AthleteId athlete, boolean unfolded, Optional<String> said, Optional<PlanForm> refused, Voice voice) {
        return database.look(views -> {
            row(views, athlete);
            LocalDate today = views.today(athlete, clock.instant());
            boolean pending =
                    said.filter(revision -> !views.isPlanned(athlete, revision)).isPresent();
            return PlanPage.of(
                    new PlanPage.Material(
                            athlete,
                            today,
                            views.plan(athlete, today.minusDays(PLAN_PAST_DAYS), today.plusDays(PLAN_DAYS)),
                            views.terms(athlete),
                            unfolded),
                    new PlanPage.Saying(takesAnswers, pending, refused),
                    voice);
        });
    }

    Trend trend(AthleteId athlete, int days, Sayings sayings) {
        return database.look(views -> trend(views, row(views, athlete), days, sayings));
    }

    private Trend trend(Views views, SquadRow row, int days, Sayings sayings) {
        LocalDate to = lastDay(views, row);
        LocalDate from = to.minusDays(days - 1L);
        AthleteId athlete = row.athlete();
        return Trend.of(
                athlete,
                views.trends(athlete, from, to),
                views.statuses(athlete, from, to),
                Marks.of(
                        from,
                        to,
                        views.episodes(athlete),
                        views.events(athlete, from, to),
                        views.phases(athlete, from, to),
                        sayings));
    }

    /** Of the alerts of those whom the visitor may see. */
    static Map<Episode.Cause, List<RulePrecision>> precision(Views views, Visitor visitor) {
        Map<Episode.Cause, List<RulePrecision>> precision = new EnumMap<>(Episode.Cause.class);
        for (Episode.Cause cause : Episode.Cause.values()) {
            precision.put(cause, views.precision(cause, visitor.sees()));
        }
        return precision;
    }

    static SquadRow row(Views views, AthleteId athlete) {
        return views.athlete(athlete)
                .orElseThrow(() -> Problem.notFound(
                        "There is no athlete " + athlete + ".",
                        "Nothing has arrived for this id yet; the squad has everybody there is."));
    }

    /** Plans and charts stand on the last judged day, however old it is; before there is one, on the athlete's today. */
    private LocalDate lastDay(Views views, SquadRow row) {
        return row.statusDate().orElseGet(() -> views.today(row.athlete(), clock.instant()));
    }
}
