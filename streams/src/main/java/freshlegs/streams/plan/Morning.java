package freshlegs.streams.plan;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.CheckIn.Symptom;
import freshlegs.model.plan.Workout;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What the athlete says on the morning itself may only make its session easier: symptoms hold it back, marked soreness or pain
 * alone take the hardness out of it. What is told when the day has long been over changes nothing that has passed.
 */
final class Morning {
    private static final int MARKED_SORENESS = 6;
    /** The day ends up to twelve hours later than in UTC. */
    private static final Duration LATEST = Duration.ofHours(36);

    private Morning() {}

    static Optional<Adjusted> adjusted(Adjusting adjusting, PlanFacts today) {
        Instant end = today.date().atStartOfDay(ZoneOffset.UTC).plus(LATEST).toInstant();
        return today.checkIns().stream()
                .filter(CheckIn.Morning.class::isInstance)
                .map(CheckIn.Morning.class::cast)
                .filter(told -> told.recordedAt().isBefore(end)
                        && adjusting.planned().kind().isRun())
                .findFirst()
                .flatMap(told -> adjusted(adjusting, told, today.date()));
    }

    private static Optional<Adjusted> adjusted(Adjusting adjusting, CheckIn.Morning told, LocalDate date) {
        if (told.symptoms().stream().anyMatch(Symptom::stopsTraining)) {
            return Optional.of(adjusting.dropped(
                    AdjustmentCause.SAFETY,
                    Optional.empty(),
                    "Do not train today and seek medical advice: a warning sign was told this morning."));
        }
        if (!told.symptoms().isEmpty()) {
            return Optional.of(adjusting.dropped(
                    AdjustmentCause.ILLNESS,
                    Optional.empty(),
                    "Rest today: signs of an illness were told this morning."));
        }
        boolean sore = told.soreness().orElse(0) >= MARKED_SORENESS;
        if (told.painOrLimp().orElse(false) && adjusting.planned().kind() != Workout.Kind.RACE) {
            return Optional.of(adjusting.dropped(
                    AdjustmentCause.SORENESS,
                    Optional.of(date),
                    "Pain or a limp: no running today; if it stays, have somebody look at it."));
        }
        return sore && adjusting.planned().hard() && adjusting.planned().kind() != Workout.Kind.RACE
                ? Optional.of(adjusting.swapped(
                        AdjustmentCause.SORENESS,
                        adjusting
                                .sessions()
                                .technical(Math.min(30, adjusting.planned().minutes())),
                        Optional.of(date),
                        "Marked soreness: a technical run instead, the hard session comes back with fresh legs."))
                : Optional.empty();
    }
}
