package freshlegs.streams.session;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Device;
import freshlegs.model.fact.Minutes;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.Session.HeartRate;
import freshlegs.model.fact.Session.Pace;
import freshlegs.model.fact.SessionDetail;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the analysis found, before it is put beside what the recording itself says. */
record Draft(
        Optional<String> problem,
        double timerSeconds,
        double movingSeconds,
        double distanceMetres,
        HeartRate heartRate,
        Pace pace,
        OptionalDouble decouplingPercent,
        Minutes minutes,
        Structure structure,
        SessionDetail detail) {

    /** Only what the watch itself summed up, as far as it makes sense, and why there is no more. */
    static Draft failed(Recording recording, RuntimeException reason) {
        double timer = sensible(recording.summary().timerSeconds());
        return new Draft(
                Optional.of("the samples could not be analysed: " + reason),
                timer,
                timer,
                sensible(recording.summary().distanceMetres().orElse(0)),
                HeartRate.none(),
                Pace.none(),
                OptionalDouble.empty(),
                Minutes.of(List.of()),
                Structure.NONE,
                SessionDetail.NONE);
    }

    Draft with(Minutes others, SessionDetail otherDetail) {
        return new Draft(
                problem,
                timerSeconds,
                movingSeconds,
                distanceMetres,
                heartRate,
                pace,
                decouplingPercent,
                others,
                structure,
                otherDetail);
    }

    private static double sensible(double amount) {
        return Double.isFinite(amount) && amount >= 0 ? amount : 0;
    }

    Session toSession(Recording recording) {
        double elapsed = sensible(recording.summary().elapsedSeconds());
        return new Session(
                recording.athlete(),
                recording.factId(),
                recording.revision(),
                recording.ingestedAt(),
                recording.start(),
                recording.localDate(),
                recording.sport(),
                recording.subSport(),
                source(recording.device()),
                recording.heartRateSource(),
                recording.source(),
                recording.watchProfile(),
                recording.rank(),
                problem,
                Rounding.to(1, timerSeconds),
                Rounding.to(1, Math.max(elapsed, timerSeconds)),
                Rounding.to(1, movingSeconds),
                Rounding.to(1, distanceMetres),
                recording.summary().workoutRpe(),
                recording.summary().workoutFeel(),
                heartRate,
                pace,
                decouplingPercent,
                minutes,
                structure.repeats(),
                structure.source(),
                detail);
    }

    /** The make of the device, so that baselines of different makes are told apart; never its serial number. */
    private static String source(Device device) {
        return device.product()
                .map(product -> device.manufacturer() + "/" + product)
                .orElse(device.manufacturer());
    }
}
