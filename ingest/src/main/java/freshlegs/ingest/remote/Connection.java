package freshlegs.ingest.remote;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Absent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An athlete's account at a service: at intervals.icu by its {@code key}, back to the day {@code since}; at Garmin by the
 * {@code user} under which Garmin speaks of the athlete. Connecting again replaces it and gives a new {@code connectedAt}. With
 * {@code workouts} the plan's coming sessions are sent there.
 */
public record Connection(
        AthleteId athlete,
        Service service,
        Optional<Secret> key,
        Optional<String> user,
        Optional<LocalDate> since,
        Instant connectedAt,
        @JsonDeserialize(using = Absent.IsNo.class) boolean workouts) {

    public static Connection intervals(AthleteId athlete, Secret key, LocalDate since, Instant now) {
        return new Connection(
                athlete, Service.INTERVALS, Optional.of(key), Optional.empty(), Optional.of(since), now, false);
    }

    public static Connection garmin(AthleteId athlete, String user, Instant now) {
        return new Connection(
                athlete, Service.GARMIN, Optional.empty(), Optional.of(user), Optional.empty(), now, false);
    }

    /** The same, with the coming workouts sent into the calendar there. */
    public Connection withWorkouts() {
        return new Connection(athlete, service, key, user, since, connectedAt, true);
    }

    boolean isReplacedBy(Connection other) {
        boolean sameAccount = service == other.service && user.isPresent() && user.equals(other.user);
        return sameAccount || (athlete.equals(other.athlete) && service == other.service);
    }
}
