package freshlegs.coach.web;

import freshlegs.coach.Answers;
import freshlegs.coach.CheckInWish;
import freshlegs.coach.access.Consent;
import freshlegs.coach.access.Consents;
import freshlegs.coach.access.Refusal;
import freshlegs.coach.access.Right;
import freshlegs.coach.access.Role;
import freshlegs.coach.page.CheckInForm;
import freshlegs.coach.page.DayPage;
import freshlegs.coach.page.TypedCheckIn;
import freshlegs.coach.page.Voice;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.KnownEpisode;
import freshlegs.coach.read.Views;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The athlete's day, and her check-ins by forms that work without JavaScript. */
final class DayPages {
    private static final int DAYS_AHEAD = 14;
    private static final int ACTIVITIES = 30;

    private final Database database;
    private final Pages pages;
    private final Templates templates;
    private final Optional<Answers> answers;
    private final Consents consents;
    private final Clock clock;

    DayPages(Database database, Pages pages, Templates templates, Optional<Answers> answers, Clock clock) {
        this.database = database;
        this.pages = pages;
        this.templates = templates;
        this.answers = answers;
        this.consents = new Consents(database, clock);
        this.clock = clock;
    }

    void addTo(Gate gate) {
        gate.athlete(HandlerType.GET, "/athletes/{id}/day", Right.SEE, this::show);
        answers.ifPresent(taking -> {
            gate.athlete(
                    HandlerType.POST,
                    "/athletes/{id}/checkins/morning",
                    Right.HAND_OVER,
                    request -> take(request, true, taking));
            gate.athlete(
                    HandlerType.POST,
                    "/athletes/{id}/checkins/run",
                    Right.HAND_OVER,
                    request -> take(request, false, taking));
        });
    }

    private void show(Context request) {
        Optional<LocalDate> date = date(request);
        Optional<String> said = Asked.said(request);
        Object page = pages.show(
                request,
                "day",
                Preferring.say(request, "day.title", Asked.athlete(request)),
                () -> page(request, date, said, Optional.empty()));
        SoonAgain.bySystemTime().ask(request, page instanceof DayPage day && day.pending());
    }

    private void take(Context request, boolean morning, Answers taking) {
        AthleteId athlete = Asked.athlete(request);
        LocalDate today = database.look(views -> views.today(athlete, clock.instant()));
        TypedCheckIn typed = typed(request, athlete);
        try {
            CheckIn said = typed.said(morning, today, clock.instant(), Preferring.voice(request));
            tell(
                    request,
                    morning,
                    typed,
                    today,
                    taking.checkIn(Gate.visitor(request).speaker(athlete), new CheckInWish(said)));
        } catch (Refusal refusal) {
            again(request, morning, typed, today, refusal.sentence(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void tell(Context request, boolean morning, TypedCheckIn typed, LocalDate today, Answers.Answer answer) {
        if (answer instanceof Answers.Refused refused) {
            again(
                    request,
                    morning,
                    typed,
                    today,
                    refused.sentence(),
                    refused.away() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT);
        } else if (answer instanceof Answers.Taken taken) {
            request.redirect(
                    "/athletes/" + typed.athlete() + "/day?"
                            + SoonAgain.bySystemTime().said(taken),
                    HttpStatus.SEE_OTHER);
        }
    }

    /** With the form as it was typed. */
    private void again(
            Context request, boolean morning, TypedCheckIn typed, LocalDate today, String sentence, HttpStatus status) {
        LocalDate date = Optional.of(typed.dateOr(today))
                .filter(day -> isSayable(day, today))
                .orElse(today);
        UnaryOperator<CheckInForm> refused = CheckInForm.refused(morning, typed, date, sentence);
        request.status(status);
        templates.show(
                request,
                "day",
                Preferring.say(request, "day.title", typed.athlete()),
                page(
                        request,
                        date.equals(today) ? Optional.empty() : Optional.of(date),
                        Optional.empty(),
                        Optional.of(refused)),
                Optional.empty());
    }

    private static TypedCheckIn typed(Context request, AthleteId athlete) {
        Map<String, String> values = request.formParamMap().entrySet().stream()
                .filter(field ->
                        !field.getKey().equals("symptom") && !field.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().get(0)));
        return new TypedCheckIn(athlete, values, request.formParams("symptom"));
    }

    private DayPage page(
            Context request,
            Optional<LocalDate> date,
            Optional<String> said,
            Optional<UnaryOperator<CheckInForm>> refused) {
        AthleteId athlete = Asked.athlete(request);
        Voice voice = Preferring.voice(request);
        boolean tells = answers.isPresent() && Gate.visitor(request).may(Right.HAND_OVER, athlete);
        return database.look(views -> {
            DayPage.Material material = material(views, athlete, date);
            boolean pending = said.filter(revision -> !views.isCheckedIn(athlete, revision))
                    .isPresent();
            boolean elder = !pending
                    && said.filter(revision -> material.told().stream()
                                    .noneMatch(one -> one.revision().equals(revision)))
                            .isPresent();
            return DayPage.of(
                    material,
                    new DayPage.Asking(
                            Gate.visitor(request).account(),
                            isOwn(request, athlete),
                            asksConsent(request, athlete),
                            tells,
                            date,
                            pending,
                            elder,
                            refused),
                    voice,
                    clock);
        });
    }

    /** Only what is somebody's own is kept on their device. */
    private static boolean isOwn(Context request, AthleteId athlete) {
        return Gate.visitor(request).role(athlete).filter(Role.ATHLETE::equals).isPresent();
    }

    /** Of somebody who is signed in as herself; the owner of an open console is not asked again and again. */
    private boolean asksConsent(Context request, AthleteId athlete) {
        return Gate.visitor(request).self().filter(athlete::equals).isPresent()
                && consents.state(athlete) != Consent.State.GIVEN;
    }

    private DayPage.Material material(Views views, AthleteId athlete, Optional<LocalDate> date) {
        LocalDate today = views.today(athlete, clock.instant());
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate since = today.minusDays(TypedCheckIn.OLDEST.toDays());
        if (date.filter(day -> !isSayable(day, today)).isPresent()) {
            throw Problem.badRequest(
                    "Nothing can be said of this day any more, or yet.", "Ask for one of the last two weeks.");
        }
        return new DayPage.Material(
                Questions.row(views, athlete),
                today,
                views.zone(athlete),
                calmly(views, athlete),
                views.plan(athlete, monday, today.plusDays(DAYS_AHEAD)),
                views.weekOrders(athlete, monday, monday).getOrDefault(monday, List.of()),
                views.checkIns(athlete, since, today.plusDays(1)),
                views.runs().latest(athlete, Optional.empty(), ACTIVITIES),
                views.clearedFrom(athlete),
                views.isCoached(athlete));
    }

    private static boolean isSayable(LocalDate day, LocalDate today) {
        return !day.isBefore(today.minusDays(TypedCheckIn.OLDEST.toDays())) && !day.isAfter(today.plusDays(1));
    }

    /** What the worst of the open alerts says to its athlete. */
    private static Optional<String> calmly(Views views, AthleteId athlete) {
        return views.episodes(athlete).stream()
                .filter(known -> known.episode().open())
                .max(Comparator.comparing(known -> known.episode().status()))
                .map(KnownEpisode::id)
                .flatMap(views::saidToAthlete);
    }

    private static Optional<LocalDate> date(Context request) {
        try {
            return Optional.ofNullable(request.queryParam("date")).map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw Problem.badRequest("This is no day.", "Ask for one as in 2026-12-24.");
        }
    }
}
