package freshlegs.app.plan;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.Status;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.PlanDecision.Verdict;
import freshlegs.model.plan.Ability;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Block;
import freshlegs.model.plan.Done;
import freshlegs.model.plan.Effort;
import freshlegs.model.plan.Extra;
import freshlegs.model.plan.Focus;
import freshlegs.model.plan.PlanWeek;
import freshlegs.model.plan.Reminder;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.HeartRange;
import freshlegs.model.plan.Step.PaceRange;
import freshlegs.model.plan.Step.Part;
import freshlegs.model.plan.Surface;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A plan as people read it. */
class PlanSheetTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);
    private static final Workout REST = Workout.plain(Workout.Kind.REST, "Rest", 0, false);
    private static final Workout EASY = new Workout(
            Workout.Kind.EASY,
            "Easy 40 min",
            40,
            false,
            6300,
            new Effort(2, 3),
            Focus.CADENCE,
            Surface.GENTLY_HILLY,
            List.of(Block.once(Step.time(Part.RUN, 2400).within(Optional.of(new HeartRange(125, 145))))),
            List.of(Extra.MOBILITY),
            List.of());
    private static final Workout REPEATS = new Workout(
            Workout.Kind.REPEATS,
            "6 x 400 m",
            55,
            true,
            9200,
            new Effort(7, 8),
            Focus.SMOOTH_SPEED,
            Surface.TRACK,
            List.of(
                    Block.once(Step.time(Part.WARM_UP, 900)),
                    new Block(
                            6,
                            List.of(
                                    Step.distance(Part.RUN, 400).at(Optional.of(new PaceRange(240, 245))),
                                    Step.time(Part.RECOVER, 150))),
                    Block.once(Step.distance(Part.COOL_DOWN, 2000))),
            List.of(Extra.ACTIVATION),
            List.of(Reminder.NAP, Reminder.FUEL_BEFORE));

    @Test
    void a_week_reads_as_a_coach_writes_it() {
        assertThat(new PlanSheet(
                                List.of(
                                        day(0, REST, Optional.empty()),
                                        day(1, EASY, Optional.empty()),
                                        day(2, REPEATS, Optional.of(swapped())),
                                        day(7, REPEATS, Optional.empty())),
                                MONDAY.plusDays(1))
                        .toString())
                .isEqualTo("""
                Goal: 5K in 21:30 on Sat 10 April 2027, 17 weeks from now.
                Paces: from the 5K time trial of Fri 20 November 2026 in 22:30 (VDOT 43.4). Against the one before a
                possible change: 2.2 % faster, and a time trial strays by 1.5 %; clear it would be from 3.5 % on. It
                is the best of the last 400 days.
                As things stand: 22:30 over 5K, 4.4 % away from the target.

                Week 3 of 18, Mon 7 Dec to Sun 13 December 2026: a step up in intensity, no more volume
                Step 4 of the ladder, 5 x 400 m. At most 31.4 km in all. At least 2 easy runs, mobility twice,
                cross-training once.
                Mon 7 Dec   Rest
                Tue 8 Dec   Easy 40 min, 6.3 km <- today
                            Easy running that builds the base and costs little.
                            - 40 min at 125-145 bpm
                            Effort 2-3 of 10. On a gently hilly route, by effort instead of pace. Land under the
                            body with quick, light steps. Breathe in the rhythm of your steps. Think "quick".
                            Also 15 min of mobility.
                            Done: Easy as planned, effort 3, quality 8.
                Wed 9 Dec   Technical run, 35 min [AMBER]
                            Form instead of effort: drills and a few relaxed strides.
                            Changed: 6 x 400 m, 55 min, 9.2 km -> Technical run, 35 min, until Sat 12 Dec. Fatigue:
                            resting heart rate and mood. A technical run instead of the hard session (alert
                            anna-2026-12-05-fatigue).
                            Accepted by the coach.

                Week 4 of 18, Mon 14 Dec to Sun 20 December 2026: a step up in intensity, no more volume
                Step 4 of the ladder, 5 x 400 m. At most 31.4 km in all. At least 2 easy runs, mobility twice,
                cross-training once.
                Mon 14 Dec  6 x 400 m, 55 min, 9.2 km (hard)
                            Speed in short pieces with full recoveries.
                            - 15 min warming up
                            - 6 x 400 m in 1:36-1:38 (4:00-4:05/km), 2:30 min recovery
                            - 2 km cooling down
                            Effort 7-8 of 10. On a track or a measured flat stretch. Fast without force: face and
                            hands stay soft. Breathe on, never hold the breath. Think "smooth".
                            Also 5 min of activation before the run: hips, feet, ankles. A nap of 20 minutes helps
                            before a hard session. Eat something light two to three hours before.
                """);
    }

    private static Adjustment swapped() {
        return new Adjustment(
                Adjustment.Kind.SWAPPED,
                "Fatigue: resting heart rate and mood. A technical run instead of the hard session.",
                AdjustmentCause.FATIGUE,
                "0123456789abcdef",
                Workout.plain(Workout.Kind.TECHNICAL, "Technical run", 35, false),
                Optional.of(MONDAY.plusDays(5)),
                Optional.of("anna-2026-12-05-fatigue"),
                List.of("fatigue.two-keys/2"));
    }

    private static Prescription day(int after, Workout planned, Optional<Adjustment> adjustment) {
        return new Prescription(
                ANNA,
                MONDAY.plusDays(after),
                4,
                "5 x 400 m",
                adjustment.isPresent() ? Status.AMBER : Status.GREEN,
                planned,
                adjustment.map(Adjustment::instead).orElse(planned),
                adjustment,
                Optional.of(
                        new Prescription.Aim(Goal.Event.RACE, 5000, LocalDate.of(2027, 4, 10), OptionalInt.of(1290))),
                adjustment.isPresent()
                        ? List.of(new Prescription.Decided(
                                AdjustmentCause.FATIGUE,
                                Verdict.ACCEPT,
                                new Person(Person.Role.COACH, "c"),
                                Instant.EPOCH,
                                Prescription.Decided.Standing.IN_FORCE,
                                "Accepted by the coach"))
                        : List.of(),
                Optional.of(new PlanWeek(
                        3 + after / 7, OptionalInt.of(18), MONDAY, PlanWeek.Kind.STEP_UP, 31_400, 2, 2, 1)),
                new Ability(
                        Ability.Basis.TIME_TRIAL,
                        Optional.of(LocalDate.of(2026, 11, 20)),
                        OptionalInt.of(5000),
                        OptionalDouble.of(1350),
                        OptionalDouble.of(43.38),
                        Optional.of(new Ability.Change(2.2, Ability.Change.Size.POSSIBLE)),
                        OptionalInt.of(1350),
                        "It is the best of the last 400 days."),
                after == 1
                        ? Optional.of(new Done(
                                MONDAY.plusDays(1),
                                Workout.Kind.EASY,
                                "a1",
                                Done.Grade.SUCCESS,
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                Optional.empty(),
                                OptionalInt.of(3),
                                OptionalInt.of(8),
                                "Easy as planned, effort 3, quality 8"))
                        : Optional.empty(),
                false,
                false);
    }
}
