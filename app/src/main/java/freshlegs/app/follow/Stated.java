package freshlegs.app.follow;

import freshlegs.model.Person;
import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.PlanTerms;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.PlannedPhase.Phase;
import freshlegs.streams.plan.Wishes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a coach states about an athlete's season, as facts of their days. */
record Stated(Fate fate, Milestones milestones) {
    static final int METRES = 5000;
    static final int BASELINE_SECONDS = 22 * 60 + 30;

    private static final Person COACH = new Person(Person.Role.COACH, "command-line");
    private static final String REVISION = "1";

    Wishes on(LocalDate date) {
        boolean begins = date.equals(milestones.plan());
        return new Wishes(
                begins ? Optional.of(goal()) : Optional.empty(),
                List.of(),
                begins ? Optional.of(terms()) : Optional.empty(),
                fate.hasBaseline() && date.equals(milestones.baseline()) ? List.of(baseline()) : List.of(),
                Optional.empty(),
                Optional.empty(),
                phases().stream()
                        .filter(phase -> phase.localDate().equals(date))
                        .toList(),
                Optional.empty());
    }

    /** The sixth week on the way, the eleventh busy, four days off in the fourteenth. */
    List<PlannedPhase> phases() {
        return fate == Fate.TRAVELLER
                ? List.of(phase(Phase.TRAVEL, 35, 41), phase(Phase.BUSY, 70, 76), phase(Phase.AWAY, 92, 95))
                : List.of();
    }

    private PlannedPhase phase(Phase phase, int first, int last) {
        return new PlannedPhase(
                fate.athlete(),
                milestones.plan().plusDays(first),
                milestones.plan().plusDays(last),
                REVISION,
                told(),
                told(),
                0,
                phase,
                false,
                Optional.empty(),
                COACH);
    }

    private Goal goal() {
        return new Goal(
                fate.athlete(),
                milestones.plan(),
                REVISION,
                told(),
                told(),
                0,
                Goal.Event.RACE,
                METRES,
                milestones.race(),
                OptionalInt.empty());
    }

    private PlanTerms terms() {
        return new PlanTerms(
                fate.athlete(),
                milestones.plan(),
                REVISION,
                told(),
                told(),
                0,
                Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                DayOfWeek.SUNDAY,
                PlanTerms.Mode.AUTOMATIC,
                PlanTerms.DEFAULT_CHANGES_A_WEEK,
                false,
                COACH);
    }

    private Benchmark baseline() {
        return new Benchmark(
                fate.athlete(),
                milestones.baseline(),
                REVISION,
                told(),
                told(),
                0,
                Goal.Event.TIME_TRIAL,
                METRES,
                BASELINE_SECONDS,
                false,
                COACH);
    }

    private Instant told() {
        return milestones.plan().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
