package freshlegs.streams.plan;

import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.streams.SomeFacts;
import java.time.LocalDate;
import java.util.List;

/** One run of a day with its length, and its repeats as the laps tell them. */
final class ASimpleRun {
    private ASimpleRun() {}

    static Session of(SomeFacts athlete, LocalDate date, double minutes, double metres, List<Repeat> repeats) {
        Session run = athlete.run(date);
        return new Session(
                run.athlete(),
                run.factId(),
                run.revision(),
                run.ingestedAt(),
                run.start(),
                run.localDate(),
                run.sport(),
                run.subSport(),
                run.device(),
                run.heartRateSource(),
                run.source(),
                run.watchProfile(),
                run.recordingRank(),
                run.problem(),
                60 * minutes,
                60 * minutes,
                60 * minutes,
                metres,
                run.workoutRpe(),
                run.workoutFeel(),
                run.heartRate(),
                run.pace(),
                run.decouplingPercent(),
                run.minutes(),
                repeats,
                Session.RepeatSource.LAPS,
                run.detail());
    }
}
