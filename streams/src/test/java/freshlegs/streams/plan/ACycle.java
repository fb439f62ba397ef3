package freshlegs.streams.plan;

import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.PlanTerms;
import freshlegs.model.plan.PlanWeek;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import freshlegs.streams.SomeFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A whole plan of a sound athlete, from its creation nineteen weeks before a 5K to four weeks behind it. */
record ACycle(LocalDate race, List<Prescription> days) {
    private static final SomeFacts ANN = SomeFacts.of("ann");
    private static final int DAYS_TO_RACE = 131;

    static ACycle of(Level level) {
        return of(level, Optional.of(ANN.benchmark(APlan.MONDAY, 5000, 1350, 0)));
    }

    static ACycle of(Level level, Optional<Benchmark> baseline) {
        return of(level, baseline, true);
    }

    /** Without a race. */
    static ACycle open(Level level) {
        return of(level, Optional.of(ANN.benchmark(APlan.MONDAY, 5000, 1350, 0)), false);
    }

    private static ACycle of(Level level, Optional<Benchmark> baseline, boolean races) {
        APlan plan = APlan.at(level);
        LocalDate today = plan.tomorrow();
        Goal goal = ANN.race(today, today.plusDays(DAYS_TO_RACE), 5000);
        PlanTerms terms = ANN.terms(today, 0);
        plan.asked(new Wishes(
                        races ? Optional.of(goal) : Optional.empty(),
                        List.of(),
                        Optional.of(terms),
                        baseline.stream().toList(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty()))
                .rests(1)
                .asked(Wishes.NONE);
        return new ACycle(goal.eventDate(), plan.outlook(DAYS_TO_RACE + 28));
    }

    List<Workout> workouts() {
        return days.stream().map(Prescription::prescribed).toList();
    }

    List<Prescription> runs(Predicate<Workout> which) {
        return days.stream().filter(day -> which.test(day.prescribed())).toList();
    }

    /** The first day with such a session. */
    LocalDate first(Predicate<Workout> which) {
        return runs(which).get(0).date();
    }

    List<Prescription> week(int number) {
        return days.stream()
                .filter(day -> day.week().map(PlanWeek::number).orElse(0) == number)
                .toList();
    }

    PlanWeek frame(int number) {
        return week(number).get(0).week().orElseThrow();
    }

    int metres(int number) {
        return week(number).stream()
                .map(Prescription::prescribed)
                .filter(run -> run.kind() != Workout.Kind.RACE)
                .mapToInt(Workout::metres)
                .sum();
    }

    int weeks() {
        return days.stream()
                .mapToInt(day -> day.week().orElseThrow().number())
                .max()
                .orElseThrow();
    }
}
