package freshlegs.streams.plan;

import freshlegs.model.Status;
import freshlegs.model.result.Prescription;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * What one day's plan asked, and how things stood when the day was over: the athlete's state and why, the chart of how the
 * athlete feels (in standard deviations, worse positive), the longest run's minutes, whether the day was hard, and the
 * standing on the ladder.
 */
public record PlanDay(
        Prescription prescription,
        Status status,
        String why,
        OptionalDouble feelingChart,
        int longestRunMinutes,
        boolean hard,
        Standing standing) {

    LocalDate date() {
        return prescription.date();
    }
}
