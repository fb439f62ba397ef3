package freshlegs.streams.plan;

import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.SessionDetail.EvenStretch;
import freshlegs.model.fact.SessionDetail.LapMark;
import freshlegs.model.fact.SessionDetail.Thirds;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Workout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether a run has the structure of a workout. Repeats: at least half as many within 10 % of their length. Tempo: a bout, a lap or an even
 * stretch of 80 to 150 % of its time (a lap and an even stretch only from 90 % of the speed that was asked on), or ten minutes near threshold.
 * Progression: three laps of its thirds (within 20 %), or else the run's own thirds, each 2 % faster than the one before and the last
 * 5 % than the first. Easy running: at least 60 % of its time, without anything of the ladder from tempo on.
 */
record Finding(Session run, Workout workout, OptionalDouble thresholdSpeed) {
    static final int LEAST_STRIDES = 3;

    private static final double NEAR_LENGTH = 0.10;
    private static final double LEAST_TEMPO = 0.8;
    private static final double MOST_TEMPO = 1.5;
    private static final double LEAST_TEMPO_SPEED = 0.9;
    private static final double NEAR_THIRD = 0.2;
    private static final double FASTER_THIRD = 1.02;
    private static final double FASTER_LAST_THIRD = 1.05;
    private static final double LEAST_EASY = 0.6;

    /** Time trials and races are found by their distance, see {@link Timing}. */
    Optional<Found> found() {
        return switch (workout.kind()) {
            case REPEATS -> repeats();
            case TEMPO -> tempo();
            case PROGRESSION -> progression();
            case EASY, LONG, STRIDES, TECHNICAL -> easy();
            case REST, TIME_TRIAL, RACE -> Optional.empty();
        };
    }

    private Optional<Found> repeats() {
        Optional<Step> asked = counting();
        int count = new Amount(new Making(Sessions.byEffort(), workout)).value();
        if (asked.isEmpty() || asked.get().metres().isEmpty()) {
            return Optional.empty();
        }
        double metres = asked.get().metres().getAsInt();
        List<Repeat> near = run.repeats().stream()
                .filter(repeat -> Math.abs(repeat.distanceMetres() / metres - 1) <= NEAR_LENGTH)
                .toList();
        int least = Math.max(Math.min(2, count), (count + 1) / 2);
        List<Piece> pieces =
                near.stream().map(repeat -> Piece.of(repeat, metres)).toList();
        return near.size() >= least ? Optional.of(new Found(run, pieces, near)) : Optional.empty();
    }

    private Optional<Found> tempo() {
        double seconds = counting().map(step -> step.seconds().orElse(0)).orElse(0);
        for (Repeat repeat : run.repeats()) {
            if (isTempo(repeat.durationSeconds(), seconds) && repeat.distanceMetres() > 0) {
                return Optional.of(Found.one(run, new Piece(repeat.distanceMetres(), repeat.durationSeconds())));
            }
        }
        double least = counting()
                .flatMap(Step::pace)
                .map(pace -> LEAST_TEMPO_SPEED * 2000.0 / (pace.fastest() + pace.slowest()))
                .orElse(Double.POSITIVE_INFINITY);
        Optional<Piece> lap = tempoLap(seconds, least);
        if (lap.isPresent()) {
            return lap.map(piece -> Found.one(run, piece));
        }
        for (EvenStretch stretch : run.detail().evenStretches()) {
            if (isTempo(stretch.seconds(), seconds) && stretch.metresPerSecond() >= least) {
                double metres = stretch.metresPerSecond() * stretch.seconds();
                return Optional.of(Found.one(run, new Piece(metres, stretch.seconds())));
            }
        }
        return LadderSession.isTempo(run, thresholdSpeed) ? Optional.of(Found.whole(run)) : Optional.empty();
    }

    /** By effort alone a lap counts when the watch wrote what its laps were for. */
    private Optional<Piece> tempoLap(double seconds, double asked) {
        List<LapMark> laps = run.detail().laps();
        boolean named = laps.stream().anyMatch(lap -> lap.intensity().isEasy());
        double least = Double.isFinite(asked)
                ? asked
                : LEAST_TEMPO_SPEED * thresholdSpeed.orElse(named ? 0 : Double.POSITIVE_INFINITY);
        return laps.stream()
                .filter(lap -> !lap.autoLap() && !lap.intensity().isEasy() && isTempo(lap.seconds(), seconds))
                .filter(lap -> lap.metres().isPresent() && speed(lap) >= least)
                .map(lap -> new Piece(lap.metres().orElse(0), lap.seconds()))
                .findFirst();
    }

    private static boolean isTempo(double ran, double asked) {
        return asked > 0 && ran >= LEAST_TEMPO * asked && ran <= MOST_TEMPO * asked;
    }

    private Optional<Found> progression() {
        boolean rises = run.detail().thirds().filter(Finding::rises).isPresent() || lapsRise();
        return rises ? Optional.of(Found.whole(run)) : Optional.empty();
    }

    private static boolean rises(Thirds thirds) {
        return thirds.second() >= FASTER_THIRD * thirds.first()
                && thirds.third() >= FASTER_THIRD * thirds.second()
                && thirds.third() >= FASTER_LAST_THIRD * thirds.first();
    }

    private boolean lapsRise() {
        double third = counting().map(step -> step.seconds().orElse(0)).orElse(0);
        List<LapMark> laps = run.detail().laps().stream()
                .filter(lap -> !lap.autoLap() && lap.metres().isPresent() && lap.seconds() > 0)
                .toList();
        for (int i = 0; i + 2 < laps.size(); i++) {
            List<LapMark> three = laps.subList(i, i + 3);
            if (three.stream().allMatch(lap -> Math.abs(lap.seconds() / third - 1) <= NEAR_THIRD)
                    && rises(new Thirds(speed(three.get(0)), speed(three.get(1)), speed(three.get(2))))) {
                return true;
            }
        }
        return false;
    }

    private static double speed(LapMark lap) {
        return lap.metres().orElse(0) / lap.seconds();
    }

    private Optional<Found> easy() {
        boolean quality = LadderSession.levelOf(run.repeats(), thresholdSpeed).isPresent()
                || LadderSession.isTempo(run, thresholdSpeed);
        boolean longEnough = run.movingSeconds() >= LEAST_EASY * 60 * workout.minutes();
        return !quality && longEnough ? Optional.of(Found.whole(run)) : Optional.empty();
    }

    static int strides(Session run) {
        return run.detail().shortBouts().size();
    }

    private Optional<Step> counting() {
        return new Making(Sessions.byEffort(), workout).steps(Part.RUN).findFirst();
    }
}
