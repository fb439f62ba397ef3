package freshlegs.app.evaluate;

import freshlegs.app.labelled.AnswerRow;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.NightRow;
import freshlegs.app.labelled.RunRow;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** A kind of row or reading that an athlete never hands over. */
public enum Gap {
    CHECK_INS,
    RESTING_HEART_RATE,
    HRV,
    /** Without the steady minutes no run has a heart rate. */
    EXERCISE_HEART_RATE,
    /** What was achieved in key sessions. */
    PERFORMANCE;

    LabelledAthlete in(LabelledAthlete whole) {
        return switch (this) {
            case CHECK_INS -> with(whole, whole.nights(), List.of(), whole.runs());
            case RESTING_HEART_RATE -> with(whole, nights(whole, Gap::withoutRestingHeartRate));
            case HRV -> with(whole, nights(whole, Gap::withoutHrv));
            case EXERCISE_HEART_RATE -> with(whole, whole.nights(), whole.answers(), runs(whole, Gap::withoutWindows));
            case PERFORMANCE -> with(whole, whole.nights(), whole.answers(), runs(whole, Gap::withoutSpeeds));
        };
    }

    private static List<NightRow> nights(LabelledAthlete athlete, UnaryOperator<NightRow> mask) {
        return athlete.nights().stream().map(mask).toList();
    }

    private static List<RunRow> runs(LabelledAthlete athlete, UnaryOperator<RunRow> mask) {
        return athlete.runs().stream().map(mask).toList();
    }

    private static NightRow withoutRestingHeartRate(NightRow night) {
        return new NightRow(night.date(), OptionalDouble.empty(), night.rmssdMs(), night.sleepHours());
    }

    private static NightRow withoutHrv(NightRow night) {
        return new NightRow(night.date(), night.restingHeartRate(), OptionalDouble.empty(), night.sleepHours());
    }

    private static RunRow withoutWindows(RunRow run) {
        return with(run, run.achievedSpeed(), List.of());
    }

    private static RunRow withoutSpeeds(RunRow run) {
        return with(run, OptionalDouble.empty(), run.windows());
    }

    private static RunRow with(RunRow run, OptionalDouble achieved, List<RunRow.Window> windows) {
        return new RunRow(
                run.start(),
                run.kind(),
                run.durationSeconds(),
                run.distanceMetres(),
                run.targetSpeed(),
                achieved,
                run.temperatureC(),
                windows);
    }

    private static LabelledAthlete with(LabelledAthlete whole, List<NightRow> nights) {
        return with(whole, nights, whole.answers(), whole.runs());
    }

    private static LabelledAthlete with(
            LabelledAthlete athlete, List<NightRow> nights, List<AnswerRow> answers, List<RunRow> runs) {
        return new LabelledAthlete(athlete.person(), nights, answers, runs, athlete.labels(), athlete.newWatch());
    }
}
