package freshlegs.streams.load;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/** What later days must remember of a day's training and of the body that did it. */
public record LoadDay(
        LocalDate date,
        AthleteProfile profile,
        List<HeartRatePeak> peaks,
        OptionalDouble restingHeartRateBpm,
        List<SessionLoad> sessions) {

    public LoadDay {
        peaks = List.copyOf(peaks);
        sessions = List.copyOf(sessions);
    }

    public double load() {
        Sum sum = new Sum();
        for (SessionLoad session : sessions) {
            sum.add(session.load());
        }
        return sum.value();
    }
}
