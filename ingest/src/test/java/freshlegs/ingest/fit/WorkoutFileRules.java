package freshlegs.ingest.fit;

import static org.assertj.core.api.Assertions.assertThat;

import com.garmin.fit.Decode;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.FitDecoder;
import com.garmin.fit.FitMessages;
import com.garmin.fit.MesgNum;
import com.garmin.fit.Sport;
import com.garmin.fit.WktStepDuration;
import com.garmin.fit.WktStepTarget;
import com.garmin.fit.WorkoutMesg;
import com.garmin.fit.WorkoutStepMesg;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** What the format's own description asks of a workout file, and what watches add to it. */
public final class WorkoutFileRules {
    private WorkoutFileRules() {}

    public static void hold(byte[] file) {
        Decode decode = new Decode();
        assertThat(decode.checkFileIntegrity(new ByteArrayInputStream(file)))
                .as("whole, with right checksums")
                .isTrue();
        List<Integer> order = new ArrayList<>();
        new Decode().read(new ByteArrayInputStream(file), message -> order.add(message.getNum()));
        FitMessages read = read(file);
        assertThat(order.get(0)).as("the file id comes first").isEqualTo(MesgNum.FILE_ID);
        assertThat(order.get(1)).as("then the workout").isEqualTo(MesgNum.WORKOUT);
        assertThat(order.subList(2, order.size()))
                .as("then nothing but steps")
                .isNotEmpty()
                .containsOnly(MesgNum.WORKOUT_STEP);
        id(read.getFileIdMesgs().get(0));
        workout(read.getWorkoutMesgs().get(0), order.size() - 2);
        List<WorkoutStepMesg> steps = read.getWorkoutStepMesgs();
        assertThat(steps).hasSizeLessThanOrEqualTo(50);
        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i).getMessageIndex())
                    .as("steps are numbered from 0 without a gap")
                    .isEqualTo(i);
            step(steps.get(i));
        }
    }

    static FitMessages read(byte[] file) {
        return new FitDecoder().decode(new ByteArrayInputStream(file));
    }

    private static void id(FileIdMesg id) {
        assertThat(id.getType()).isEqualTo(File.WORKOUT);
        assertThat(id.getManufacturer()).isEqualTo(255);
        assertThat(id.getProduct()).isNotNull();
        assertThat(id.getSerialNumber()).isBetween(1L, 0xFFFFFFFEL);
        assertThat(id.getTimeCreated()).isNotNull();
    }

    private static void workout(WorkoutMesg workout, int steps) {
        assertThat(workout.getSport()).isEqualTo(Sport.RUNNING);
        assertThat(workout.getNumValidSteps()).isEqualTo(steps);
        assertThat(workout.getWktName())
                .matches("[ -~]{1,32}")
                .isEqualTo(workout.getWktName().strip());
    }

    private static void step(WorkoutStepMesg step) {
        if (step.getDurationType() == WktStepDuration.REPEAT_UNTIL_STEPS_CMPLT) {
            assertThat(step.getDurationStep())
                    .as("a repeat goes back to an earlier step")
                    .isLessThan((long) step.getMessageIndex());
            assertThat(step.getRepeatSteps()).isGreaterThan(1);
            return;
        }
        assertThat(step.getIntensity()).isNotNull();
        assertThat(step.getDurationType()).isIn(WktStepDuration.TIME, WktStepDuration.DISTANCE, WktStepDuration.OPEN);
        assertThat(step.getDurationValue() == null)
                .as("a length belongs to all steps but open ones")
                .isEqualTo(step.getDurationType() == WktStepDuration.OPEN);
        assertThat(step.getTargetType()).isIn(WktStepTarget.SPEED, WktStepTarget.HEART_RATE, WktStepTarget.OPEN);
        if (step.getTargetType() != WktStepTarget.OPEN) {
            assertThat(step.getTargetValue())
                    .as("0 says that a range follows, not a zone's number")
                    .isZero();
            assertThat(step.getCustomTargetValueLow())
                    .isPositive()
                    .isLessThanOrEqualTo(step.getCustomTargetValueHigh());
        }
        if (step.getTargetType() == WktStepTarget.HEART_RATE) {
            assertThat(step.getCustomTargetValueLow())
                    .as("beats begin at 100, below are percents")
                    .isGreaterThan(100);
        }
    }
}
