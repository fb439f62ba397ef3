package freshlegs.streams.plan;

import freshlegs.model.fact.Goal;
import freshlegs.model.fact.Session;
import freshlegs.model.plan.Done;
import freshlegs.model.plan.Done.Grade;
import freshlegs.model.plan.Workout.Kind;
import freshlegs.streams.plan.Benchmarks.Known;
import freshlegs.streams.plan.LadderSession.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Finds the planned session that a day's running was: a key session by its structure, whichever of the open days it was planned
 * for; else the day's own easy running. What was planned by nobody is still judged by the ladder.
 */
final class Matching {
    private final PlanFacts today;
    private final Level current;

    private Matching(PlanFacts today, Level current) {
        this.today = today;
        this.current = current;
    }

    /** {@code open} are the sessions planned for the days around that have not been run, the nearest first. */
    static Matched of(List<Planned> open, PlanFacts today, Level current) {
        Matching matching = new Matching(today, current);
        for (Planned planned : open) {
            Optional<Matched> matched = matching.key(planned, open);
            if (matched.isPresent()) {
                return matched.get();
            }
        }
        Optional<Done> easy = open.stream()
                .filter(planned -> planned.date().equals(today.date()))
                .flatMap(planned -> matching.easy(planned).stream())
                .findFirst();
        return new Matched(easy, matching.unplanned(), Optional.empty());
    }

    private Optional<Matched> key(Planned planned, List<Planned> open) {
        return switch (planned.workout().kind()) {
            case TEMPO, REPEATS, PROGRESSION -> found(planned).map(found -> laddered(planned, found));
            case TIME_TRIAL, RACE -> timed(planned);
            case STRIDES -> isStridesDay(open) ? Optional.empty() : movedStrides(planned);
            case REST, EASY, LONG, TECHNICAL -> Optional.empty();
        };
    }

    /** Strides on a day that asks for them are that day's. */
    private boolean isStridesDay(List<Planned> open) {
        return open.stream()
                .anyMatch(planned ->
                        planned.date().equals(today.date()) && planned.workout().kind() == Kind.STRIDES);
    }

    /** An easy run alone does not show that it was meant for another day, strides do. */
    private Optional<Matched> movedStrides(Planned planned) {
        return planned.date().equals(today.date())
                ? Optional.empty()
                : found(planned)
                        .filter(found -> Finding.strides(found.run()) >= Finding.LEAST_STRIDES)
                        .map(found -> new Matched(
                                Optional.of(Grading.done(planned, found, today)), unplanned(), Optional.empty()));
    }

    private Optional<Done> easy(Planned planned) {
        return switch (planned.workout().kind()) {
            case EASY, LONG, STRIDES, TECHNICAL -> found(planned).map(found -> Grading.done(planned, found, today));
            case REST, TEMPO, REPEATS, PROGRESSION, TIME_TRIAL, RACE -> Optional.empty();
        };
    }

    private Optional<Found> found(Planned planned) {
        return runs().stream()
                .flatMap(run ->
                        new Finding(run, planned.workout(), today.thresholdSpeedMetresPerSecond()).found().stream())
                .findFirst();
    }

    private Matched laddered(Planned planned, Found found) {
        Done done = Grading.done(planned, found, today);
        Verdict verdict =
                switch (done.grade()) {
                    case SUCCESS -> Verdict.SUCCESS;
                    case FAILURE -> Verdict.FAILURE;
                    case UNCLEAR -> Verdict.UNCLEAR;
                };
        return new Matched(
                Optional.of(done),
                Optional.of(new LadderSession(Level.of(planned.level()), verdict)),
                Optional.empty());
    }

    /** A time trial that went as planned is a success on the level where one stands, a poor one or a race says nothing about it. */
    private Optional<Matched> timed(Planned planned) {
        Timing timing = new Timing(today, planned.workout());
        return runs().stream()
                .flatMap(run -> timing.in(run).stream())
                .findFirst()
                .map(found -> {
                    boolean counts = timing.isTold() || timing.counts();
                    Piece piece = found.pieces().get(0);
                    Goal.Event event = planned.workout().kind() == Kind.RACE ? Goal.Event.RACE : Goal.Event.TIME_TRIAL;
                    Known known = new Known(
                            today.date(), event, (int) Math.round(piece.metres()), Math.round(piece.seconds()));
                    boolean success = counts && event == Goal.Event.TIME_TRIAL && timing.isAsPlanned(piece);
                    return new Matched(
                            Optional.of(done(planned, found, counts)),
                            success ? Optional.of(new LadderSession(current, Verdict.SUCCESS)) : Optional.empty(),
                            counts ? Optional.of(known) : Optional.empty());
                });
    }

    private Done done(Planned planned, Found found, boolean counts) {
        Piece piece = found.pieces().get(0);
        OptionalDouble effort = LadderSession.effort(today);
        List<String> said = new ArrayList<>();
        said.add(Math.round(piece.metres()) + " m in " + Clock.of(Math.round(piece.seconds())));
        said.add(effort.isPresent() ? "effort " + Math.round(effort.getAsDouble()) : "no word on effort");
        if (!counts) {
            said.add("so its time counts for the paces only when somebody says that it was one's best");
        }
        return new Done(
                planned.date(),
                planned.workout().kind(),
                found.run().factId(),
                counts ? Grade.SUCCESS : Grade.UNCLEAR,
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                effort.isPresent() ? OptionalInt.of((int) Math.round(effort.getAsDouble())) : OptionalInt.empty(),
                LadderSession.quality(today),
                Grading.sentence(said));
    }

    /** Nothing on a day with a race or time trial of which somebody told. */
    private Optional<LadderSession> unplanned() {
        boolean raced = today.wishes().benchmarks().stream()
                .anyMatch(told -> told.localDate().equals(today.date()) && !told.withdrawn());
        return raced ? Optional.empty() : LadderSession.in(today, current);
    }

    private List<Session> runs() {
        return today.sessions().stream()
                .filter(run -> run.sport().isRun() && run.problem().isEmpty())
                .toList();
    }
}
