package freshlegs.streams.signal;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a day's facts say beside the measurements: circumstances, the names of the check-ins that told of symptoms, and how many
 * minutes ahead of UTC the athlete lives since a zone was stated last.
 */
public record Aside(List<Circumstance> circumstances, List<String> complaints, OptionalInt offsetMinutes) {

    public static final Aside NONE = new Aside(List.of(), List.of(), OptionalInt.empty());

    private static final int SECONDS_PER_MINUTE = 60;

    public Aside {
        circumstances = List.copyOf(circumstances);
        complaints = List.copyOf(complaints);
    }

    public static Aside of(
            Aside yesterday, LocalDate date, List<Profile> profiles, List<Session> sessions, List<CheckIn> checkIns) {
        OptionalInt offset = yesterday.offsetMinutes();
        for (Profile profile : profiles) {
            if (profile.zone().isPresent()) {
                offset = OptionalInt.of(offsetMinutes(profile.zone().get(), date));
            }
        }
        return new Aside(Circumstance.of(sessions, checkIns), complaints(checkIns), offset);
    }

    /** Without summer time, which is no journey. */
    private static int offsetMinutes(ZoneId zone, LocalDate date) {
        Instant day = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        return zone.getRules().getStandardOffset(day).getTotalSeconds() / SECONDS_PER_MINUTE;
    }

    private static List<String> complaints(List<CheckIn> checkIns) {
        List<String> named = new ArrayList<>();
        for (CheckIn checkIn : checkIns) {
            if (!symptoms(checkIn).isEmpty()) {
                named.add(checkIn.factId());
            }
        }
        return named;
    }

    private static Set<CheckIn.Symptom> symptoms(CheckIn checkIn) {
        if (checkIn instanceof CheckIn.Morning morning) {
            return morning.symptoms();
        }
        return checkIn instanceof CheckIn.AfterRun after ? after.symptoms() : Set.of();
    }
}
