package freshlegs.ingest.fit;

import com.garmin.fit.DateTime;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.Intensity;
import com.garmin.fit.Sport;
import com.garmin.fit.WktStepDuration;
import com.garmin.fit.WktStepTarget;
import com.garmin.fit.WorkoutMesg;
import com.garmin.fit.WorkoutStepMesg;
import freshlegs.model.plan.Step;
import freshlegs.model.plan.Step.HeartRange;
import freshlegs.model.plan.Step.PaceRange;

/** A workout's messages: whose file it is, the workout, then its steps in their order. */
final class FitEncoderWorkout {
    private static final long MILLISECONDS = 1000;
    private static final long CENTIMETRES = 100;
    private static final double MILLIMETRES_PER_KILOMETRE = 1_000_000;
    /** Heart rates up to 100 are read as percent of the highest, so beats begin behind them. */
    private static final long BEATS_BEGIN = 100;

    private FitEncoderWorkout() {}

    static void write(WrittenWorkout workout, FitEncoder.Sink out) {
        out.write(id(workout));
        out.write(head(workout));
        for (int i = 0; i < workout.steps().size(); i++) {
            out.write(step(i, workout.steps().get(i)));
        }
    }

    /** What the watch calls a piece of this kind. */
    static String name(Step.Part part) {
        return switch (part) {
            case WARM_UP -> "Warm up";
            case DRILLS -> "Drills";
            case RUN -> "Run";
            case STRIDE -> "Stride";
            case RECOVER -> "Recover";
            case COOL_DOWN -> "Cool down";
        };
    }

    /** In millimetres a second, the nearest to a pace in seconds a kilometre. */
    static long speed(int pace) {
        return Math.round(MILLIMETRES_PER_KILOMETRE / pace);
    }

    private static FileIdMesg id(WrittenWorkout workout) {
        FileIdMesg id = new FileIdMesg();
        id.setType(File.WORKOUT);
        id.setManufacturer(WrittenDevice.DEVELOPMENT);
        id.setProduct(WorkoutLabel.PRODUCT);
        id.setSerialNumber(workout.serial());
        id.setTimeCreated(new DateTime(workout.created()));
        return id;
    }

    private static WorkoutMesg head(WrittenWorkout workout) {
        WorkoutMesg head = new WorkoutMesg();
        head.setWktName(workout.name());
        head.setSport(Sport.RUNNING);
        head.setNumValidSteps(workout.steps().size());
        return head;
    }

    private static WorkoutStepMesg step(int index, WrittenStep step) {
        WorkoutStepMesg mesg = new WorkoutStepMesg();
        mesg.setMessageIndex(index);
        if (step instanceof WrittenStep.Repeat repeat) {
            mesg.setDurationType(WktStepDuration.REPEAT_UNTIL_STEPS_CMPLT);
            mesg.setDurationValue((long) repeat.first());
            aimless(mesg, repeat.times());
            return mesg;
        }
        if (step instanceof WrittenStep.Piece piece) {
            write(piece.step(), mesg);
        } else {
            mesg.setWktStepName(name(Step.Part.RUN));
            mesg.setIntensity(Intensity.ACTIVE);
            mesg.setDurationType(WktStepDuration.OPEN);
            aimless(mesg, 0);
        }
        if (!step.note().isEmpty()) {
            mesg.setNotes(step.note());
        }
        return mesg;
    }

    private static void write(Step step, WorkoutStepMesg mesg) {
        mesg.setWktStepName(name(step.part()));
        mesg.setIntensity(intensity(step.part()));
        step.seconds().ifPresent(seconds -> {
            mesg.setDurationType(WktStepDuration.TIME);
            mesg.setDurationValue(seconds * MILLISECONDS);
        });
        step.metres().ifPresent(metres -> {
            mesg.setDurationType(WktStepDuration.DISTANCE);
            mesg.setDurationValue(metres * CENTIMETRES);
        });
        if (step.pace().isPresent()) {
            PaceRange pace = step.pace().get();
            aim(mesg, WktStepTarget.SPEED, speed(pace.slowest()), speed(pace.fastest()));
        } else if (step.heartRate().isPresent()) {
            HeartRange beats = step.heartRate().get();
            aim(mesg, WktStepTarget.HEART_RATE, BEATS_BEGIN + beats.lowest(), BEATS_BEGIN + beats.highest());
        } else {
            aimless(mesg, 0);
        }
    }

    /** The value 0 says that a range of one's own follows instead of the number of a zone. */
    private static void aim(WorkoutStepMesg mesg, WktStepTarget target, long low, long high) {
        mesg.setTargetType(target);
        mesg.setTargetValue(0L);
        mesg.setCustomTargetValueLow(low);
        mesg.setCustomTargetValueHigh(high);
    }

    private static void aimless(WorkoutStepMesg mesg, long value) {
        mesg.setTargetType(WktStepTarget.OPEN);
        mesg.setTargetValue(value);
    }

    private static Intensity intensity(Step.Part part) {
        return switch (part) {
            case WARM_UP, DRILLS -> Intensity.WARMUP;
            case RUN, STRIDE -> Intensity.ACTIVE;
            case RECOVER -> Intensity.RECOVERY;
            case COOL_DOWN -> Intensity.COOLDOWN;
        };
    }
}
