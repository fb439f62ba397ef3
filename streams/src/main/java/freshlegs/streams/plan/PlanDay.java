package freshlegs.streams.plan;

import freshlegs.model.Status;
import freshlegs.model.result.Prescription;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one day's plan asked, and how things stood when the day was over: the athlete's state and why, the alerts open and the rules
 * that saw something, the chart of how the athlete feels (in standard deviations, worse positive), whether HRV lay
 * outside its usual range, what was run, whether the day was hard, the standing on the ladder, the plan's course
 * and the heart rates that were valid.
 */
public record PlanDay(
        Prescription prescription,
        Status status,
        String why,
        List<String> episodes,
        List<String> rules,
        OptionalDouble feelingChart,
        boolean hrvOutside,
        Ran ran,
        boolean hard,
        Standing standing,
        Course course,
        Optional<HeartRates> heartRates) {
    public PlanDay {
        episodes = List.copyOf(episodes);
        rules = List.copyOf(rules);
    }

    LocalDate date() {
        return prescription.date();
    }
}
