package freshlegs.coach.page;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.CheckIn.Symptom;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.result.Prescription;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Training that is held back today: by what the athlete herself said, as soon as that is in the tables, or by the plan. A warning sign
 * holds it until somebody gives leave, as the plan does; signs of an illness for that day and the next one; pain for that day.
 */
public record Held(Kind kind, Optional<LocalDate> since, Optional<LocalDate> until) {

    /** Why, the gravest first. */
    public enum Kind {
        STOP,
        ILLNESS,
        PAIN;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code told} is what is believed of the last days; {@code cleared} the last day from which there was leave to train. */
    static Optional<Held> of(
            List<CheckIn> told, Optional<LocalDate> cleared, Optional<Prescription> plan, LocalDate today) {
        Optional<LocalDate> stopped = days(told.stream().filter(Held::stops))
                .filter(day -> cleared.filter(leave -> !leave.isBefore(day)).isEmpty());
        if (stopped.isPresent() || isHeldBy(AdjustmentCause.SAFETY, plan)) {
            return Optional.of(new Held(Kind.STOP, stopped, Optional.empty()));
        }
        Optional<LocalDate> ill =
                days(told.stream().filter(Held::isIll)).filter(day -> !day.isBefore(today.minusDays(1)));
        if (ill.isPresent() || isHeldBy(AdjustmentCause.ILLNESS, plan)) {
            return Optional.of(new Held(Kind.ILLNESS, ill, until(plan)));
        }
        boolean pain = told.stream()
                .anyMatch(
                        one -> one.localDate().equals(today) && one.painOrLimp().orElse(false));
        return pain ? Optional.of(new Held(Kind.PAIN, Optional.of(today), Optional.of(today))) : Optional.empty();
    }

    private static Optional<LocalDate> days(Stream<CheckIn> told) {
        return told.map(CheckIn::localDate).max(LocalDate::compareTo);
    }

    private static boolean stops(CheckIn told) {
        return told.symptoms().stream().anyMatch(Symptom::stopsTraining);
    }

    private static boolean isIll(CheckIn told) {
        return told.symptoms().stream().anyMatch(symptom -> !symptom.stopsTraining());
    }

    private static boolean isHeldBy(AdjustmentCause cause, Optional<Prescription> plan) {
        return plan.filter(day -> !day.prescribed().kind().isRun())
                .flatMap(Prescription::adjustment)
                .filter(adjustment -> adjustment.cause() == cause)
                .isPresent();
    }

    private static Optional<LocalDate> until(Optional<Prescription> plan) {
        return plan.flatMap(Prescription::adjustment)
                .filter(adjustment -> adjustment.cause() == AdjustmentCause.ILLNESS)
                .map(Adjustment::until)
                .flatMap(last -> last);
    }
}
