package freshlegs.warehouse;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.Sex;
import freshlegs.model.Sport;
import freshlegs.model.Status;
import freshlegs.model.fact.AlertVerdict;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FactRef;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Minutes;
import freshlegs.model.fact.Note;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Retraction;
import freshlegs.model.fact.Route;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.SessionDetail;
import freshlegs.model.fact.Silence;
import freshlegs.model.fact.Source;
import freshlegs.model.fact.WatchProfile;
import freshlegs.model.json.Json;
import freshlegs.model.plan.Ability;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Episode.Confidence;
import freshlegs.model.result.Episode.Ground;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.StatusDay;
import freshlegs.model.result.TrendDay;
import freshlegs.model.result.WeekReview;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Messages for tests, plain unless said otherwise. */
final class Given {
    static final AthleteId ANNA = AthleteId.of("anna");
    static final AthleteId BERT = AthleteId.of("bert");
    private static final Person COACH = new Person(Person.Role.COACH, "c1");
    private static final Instant TAKEN_IN = Instant.parse("2026-11-20T07:00:00Z");

    private Given() {}

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static <V> Message<V> gone(Message<V> message) {
        return new Message<>(message.topic(), message.key(), Optional.empty());
    }

    static Message<TrendDay> trend(AthleteId athlete, LocalDate date, double load) {
        return trend(athlete, date, TrendDay.Kind.TRAINED, load);
    }

    static Message<TrendDay> trend(AthleteId athlete, LocalDate date, TrendDay.Kind kind, double load) {
        OptionalDouble none = OptionalDouble.empty();
        TrendDay.Rolling unknown = new TrendDay.Rolling(none, none, none, none, 0);
        TrendDay day = new TrendDay(
                athlete,
                date,
                kind,
                new TrendDay.Training(
                        load,
                        Optional.of("heart-rate"),
                        new TrendDay.Rolling(OptionalDouble.of(350), none, none, none, 13),
                        0,
                        0,
                        40,
                        50,
                        -10,
                        1,
                        28,
                        300,
                        unknown,
                        unknown,
                        none,
                        new TrendDay.AcuteChronic(OptionalDouble.of(1.1), none, none)),
                new TrendDay.Running(
                        1,
                        10_000,
                        3_000,
                        new TrendDay.Rolling(OptionalDouble.of(50_000), none, none, none, 13),
                        none,
                        unknown,
                        none,
                        tracked(140, 141.5),
                        untracked(),
                        untracked(),
                        untracked(),
                        untracked(),
                        untracked()),
                new TrendDay.Recovery(tracked(48, 47.5), untracked(), untracked(), none, untracked()),
                List.of("hot"));
        return result(Topics.TREND, RecordKey.of(athlete, date), day);
    }

    private static TrendDay.Tracked tracked(double value, double mean7d) {
        OptionalDouble usual = OptionalDouble.of(value);
        return new TrendDay.Tracked(
                usual,
                OptionalDouble.of(mean7d),
                OptionalDouble.empty(),
                usual,
                OptionalDouble.of(value - 2),
                OptionalDouble.of(value + 2),
                38);
    }

    private static TrendDay.Tracked untracked() {
        OptionalDouble none = OptionalDouble.empty();
        return new TrendDay.Tracked(none, none, none, none, none, none, 0);
    }

    static Message<StatusDay> status(AthleteId athlete, LocalDate date, Status status) {
        StatusDay day = new StatusDay(
                athlete,
                date,
                status,
                "Because.",
                false,
                List.of(voting(2.5), silent()),
                List.of(),
                List.of(),
                List.of("chart.resting-heart-rate/1"),
                "1");
        return result(Topics.STATUS, RecordKey.of(athlete, date), day);
    }

    static Domain voting(double z) {
        return new Domain(
                Domain.Name.RESTING_HEART_RATE,
                true,
                true,
                OptionalDouble.of(54),
                "bpm",
                OptionalDouble.of(48),
                OptionalDouble.of(2.4),
                OptionalDouble.of(z),
                2.1,
                4,
                40,
                OptionalDouble.of(1),
                OptionalInt.of(12),
                Optional.of(Domain.Compared.of(54, 48, 2.4)),
                "chart.resting-heart-rate/1");
    }

    private static Domain silent() {
        return new Domain(
                Domain.Name.HRV,
                false,
                false,
                OptionalDouble.empty(),
                "ms",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                0,
                0,
                OptionalDouble.of(1),
                OptionalInt.of(0),
                Optional.empty(),
                "chart.hrv/1");
    }

    static Message<Episode> fatigue(AthleteId athlete, String firstDay, String lastDay, Status status) {
        Episode episode = new Episode(
                athlete,
                Episode.Cause.FATIGUE,
                day(firstDay),
                day(lastDay),
                true,
                status,
                "Resting heart rate is up.",
                false,
                List.of(new Episode.Step(status, day(lastDay))),
                List.of(voting(2.5), silent()),
                List.of("Hot run: 27 degrees at the wrist"),
                List.of("no HRV since 2026-11-03"),
                "Keep the next days easy.",
                new Confidence(Confidence.Level.MODERATE, "4 of 5 kinds of evidence are known"),
                "Clears when the two keys disagree on 5 of 7 days (2 now).",
                List.of(new Ground(FactKind.RESTING_HEART_RATE, day(lastDay), lastDay)),
                "All kinds together: 1 * 2.1 = 2.1.",
                List.of("fatigue.two-keys/1"),
                "1");
        return result(Topics.EPISODE, RecordKey.of(athlete, episode.key()), episode);
    }

    static Message<Prescription> plannedHard(AthleteId athlete, LocalDate date, boolean swapped) {
        Workout repeats = Workout.plain(Workout.Kind.REPEATS, "6 x 800 m", 60, true);
        Workout easy = Workout.plain(Workout.Kind.EASY, "Easy run", 40, false);
        Prescription day = new Prescription(
                athlete,
                date,
                3,
                "Build",
                Status.AMBER,
                repeats,
                swapped ? easy : repeats,
                swapped
                        ? Optional.of(new Adjustment(
                                Adjustment.Kind.SWAPPED,
                                "Rest brings it down.",
                                AdjustmentCause.FATIGUE,
                                "0123456789abcdef",
                                easy,
                                Optional.empty(),
                                Optional.empty(),
                                List.of()))
                        : Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Ability.UNKNOWN,
                Optional.empty(),
                false,
                false);
        return result(Topics.PRESCRIPTION, RecordKey.of(athlete, date), day);
    }

    /** Of a week with 48 km instead of 39, and nothing else known. */
    static Message<WeekReview> review(AthleteId athlete, LocalDate monday, String summary) {
        WeekReview.Change distance = new WeekReview.Change(
                WeekReview.Quantity.DISTANCE,
                "km",
                WeekReview.Direction.ROSE,
                WeekReview.Meaning.NEUTRAL,
                OptionalDouble.of(48),
                OptionalDouble.of(39),
                OptionalDouble.of(7.6),
                OptionalDouble.of(2.65),
                List.of(monday, monday.plusDays(2)),
                4);
        WeekReview.Change unknown = new WeekReview.Change(
                WeekReview.Quantity.HRV,
                "ms",
                WeekReview.Direction.UNKNOWN,
                WeekReview.Meaning.NEUTRAL,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(),
                0);
        WeekReview review = new WeekReview(
                athlete,
                monday,
                WeekReview.Shape.HEAVIER,
                Status.GREEN,
                0,
                List.of(distance, unknown),
                List.of("20261117T060000Z-running"),
                summary,
                "You trained more.",
                Optional.empty(),
                Optional.empty());
        return result(Topics.REVIEW, RecordKey.of(athlete, monday), review);
    }

    static Message<FileOutcome> outcome(AthleteId athlete, String delivery, FileOutcome.Outcome outcome, Instant at) {
        return outcome(athlete, delivery, outcome, at, List.of(), List.of(), FileDecision.Verdict.NONE, List.of());
    }

    /** A file that was taken back with a reading that nothing else held. */
    static Message<FileOutcome> takenBack(AthleteId athlete, String delivery, Instant at, Message<Reading> reading) {
        FactRef gone = Json.read(reading.json().orElseThrow(), Reading.RestingHeartRate.class)
                .ref();
        return outcome(
                athlete,
                delivery,
                FileOutcome.Outcome.IMPORTED,
                at,
                List.of(),
                List.of(gone),
                FileDecision.Verdict.UNDO,
                List.of(gone));
    }

    /** A file that held a resting heart rate. */
    static Message<FileOutcome> holding(AthleteId athlete, String delivery, Message<Reading> reading) {
        FactRef held = Json.read(reading.json().orElseThrow(), Reading.RestingHeartRate.class)
                .ref();
        return outcome(
                athlete,
                delivery,
                FileOutcome.Outcome.IMPORTED,
                TAKEN_IN,
                List.of(),
                List.of(),
                FileDecision.Verdict.NONE,
                List.of(held));
    }

    /** A file with one activity that is kept or is an alternative. */
    static Message<FileOutcome> outcome(AthleteId athlete, String delivery, Message<Session> activity, boolean kept) {
        Session held = Json.read(activity.json().orElseThrow(), Session.class);
        FileOutcome.Copy copy = new FileOutcome.Copy(
                held.factId(), held.revision(), held.factId(), kept, "because", OptionalDouble.empty());
        return outcome(
                athlete,
                delivery,
                FileOutcome.Outcome.IMPORTED,
                TAKEN_IN,
                List.of(copy),
                List.of(),
                FileDecision.Verdict.NONE,
                List.of());
    }

    private static Message<FileOutcome> outcome(
            AthleteId athlete,
            String delivery,
            FileOutcome.Outcome outcome,
            Instant at,
            List<FileOutcome.Copy> copies,
            List<FactRef> takenBack,
            FileDecision.Verdict decision,
            List<FactRef> readings) {
        FileOutcome told = new FileOutcome(
                athlete,
                delivery,
                "run.fit",
                "ab12",
                at,
                outcome,
                Optional.empty(),
                Optional.empty(),
                Route.INBOX,
                Optional.empty(),
                List.of(),
                copies,
                takenBack,
                Optional.empty(),
                0,
                decision,
                readings);
        return result(Topics.FILE_OUTCOME, RecordKey.of(athlete, delivery), told);
    }

    static Message<Session> session(AthleteId athlete, Instant start, String revision, long rank, double metres) {
        String id = start.toString().replaceAll("[-:]", "") + "-running";
        Session session = new Session(
                athlete,
                id,
                revision,
                TAKEN_IN,
                start,
                LocalDate.ofInstant(start, ZoneOffset.UTC),
                Sport.RUNNING,
                Optional.empty(),
                "watch",
                HeartRateSource.STRAP,
                Source.NAMELESS_FIT,
                WatchProfile.UNKNOWN,
                rank,
                Optional.empty(),
                3_000,
                3_100,
                2_950,
                metres,
                OptionalDouble.of(6),
                OptionalInt.of(50),
                Session.HeartRate.none(),
                Session.Pace.none(),
                OptionalDouble.of(4.2),
                Minutes.of(List.of()),
                List.of(),
                Session.RepeatSource.NONE,
                SessionDetail.NONE);
        return fact(Topics.SESSION, session);
    }

    static Message<Reading> restingHeartRate(
            AthleteId athlete, LocalDate date, String revision, Instant at, double bpm) {
        return fact(Topics.READING, new Reading.RestingHeartRate(athlete, date, revision, TAKEN_IN, at, "watch", bpm));
    }

    static Message<Reading> sleep(AthleteId athlete, LocalDate date, double hours) {
        return fact(Topics.READING, new Reading.Sleep(athlete, date, "1", TAKEN_IN, TAKEN_IN, "watch", hours));
    }

    static Message<CheckIn> morning(AthleteId athlete, LocalDate date, int fatigue) {
        OptionalInt none = OptionalInt.empty();
        return fact(
                Topics.CHECKIN,
                new CheckIn.Morning(
                        athlete,
                        date,
                        "1",
                        TAKEN_IN,
                        TAKEN_IN,
                        OptionalInt.of(fatigue),
                        none,
                        none,
                        none,
                        none,
                        OptionalDouble.of(7.5),
                        OptionalDouble.empty(),
                        Optional.of(false),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(CheckIn.Symptom.FEVER)));
    }

    static Message<CheckIn> afterRun(AthleteId athlete, LocalDate date, int ordinal, int effort) {
        return fact(
                Topics.CHECKIN,
                new CheckIn.AfterRun(
                        athlete,
                        date,
                        ordinal,
                        "1",
                        TAKEN_IN,
                        TAKEN_IN,
                        OptionalInt.of(effort),
                        OptionalInt.empty(),
                        Optional.of(true),
                        Set.of()));
    }

    static Message<Profile> profile(
            AthleteId athlete, LocalDate from, Instant said, Optional<ZoneId> zone, OptionalInt maximalHeartRate) {
        OptionalInt none = OptionalInt.empty();
        return fact(
                Topics.PROFILE,
                new Profile(
                        athlete,
                        from,
                        said.toString(),
                        TAKEN_IN,
                        said,
                        zone,
                        Optional.of(Sex.FEMALE),
                        none,
                        none,
                        maximalHeartRate,
                        none,
                        none));
    }

    /** What the coach says of a fatigue alert that was seen as AMBER; the later the edit, the later it is said. */
    static Message<AlertVerdict> judged(
            AthleteId athlete, String firstDay, String lastDay, AlertVerdict.Verdict verdict, int edit) {
        Instant said = TAKEN_IN.plusSeconds(edit);
        return fact(
                Topics.ALERT_VERDICT,
                new AlertVerdict(
                        athlete,
                        day(firstDay),
                        day(lastDay),
                        "fatigue",
                        "v" + edit,
                        said,
                        said,
                        edit,
                        verdict,
                        Optional.of("New watch."),
                        Status.AMBER,
                        Optional.of("1"),
                        List.of("fatigue.two-keys/1"),
                        COACH));
    }

    static Message<Silence> silence(
            AthleteId athlete, String about, String from, Optional<String> until, int edit, boolean lifted) {
        return fact(
                Topics.SILENCE,
                new Silence(
                        athlete,
                        about,
                        day(from),
                        until.map(Given::day),
                        "s" + edit,
                        TAKEN_IN,
                        TAKEN_IN,
                        edit,
                        lifted,
                        Optional.empty(),
                        COACH));
    }

    static Message<PlannedPhase> phase(AthleteId athlete, String from, String to, int edit, boolean cancelled) {
        return fact(
                Topics.PLANNED_PHASE,
                new PlannedPhase(
                        athlete,
                        day(from),
                        day(to),
                        "p" + edit,
                        TAKEN_IN,
                        TAKEN_IN,
                        edit,
                        PlannedPhase.Phase.BLOCK,
                        cancelled,
                        Optional.of("Font Romeu"),
                        COACH));
    }

    static Message<Note> note(AthleteId athlete, String text, int edit, boolean withdrawn) {
        return fact(
                Topics.NOTE,
                new Note(
                        athlete,
                        "0123456789abcdef",
                        day("2026-11-20"),
                        Optional.of("anna-2026-11-18-fatigue"),
                        text,
                        edit > 0,
                        "n" + edit,
                        TAKEN_IN,
                        TAKEN_IN,
                        edit,
                        withdrawn,
                        COACH));
    }

    static Message<Retraction> retracted(AthleteId athlete, FactKind kind, String id) {
        return fact(
                Topics.RETRACTION,
                new Retraction(athlete, kind, id, Optional.empty(), "1", TAKEN_IN, TAKEN_IN, 0, false, COACH));
    }

    private static <V extends Fact> Message<V> fact(Topic<V> topic, V fact) {
        return result(topic, RecordKey.of(fact), fact);
    }

    private static <V> Message<V> result(Topic<V> topic, String key, V message) {
        return new Message<>(topic, key, Optional.of(Json.writeText(message)));
    }
}
