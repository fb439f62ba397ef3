package freshlegs.streams.plan;

import freshlegs.model.fact.Goal;
import freshlegs.model.plan.Block;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Workout;
import freshlegs.streams.plan.Benchmarks.Known;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sessions of a runner of 5 km in 20:00, whose heart beats 50 times a minute at rest, 165 at threshold and 190 at most. */
final class SomeSessions {
    static final LocalDate DAY = LocalDate.of(2026, 3, 3);
    static final HeartRates HEART = new HeartRates(50, 190, 165);

    private SomeSessions() {}

    static Benchmarks known(Known... known) {
        return new Benchmarks(List.of(known), Optional.empty());
    }

    static Known trial(LocalDate on, int metres, double seconds) {
        return new Known(on, Goal.Event.TIME_TRIAL, metres, seconds);
    }

    static Sessions paced() {
        return paced(0, false);
    }

    static Sessions paced(int week, boolean hilly) {
        var ability = Abilities.on(DAY, known(trial(DAY.minusDays(7), 5000, 1200)), Optional.empty());
        return new Sessions(ability, Optional.of(HEART), week, hilly);
    }

    /** One of each kind that is run. */
    static List<Workout> ofEachKind(Sessions sessions) {
        return List.of(
                sessions.easy(40),
                sessions.longRun(75),
                sessions.strides(40, 6),
                sessions.technical(35),
                sessions.tempo(15, 1),
                sessions.tempo(20, Sessions.HALF_A_NOTCH),
                sessions.repeats(8, 150),
                sessions.repeats(6, 200),
                sessions.repeats(5, 400),
                sessions.repeats(4, 600),
                sessions.quickTempo(6, 500),
                sessions.progression(40),
                sessions.timeTrial(5000));
    }

    static Stream<Step> steps(Workout workout) {
        return workout.blocks().stream().map(Block::steps).flatMap(List::stream);
    }

    static Stream<Step> running(Workout workout) {
        return steps(workout).filter(step -> step.part() == Step.Part.RUN);
    }
}
