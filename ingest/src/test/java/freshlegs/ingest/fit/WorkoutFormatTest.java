package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.garmin.fit.Intensity;
import com.garmin.fit.WorkoutStepMesg;
import freshlegs.ingest.workout.ASession;
import freshlegs.ingest.workout.PlannedSession;
import freshlegs.ingest.workout.WorkoutFile;
import freshlegs.model.AthleteId;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.PaceRange;
import freshlegs.model.plan.Workout;
import freshlegs.model.plan.Workout.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkoutFormatTest {
    private static final Instant DAY = Instant.parse("2026-11-26T00:00:00Z");
    private static final WrittenStep EASY = new WrittenStep.Piece(Step.time(Step.Part.RUN, 600), "");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REST")
    void what_is_read_again_is_the_session(Kind kind) {
        Workout session = ASession.of(kind);

        assertThat(ReadSteps.blocks(steps(session))).isEqualTo(ReadSteps.kept(session.blocks()));
    }

    @Test
    void repeats_are_steps_that_name_their_first_step_and_how_often() {
        List<WorkoutStepMesg> steps = steps(ASession.of(Kind.REPEATS));

        assertThat(steps)
                .extracting(WorkoutStepMesg::getIntensity)
                .containsExactly(
                        Intensity.WARMUP,
                        Intensity.WARMUP,
                        Intensity.ACTIVE,
                        Intensity.RECOVERY,
                        null,
                        Intensity.COOLDOWN);
        assertThat(steps.get(2).getDurationDistance()).isEqualTo(200f);
        assertThat(steps.get(2).getCustomTargetValueLow()).isEqualTo(4444);
        assertThat(steps.get(2).getCustomTargetValueHigh()).isEqualTo(4651);
        assertThat(steps.get(4).getDurationStep()).isEqualTo(2);
        assertThat(steps.get(4).getRepeatSteps()).isEqualTo(6);
        assertThat(steps.get(2).getNotes()).isEqualTo("Shorter steps, lean from the ankles, eyes up the hill");
        assertThat(steps.get(0).getNotes()).isEqualTo("A gently hilly route, by effort instead of pace");
    }

    @Test
    void a_heart_rate_is_written_behind_the_percents_and_a_second_target_in_words() {
        assertThat(steps(ASession.of(Kind.EASY)).get(0).getCustomTargetValueLow())
                .isEqualTo(228);
        assertThat(steps(ASession.of(Kind.TEMPO)).get(1).getNotes())
                .isEqualTo("HR 165-174. Shorter steps, lean from the ankles, eyes up the hill");
        assertThat(steps(ASession.of(Kind.TIME_TRIAL)).get(0).getNotes()).startsWith("Effort 3-5 of 10. Shorter");
    }

    @Test
    void every_pace_up_to_a_walk_is_read_as_it_was_meant() {
        for (int pace = 120; pace <= 900; pace++) {
            Step step = Step.time(Step.Part.RUN, 60).at(Optional.of(new PaceRange(pace, pace)));
            byte[] file =
                    FitEncoder.encode(new WrittenWorkout(7, DAY, "Pace", List.of(new WrittenStep.Piece(step, ""))));
            assertThat(ReadSteps.blocks(WorkoutFileRules.read(file).getWorkoutStepMesgs())
                            .get(0)
                            .steps())
                    .containsExactly(step);
        }
    }

    @Test
    void what_a_watch_would_not_take_cannot_be_written() {
        refused("32 bits", 0, "Easy", List.of(EASY));
        refused("32 bits", 1L << 32, "Easy", List.of(EASY));
        refused("name", 1, "Läufe", List.of(EASY));
        refused("name", 1, "A name of more than thirty-two signs", List.of(EASY));
        refused("1 to 50 steps", 1, "Easy", List.of());
        refused("1 to 50 steps", 1, "Easy", Collections.nCopies(51, EASY));
        refused("note", 1, "Easy", List.of(new WrittenStep.Open("ü")));
        refused("a step of its own", 1, "Easy", List.of(EASY, new WrittenStep.Repeat(1, 2)));
        refused("a step of its own", 1, "Easy", List.of(new WrittenStep.Repeat(0, 2)));
        refused("two times", 1, "Easy", List.of(EASY, new WrittenStep.Repeat(0, 1)));
        refused(
                "a step of its own",
                1,
                "Easy",
                List.of(EASY, new WrittenStep.Repeat(0, 2), EASY, new WrittenStep.Repeat(0, 2)));
    }

    @Test
    void files_of_others_and_broken_ones_have_no_label_of_ours() {
        byte[] ours = FitEncoder.encode(new WrittenWorkout(7, DAY, "Easy", List.of(EASY)));
        assertThat(WorkoutLabel.read(ours)).contains(new WorkoutLabel(7, DAY, "Easy"));

        for (int end = 0; end < ours.length; end++) {
            WorkoutLabel.read(Arrays.copyOf(ours, end));
        }
        for (int i = 0; i < ours.length; i++) {
            byte[] broken = ours.clone();
            broken[i] ^= 0x55;
            assertThat(WorkoutLabel.read(broken)).isNotEqualTo(Optional.of(new WorkoutLabel(8, DAY, "Easy")));
        }
    }

    @Test
    void a_spoilt_file_is_read_without_harm() {
        List<byte[]> seeds = Arrays.stream(Kind.values())
                .filter(Kind::isRun)
                .map(kind -> new PlannedSession(LocalDate.parse("2026-11-26"), ASession.of(kind)))
                .map(session -> WorkoutFile.of(AthleteId.of("anna"), session)
                        .orElseThrow()
                        .content())
                .toList();
        Mutation mutation = new Mutation(20261126, seeds);
        int readable = 0;
        for (int i = 0; i < 3_000; i++) {
            readable += WorkoutLabel.read(mutation.next()).isPresent() ? 1 : 0;
        }
        assertThat(readable).isBetween(100, 2_900);
    }

    private static void refused(String rule, long serial, String name, List<WrittenStep> steps) {
        assertThatThrownBy(() -> new WrittenWorkout(serial, DAY, name, steps)).hasMessageContaining(rule);
    }

    private static List<WorkoutStepMesg> steps(Workout session) {
        byte[] file = WorkoutFile.of(AthleteId.of("anna"), new PlannedSession(LocalDate.parse("2026-11-26"), session))
                .orElseThrow()
                .content();
        WorkoutFileRules.hold(file);
        return WorkoutFileRules.read(file).getWorkoutStepMesgs();
    }
}
