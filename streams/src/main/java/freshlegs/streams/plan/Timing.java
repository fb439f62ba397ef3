package freshlegs.streams.plan;

import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.SessionDetail.DistanceBest;
import freshlegs.model.fact.SessionDetail.LapMark;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Workout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The time of a planned time trial or race: what somebody told, else a lap or the whole run within 2 % of its distance (then it was
 * that distance, and positioning erred), else the fastest stretch of that length. Running so far is not yet a time trial: it was one
 * when it was told, felt like 8 of 10 at least, or came to 93 % of the speed that was expected.
 */
record Timing(PlanFacts today, Workout workout) {
    static final int LEAST_EFFORT = 8;

    private static final double NEAR = 0.02;
    private static final double LEAST_SPEED = 0.93;

    /** A run and its time over the planned distance. */
    Optional<Found> in(Session run) {
        double metres = metres();
        if (metres <= 0) {
            return Optional.empty();
        }
        return Stream.of(told(), lap(run), whole(run), best(run))
                .flatMap(Optional::stream)
                .filter(this::isTrial)
                .findFirst()
                .map(piece -> Found.one(run, piece));
    }

    boolean isTold() {
        return told().isPresent();
    }

    /** Whether paces may be taken from it without anybody having told it: it was hard enough for that. */
    boolean counts() {
        return LadderSession.effort(today).orElse(0) >= LEAST_EFFORT;
    }

    private Optional<Piece> told() {
        return today.wishes().benchmarks().stream()
                .filter(told -> told.localDate().equals(today.date()) && !told.withdrawn())
                .filter(told -> isNear(told.distanceMetres()))
                .map(Timing::piece)
                .findFirst();
    }

    private static Piece piece(Benchmark told) {
        return new Piece(told.distanceMetres(), told.seconds());
    }

    private Optional<Piece> lap(Session run) {
        return run.detail().laps().stream()
                .filter(lap -> !lap.autoLap()
                        && !lap.intensity().isEasy()
                        && isNear(lap.metres().orElse(0)))
                .map(LapMark::seconds)
                .min(Double::compare)
                .map(seconds -> new Piece(metres(), seconds));
    }

    private Optional<Piece> whole(Session run) {
        return isNear(run.distanceMetres()) ? Optional.of(new Piece(metres(), run.elapsedSeconds())) : Optional.empty();
    }

    private Optional<Piece> best(Session run) {
        List<DistanceBest> near = run.detail().distanceBests().stream()
                .filter(best -> isNear(best.metres()))
                .toList();
        return near.stream().findFirst().map(best -> new Piece(metres(), best.seconds() * metres() / best.metres()));
    }

    /** Not more than 3 % slower than was expected, if anything was. */
    boolean isAsPlanned(Piece piece) {
        return step().flatMap(Step::pace).isEmpty() || comesTo(1 - Speeds.REACH, piece);
    }

    private boolean isTrial(Piece piece) {
        return isTold() || counts() || comesTo(LEAST_SPEED, piece);
    }

    private boolean comesTo(double share, Piece piece) {
        return step().flatMap(Step::pace).stream()
                .anyMatch(pace -> piece.metresPerSecond() >= share * 2000.0 / (pace.fastest() + pace.slowest()));
    }

    private boolean isNear(double metres) {
        return Math.abs(metres / metres() - 1) <= NEAR;
    }

    private double metres() {
        return step().map(step -> step.metres().orElse(0)).orElse(0);
    }

    private Optional<Step> step() {
        return new Making(Sessions.byEffort(), workout).steps(Part.RUN).findFirst();
    }
}
