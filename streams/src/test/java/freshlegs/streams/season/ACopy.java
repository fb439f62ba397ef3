package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.Sport;
import freshlegs.model.fact.FileId;
import freshlegs.model.fact.Format;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Histogram;
import freshlegs.model.fact.Minutes;
import freshlegs.model.fact.Richness;
import freshlegs.model.fact.Salvage;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.SessionDetail;
import freshlegs.model.fact.Source;
import freshlegs.model.fact.WatchProfile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Recordings that may be copies of one run: {@code ACopy.of(ann).from("2026-03-02T06:30:00Z").minutes(60).as(Format.TCX)}. */
record ACopy(
        AthleteId athlete,
        Instant start,
        int minutes,
        Sport sport,
        Format format,
        Optional<FileId> fileId,
        Optional<Salvage> salvage,
        int heartMinutes,
        int samples,
        Optional<String> problem) {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    static ACopy of(AthleteId athlete) {
        return new ACopy(
                athlete,
                Instant.parse("2026-03-02T06:30:00Z"),
                60,
                Sport.RUNNING,
                Format.FIT,
                Optional.empty(),
                Optional.empty(),
                60,
                3600,
                Optional.empty());
    }

    ACopy from(String time) {
        return from(Instant.parse(time));
    }

    ACopy from(Instant time) {
        return new ACopy(athlete, time, minutes, sport, format, fileId, salvage, heartMinutes, samples, problem);
    }

    ACopy minutes(int some) {
        return new ACopy(athlete, start, some, sport, format, fileId, salvage, heartMinutes, samples, problem);
    }

    ACopy sport(Sport other) {
        return new ACopy(athlete, start, minutes, other, format, fileId, salvage, heartMinutes, samples, problem);
    }

    ACopy as(Format other) {
        return new ACopy(athlete, start, minutes, sport, other, fileId, salvage, heartMinutes, samples, problem);
    }

    ACopy named(String serial) {
        FileId id =
                new FileId("garmin", Optional.of("fr265"), Optional.of(serial), Instant.parse("2026-03-02T06:29:00Z"));
        return new ACopy(
                athlete, start, minutes, sport, format, Optional.of(id), salvage, heartMinutes, samples, problem);
    }

    ACopy salvaged() {
        return new ACopy(
                athlete,
                start,
                minutes,
                sport,
                format,
                fileId,
                Optional.of(new Salvage("it ends early", 50)),
                heartMinutes,
                samples,
                problem);
    }

    ACopy heart(int some) {
        return new ACopy(athlete, start, minutes, sport, format, fileId, salvage, some, samples, problem);
    }

    ACopy samples(int some) {
        return new ACopy(athlete, start, minutes, sport, format, fileId, salvage, heartMinutes, some, problem);
    }

    ACopy unreadable() {
        return new ACopy(
                athlete, start, minutes, sport, format, fileId, salvage, heartMinutes, samples, Optional.of("broken"));
    }

    Session session() {
        String name = NAME.format(start) + "-" + sport.name().toLowerCase(Locale.ROOT);
        return new Session(
                athlete,
                name,
                ContentHash.revisionOf(toString().getBytes(StandardCharsets.UTF_8)),
                start.plusSeconds(40_000),
                start,
                start.atZone(ZoneOffset.UTC).toLocalDate(),
                sport,
                Optional.empty(),
                "garmin",
                HeartRateSource.STRAP,
                new Source(format, fileId, salvage),
                WatchProfile.UNKNOWN,
                new Richness(format, salvage.isEmpty(), heartMinutes, 3, samples).rank(),
                problem,
                60 * minutes,
                60 * minutes,
                60 * minutes,
                180 * minutes,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                heartMinutes == 0
                        ? Session.HeartRate.none()
                        : new Session.HeartRate(
                                0.876,
                                OptionalDouble.of(140),
                                Histogram.empty(1),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty()),
                Session.Pace.none(),
                OptionalDouble.empty(),
                Minutes.of(List.of()),
                List.of(),
                Session.RepeatSource.NONE,
                SessionDetail.NONE);
    }
}
