package freshlegs.streams;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.Person;
import freshlegs.model.Sport;
import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Clearance;
import freshlegs.model.fact.DayClosed;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FactRef;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Histogram;
import freshlegs.model.fact.IssuedSession;
import freshlegs.model.fact.Minutes;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlanTerms;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Retraction;
import freshlegs.model.fact.Route;
import freshlegs.model.fact.Salvage;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.SessionDetail;
import freshlegs.model.fact.Source;
import freshlegs.model.fact.WatchProfile;
import freshlegs.model.fact.WeekOrder;
import freshlegs.model.plan.Workout;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Facts of one athlete, each taken in at noon of the day after. */
public record SomeFacts(AthleteId athlete) {
    public static final Person COACH = new Person(Person.Role.COACH, "c1");

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    public static SomeFacts of(String athlete) {
        return new SomeFacts(AthleteId.of(athlete));
    }

    public Session run(LocalDate date) {
        return run(date, 3600);
    }

    /** Copies with more samples rank higher. */
    public Session run(LocalDate date, long rank) {
        return run(date, rank, nextNoon(date), Optional.empty());
    }

    public Session run(LocalDate date, long rank, Instant ingestedAt, Optional<String> problem) {
        Instant start = date.atTime(LocalTime.of(6, 30)).toInstant(ZoneOffset.UTC);
        return new Session(
                athlete,
                START.format(start.atOffset(ZoneOffset.UTC)) + "-running",
                revision(date + "run" + rank),
                ingestedAt,
                start,
                date,
                Sport.RUNNING,
                Optional.empty(),
                "garmin",
                HeartRateSource.STRAP,
                Source.NAMELESS_FIT,
                WatchProfile.UNKNOWN,
                rank,
                problem,
                3600,
                3600,
                3600,
                10_800,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                Session.HeartRate.none(),
                new Session.Pace(
                        1,
                        OptionalDouble.of(3),
                        Histogram.empty(10),
                        OptionalDouble.of(3.2),
                        OptionalDouble.of(3.1),
                        OptionalDouble.of(3.05)),
                OptionalDouble.of(3),
                Minutes.of(List.of()),
                List.of(),
                Session.RepeatSource.NONE,
                SessionDetail.NONE);
    }

    public Reading restingHeartRate(LocalDate date, double bpm, int hour) {
        return restingHeartRate(date, bpm, hour, "garmin");
    }

    public Reading restingHeartRate(LocalDate date, double bpm, int hour, String source) {
        return new Reading.RestingHeartRate(
                athlete,
                date,
                revision(date + "rhr" + bpm + hour),
                nextNoon(date),
                date.atTime(hour, 0).toInstant(ZoneOffset.UTC),
                source,
                bpm);
    }

    public CheckIn morning(LocalDate date, int fatigue) {
        return morning(date, fatigue, Set.of());
    }

    public CheckIn morning(LocalDate date, int fatigue, Set<CheckIn.Symptom> symptoms) {
        return new CheckIn.Morning(
                athlete,
                date,
                revision(date + "morning" + fatigue + symptoms),
                nextNoon(date),
                date.atTime(8, 0).toInstant(ZoneOffset.UTC),
                OptionalInt.of(fatigue),
                OptionalInt.of(fatigue),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                symptoms);
    }

    public CheckIn afterRun(LocalDate date, int effort) {
        return new CheckIn.AfterRun(
                athlete,
                date,
                1,
                revision(date + "after" + effort),
                nextNoon(date),
                date.atTime(9, 0).toInstant(ZoneOffset.UTC),
                OptionalInt.of(effort),
                OptionalInt.empty(),
                Optional.empty(),
                Set.of());
    }

    public Profile profile(LocalDate from, int maximalHeartRate) {
        return new Profile(
                athlete,
                from,
                revision(from + "profile" + maximalHeartRate),
                nextNoon(from),
                nextNoon(from),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.of(50),
                OptionalInt.of(maximalHeartRate),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    public Goal race(LocalDate from, LocalDate on, int distanceMetres) {
        return race(from, on, distanceMetres, 0);
    }

    public Goal race(LocalDate from, LocalDate on, int distanceMetres, int edit) {
        return new Goal(
                athlete,
                from,
                revision(from + "goal" + on + distanceMetres + edit),
                nextNoon(from),
                nextNoon(from),
                edit,
                Goal.Event.RACE,
                distanceMetres,
                on,
                OptionalInt.empty());
    }

    /** What the coach decided on the evening before, about the adjustment of that day. */
    public PlanDecision decided(
            LocalDate date, AdjustmentCause cause, String answers, PlanDecision.Verdict verdict, int edit) {
        Instant at = date.minusDays(1).atTime(20, 0).toInstant(ZoneOffset.UTC);
        return new PlanDecision(
                athlete,
                date,
                cause,
                answers,
                revision(date + "decided" + cause + answers + verdict + edit),
                at,
                at,
                edit,
                verdict,
                verdict == PlanDecision.Verdict.CHANGE ? Optional.of("easy") : Optional.empty(),
                Optional.empty(),
                COACH);
    }

    /** Planned a week ahead. */
    public PlannedPhase phase(LocalDate first, LocalDate last, PlannedPhase.Phase phase, int edit, boolean cancelled) {
        Instant at = first.minusDays(7).atTime(20, 0).toInstant(ZoneOffset.UTC);
        return new PlannedPhase(
                athlete,
                first,
                last,
                revision(first + "phase" + last + phase + edit + cancelled),
                at,
                at,
                edit,
                phase,
                cancelled,
                Optional.empty(),
                COACH);
    }

    /** Tuesday, Thursday, Saturday and Sunday, stated on the morning of the day. */
    public PlanTerms terms(LocalDate from, int edit) {
        Instant at = from.atTime(6, 0).toInstant(ZoneOffset.UTC);
        return new PlanTerms(
                athlete,
                from,
                revision(from + "terms" + edit),
                at,
                at,
                edit,
                EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                DayOfWeek.SUNDAY,
                PlanTerms.Mode.AUTOMATIC,
                PlanTerms.DEFAULT_CHANGES_A_WEEK,
                false,
                COACH);
    }

    public Benchmark benchmark(LocalDate on, int metres, int seconds, int edit) {
        Instant at = on.atTime(20, 0).toInstant(ZoneOffset.UTC);
        return new Benchmark(
                athlete,
                on,
                revision(on + "benchmark" + metres + seconds + edit),
                at,
                at,
                edit,
                Goal.Event.TIME_TRIAL,
                metres,
                seconds,
                false,
                COACH);
    }

    /** A week whose days are run in the order of their numbers, such as {@code 1432567}. */
    public WeekOrder ordered(LocalDate monday, String days, int edit) {
        Instant at = monday.atTime(7, 0).toInstant(ZoneOffset.UTC);
        return new WeekOrder(
                athlete,
                monday,
                revision(monday + days + edit),
                at,
                at,
                edit,
                days.chars().mapToObj(day -> DayOfWeek.of(day - '0')).toList(),
                Optional.empty(),
                COACH);
    }

    public Clearance cleared(LocalDate from, int edit) {
        Instant at = from.atTime(7, 0).toInstant(ZoneOffset.UTC);
        return new Clearance(
                athlete, from, revision(from + "cleared" + edit), at, at, edit, false, Optional.empty(), COACH);
    }

    /** As it stood at the beginning of the day, without an adjustment. */
    public IssuedSession issued(LocalDate date, Workout workout) {
        Instant at = date.atTime(0, 5).toInstant(ZoneOffset.UTC);
        return new IssuedSession(
                athlete, date, revision(date + "issued" + workout), at, at, 2, "strides", workout, Optional.empty());
    }

    /** The fact is taken back in all its revisions; a session is named as the recording that it comes from. */
    public Retraction retracted(Fact fact) {
        return retracted(fact, Optional.empty(), 0, false);
    }

    public Retraction retracted(Fact fact, Optional<String> revision, int edit, boolean lifted) {
        FactKind kind = asDelivered(fact).kind();
        Instant at = nextNoon(fact.localDate()).plusSeconds(86_400);
        return new Retraction(
                athlete,
                kind,
                fact.factId(),
                revision,
                revision(kind + fact.factId() + revision + edit + lifted),
                at,
                at,
                edit,
                lifted,
                COACH);
    }

    public DayClosed closed(LocalDate date) {
        return new DayClosed(athlete, date, nextNoon(date));
    }

    /** A file with these facts; sessions are named as the recordings that they come from. */
    public Delivery delivery(String id, Instant ingestedAt, Fact... contents) {
        return delivery(id, ingestedAt, Optional.empty(), contents);
    }

    public Delivery delivery(String id, Instant ingestedAt, Optional<String> problem, Fact... contents) {
        AFile file = file(id).at(ingestedAt);
        return problem.map(file::problem).orElse(file).with(contents);
    }

    /** A file of its own bytes, taken in at the first of January 2026 unless told otherwise. */
    public AFile file(String id) {
        return new AFile(
                athlete,
                id,
                Instant.parse("2026-01-01T12:00:00Z"),
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public FileDecision decided(String target, FileDecision.Verdict verdict, Instant at) {
        return new FileDecision(athlete, target, revision(target + verdict + at), at, at, verdict);
    }

    /** A file on its way to being delivered. */
    public record AFile(
            AthleteId athlete,
            String id,
            Instant ingestedAt,
            String bytes,
            Optional<String> archive,
            Optional<Salvage> salvage,
            Optional<String> problem) {
        public AFile at(Instant time) {
            return new AFile(athlete, id, time, bytes, archive, salvage, problem);
        }

        public AFile bytes(String other) {
            return new AFile(athlete, id, ingestedAt, other, archive, salvage, problem);
        }

        public AFile in(String delivery) {
            return new AFile(athlete, id, ingestedAt, bytes, Optional.of(delivery), salvage, problem);
        }

        public AFile salvaged(String reason, int percent) {
            return new AFile(
                    athlete, id, ingestedAt, bytes, archive, Optional.of(new Salvage(reason, percent)), problem);
        }

        public AFile problem(String sentence) {
            return new AFile(athlete, id, ingestedAt, bytes, archive, salvage, Optional.of(sentence));
        }

        public Delivery with(Fact... contents) {
            return new Delivery(
                    athlete,
                    id,
                    ingestedAt,
                    id + ".fit",
                    ContentHash.of(bytes.getBytes(StandardCharsets.UTF_8)),
                    1000,
                    Route.INBOX,
                    archive,
                    Arrays.stream(contents).map(SomeFacts::asDelivered).toList(),
                    List.of(),
                    salvage,
                    0,
                    problem);
        }
    }

    private static FactRef asDelivered(Fact fact) {
        FactKind kind = fact.kind() == FactKind.SESSION ? FactKind.RECORDING : fact.kind();
        return new FactRef(kind, fact.localDate(), fact.factId(), fact.revision());
    }

    public static Instant nextNoon(LocalDate date) {
        return date.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private static String revision(String content) {
        return ContentHash.revisionOf(content.getBytes(StandardCharsets.UTF_8));
    }
}
