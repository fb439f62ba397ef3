package freshlegs.coach.web;

import freshlegs.coach.access.Right;
import freshlegs.coach.access.Visitor;
import freshlegs.coach.api.Given;
import freshlegs.coach.api.Spoken;
import freshlegs.coach.page.Trend;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.DatabaseAway;
import freshlegs.coach.read.KnownEpisode;
import freshlegs.coach.read.SquadRow;
import freshlegs.coach.read.Views;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The same answers for programs, as JSON: the lists and numbers of the pages. */
final class Api {
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int WEEKS = 4;
    private static final int PAST_DAYS = 14;
    private static final int COMING_DAYS = 400;
    private static final int USUAL = 50;
    private static final int MOST = 500;
    /** Later than anything that is known, and small enough for the database. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Database database;
    private final Questions questions;
    private final Clock clock;

    Api(Database database, Questions questions, Clock clock) {
        this.database = database;
        this.questions = questions;
        this.clock = clock;
    }

    static void health(Gate gate, Database database) {
        gate.open(HandlerType.GET, "/healthz", request -> health(request, database));
    }

    void addTo(ApiWays api) {
        api.visitor(
                HandlerType.GET,
                "/squad",
                Spoken.gives("Everybody whom you may see, as the board has them.", Given.Squad.class),
                this::squad);
        api.visitor(
                HandlerType.GET,
                "/alerts",
                Spoken.gives("Alerts of everybody whom you may see, the latest first.", Given.Alerts.class)
                        .paged(USUAL, MOST),
                request -> alerts(request, seen(Gate.visitor(request))));
        api.visitor(
                HandlerType.GET,
                "/precision",
                Spoken.gives("How often people held alerts for right, by cause and rules.", Given.Precision.class),
                this::precision);
        api.athlete(
                HandlerType.GET,
                "/athletes/{id}",
                Right.SEE,
                Spoken.gives(
                        "How an athlete stands: status, evidence, weeks and the next session.", Given.Athlete.class),
                this::athlete);
        api.athlete(
                HandlerType.GET,
                "/athletes/{id}/trend",
                Right.SEE,
                Spoken.gives("An athlete's days as columns, as the charts draw them.", Trend.class)
                        .asking(Spoken.Asking.number(
                                "days", "How many days, up to the last judged one.", Asked.RANGES.toArray())),
                request -> ApiAnswers.give(
                        request,
                        questions.trend(Asked.athlete(request), Asked.days(request), Preferring.sayings(request))));
        api.athlete(
                HandlerType.GET,
                "/athletes/{id}/plan",
                Right.SEE,
                Spoken.gives("The plan day by day, as planned and as changed, with decisions.", Given.Plan.class),
                this::plan);
        api.athlete(
                HandlerType.GET,
                "/athletes/{id}/alerts",
                Right.SEE,
                Spoken.gives("An athlete's alerts, the latest first.", Given.Alerts.class)
                        .paged(USUAL, MOST),
                request -> alerts(request, List.of(Asked.athlete(request))));
        api.athlete(
                HandlerType.GET,
                "/athletes/{id}/activities",
                Right.SEE,
                Spoken.gives("An athlete's activities, the latest first.", Given.Activities.class)
                        .paged(USUAL, MOST),
                this::activities);
        api.athlete(
                HandlerType.GET,
                "/athletes/{id}/files",
                Right.SEE,
                Spoken.gives("What became of an athlete's files, the latest first.", Given.Files.class)
                        .paged(USUAL, MOST),
                this::files);
        api.athlete(
                HandlerType.GET,
                "/athletes/{id}/notes",
                Right.SEE,
                Spoken.gives("The notes about an athlete that you may read, the latest first.", Given.Notes.class)
                        .paged(USUAL, MOST),
                this::notes);
        api.athlete(
                HandlerType.GET,
                "/athletes/{id}/receipts/{revision}",
                Right.SEE,
                Spoken.gives("Whether something that was said has reached the tables.", Given.Receipt.class),
                this::receipt);
        api.alert(
                HandlerType.GET,
                "/alerts/{id}",
                Right.SEE,
                Spoken.gives("Everything about one alert, with all that was said and told of it.", Given.Alert.class),
                this::alert);
    }

    private List<AthleteId> seen(Visitor visitor) {
        return database.look(Views::squad).stream()
                .map(SquadRow::athlete)
                .filter(athlete -> visitor.may(Right.SEE, athlete))
                .toList();
    }

    private void squad(Context request) {
        Visitor visitor = Gate.visitor(request);
        ApiAnswers.give(
                request,
                new Given.Squad(database.look(Views::squad).stream()
                        .filter(row -> visitor.may(Right.SEE, row.athlete()))
                        .toList()));
    }

    private void athlete(Context request) {
        AthleteId athlete = Asked.athlete(request);
        ApiAnswers.give(request, database.look(views -> {
            SquadRow now = Questions.row(views, athlete);
            LocalDate today = views.today(athlete, clock.instant());
            return new Given.Athlete(
                    now,
                    now.statusDate().flatMap(day -> views.statuses(athlete, day, day).stream()
                            .findFirst()),
                    views.reviews(athlete, WEEKS),
                    views.plan(athlete, today, today.plusDays(COMING_DAYS)).stream()
                            .filter(day -> day.prescribed().kind().isRun())
                            .findFirst());
        }));
    }

    private void plan(Context request) {
        AthleteId athlete = Asked.athlete(request);
        ApiAnswers.give(request, database.look(views -> {
            Questions.row(views, athlete);
            LocalDate today = views.today(athlete, clock.instant());
            return new Given.Plan(
                    today,
                    views.plan(athlete, today.minusDays(PAST_DAYS), today.plusDays(COMING_DAYS)),
                    views.terms(athlete));
        }));
    }

    private void alerts(Context request, List<AthleteId> athletes) {
        int limit = limit(request);
        Optional<KnownEpisode.Place> after =
                before(request, KnownEpisode.Place::parse).map(place -> place.orElseThrow(Api::noPlace));
        List<KnownEpisode> alerts = database.look(views -> views.alerts(athletes, after, limit));
        ApiAnswers.give(request, new Given.Alerts(alerts, next(alerts, limit, last -> KnownEpisode.Place.of(last)
                .toString())));
    }

    private void activities(Context request) {
        AthleteId athlete = Asked.athlete(request);
        int limit = limit(request);
        Instant before = before(request, Instant::parse).orElse(NEVER);
        var activities = database.look(views -> views.activities(athlete, before, limit));
        ApiAnswers.give(request, new Given.Activities(activities, next(activities, limit, last -> last.start()
                .toString())));
    }

    private void files(Context request) {
        AthleteId athlete = Asked.athlete(request);
        int limit = limit(request);
        Instant before = before(request, Instant::parse).orElse(NEVER);
        var files = database.look(views -> views.files(athlete, before, limit));
        ApiAnswers.give(request, new Given.Files(files, next(files, limit, last -> last.receivedAt()
                .toString())));
    }

    private void notes(Context request) {
        AthleteId athlete = Asked.athlete(request);
        int limit = limit(request);
        Instant before = before(request, Instant::parse).orElse(NEVER);
        var reader = Gate.visitor(request).speaker(athlete);
        var notes = database.look(views -> views.notes(athlete, before, limit));
        ApiAnswers.give(
                request,
                new Given.Notes(
                        notes.stream().filter(note -> note.isFor(reader)).toList(),
                        next(notes, limit, last -> last.written().toString())));
    }

    private void receipt(Context request) {
        AthleteId athlete = Asked.athlete(request);
        String revision = Asked.revision(request);
        boolean taken = database.look(views -> views.isTaken(athlete, revision));
        ApiAnswers.give(request, new Given.Receipt(revision, !taken));
    }

    private void precision(Context request) {
        Visitor visitor = Gate.visitor(request);
        ApiAnswers.give(
                request,
                new Given.Precision(database.look(views -> Questions.precision(views, visitor)).entrySet().stream()
                        .map(cause -> new Given.CausePrecision(cause.getKey(), cause.getValue()))
                        .toList()));
    }

    private void alert(Context request) {
        String id = Asked.episode(request);
        Visitor visitor = Gate.visitor(request);
        ApiAnswers.give(request, database.look(views -> ApiAlert.of(views, id, visitor, clock.instant())));
    }

    private static void health(Context request, Database database) {
        request.contentType("application/json");
        try {
            database.look(Views::check);
            request.result(Json.write(Map.of("status", "up")));
        } catch (DatabaseAway away) {
            request.status(SERVICE_UNAVAILABLE);
            request.result(Json.write(Map.of("status", "down", "reason", String.valueOf(away.getMessage()))));
        }
    }

    private static int limit(Context request) {
        String limit = Optional.ofNullable(request.queryParam("limit")).orElse("" + USUAL);
        if (!limit.matches("[1-9]\\d{0,2}") || Integer.parseInt(limit) > MOST) {
            throw Problem.badRequest("That many cannot be given at once.", "Ask for 1 to " + MOST + ".");
        }
        return Integer.parseInt(limit);
    }

    private static <T> Optional<T> before(Context request, Function<String, T> reader) {
        try {
            return Optional.ofNullable(request.queryParam("before")).map(reader);
        } catch (DateTimeException e) {
            throw noPlace();
        }
    }

    private static Problem noPlace() {
        return Problem.badRequest("The list has no such place.", "Use what the last answer gave as next.");
    }

    /** A full page may be followed by more. */
    private static <T> Optional<String> next(List<T> page, int limit, Function<T, String> place) {
        return page.size() < limit ? Optional.empty() : Optional.of(place.apply(page.get(page.size() - 1)));
    }
}
