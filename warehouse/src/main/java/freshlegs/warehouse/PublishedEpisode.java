package freshlegs.warehouse;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Episode.Cause;
import java.time.LocalDate;
import java.util.Optional;

/** An episode under the name that people see, with the days it had last and the worst of which they were told. */
record PublishedEpisode(
        String id, AthleteId athlete, Cause cause, LocalDate firstDay, LocalDate lastDay, Optional<Status> told) {
    /** Whether another alert of the same cause covers some of its days. */
    boolean isPartOf(Episode other) {
        return other.cause() == cause
                && other.status().isAlert()
                && !other.firstDay().isAfter(lastDay)
                && !other.lastDay().isBefore(firstDay);
    }

    PublishedEpisode lasting(LocalDate first, LocalDate last) {
        return new PublishedEpisode(id, athlete, cause, first, last, told);
    }
}
