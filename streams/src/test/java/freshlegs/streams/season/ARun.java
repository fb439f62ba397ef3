package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Histogram;
import freshlegs.model.fact.Minute;
import freshlegs.model.fact.Minutes;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.SessionDetail;
import freshlegs.model.fact.Source;
import freshlegs.model.fact.WatchProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Sessions for tests: {@code ARun.of(athlete, date).minutes(45).at(3.0).heart(145).session()}. */
public final class ARun {
    private final AthleteId athlete;
    private final LocalDate date;
    private int minutes = 45;
    private double metresPerSecond = 3.0;
    private double bpm = 145;
    private double driftBpmPerMinute;
    private double heartRateShare = 1;
    private double positionShare = 1;
    private OptionalDouble celsius = OptionalDouble.of(12);
    private OptionalDouble workoutRpe = OptionalDouble.empty();
    private List<Repeat> repeats = List.of();
    private int hour = 7;
    private String device = "watch-1";
    private WatchProfile watchProfile = WatchProfile.UNKNOWN;
    private Optional<Instant> started = Optional.empty();
    private Optional<Instant> takenIn = Optional.empty();
    private Optional<String> problem = Optional.empty();
    private Sport sport = Sport.RUNNING;
    private String revision = "r1";
    private long rank = 1;
    private SessionDetail detail = SessionDetail.NONE;

    private ARun(AthleteId athlete, LocalDate date) {
        this.athlete = athlete;
        this.date = date;
    }

    public static ARun of(AthleteId athlete, LocalDate date) {
        return new ARun(athlete, date);
    }

    public ARun minutes(int minutes) {
        this.minutes = minutes;
        return this;
    }

    public ARun at(double metresPerSecond) {
        this.metresPerSecond = metresPerSecond;
        return this;
    }

    public ARun heart(double bpm) {
        this.bpm = bpm;
        return this;
    }

    public ARun drifting(double bpmPerMinute) {
        this.driftBpmPerMinute = bpmPerMinute;
        return this;
    }

    public ARun heartRateShare(double share) {
        this.heartRateShare = share;
        return this;
    }

    /** Where positioning is too poor for a verdict on pace. */
    public ARun offRoad() {
        this.positionShare = 0.5;
        return this;
    }

    public ARun celsius(double celsius) {
        this.celsius = OptionalDouble.of(celsius);
        return this;
    }

    public ARun rpe(double rpe) {
        this.workoutRpe = OptionalDouble.of(rpe);
        return this;
    }

    public ARun startingAt(int hour) {
        this.hour = hour;
        return this;
    }

    /** At any moment, whatever the local date says. */
    public ARun startedAt(Instant start) {
        this.started = Optional.of(start);
        return this;
    }

    public ARun takenInAt(Instant time) {
        this.takenIn = Optional.of(time);
        return this;
    }

    /** Another telling of the same start; of several the higher rank is believed. */
    public ARun told(String revision, long rank) {
        this.revision = revision;
        this.rank = rank;
        return this;
    }

    public ARun sport(Sport other) {
        this.sport = other;
        return this;
    }

    public ARun problem(String sentence) {
        this.problem = Optional.of(sentence);
        return this;
    }

    public ARun on(String device) {
        this.device = device;
        return this;
    }

    public ARun believedBy(WatchProfile watch) {
        this.watchProfile = watch;
        return this;
    }

    public ARun repeats(int count, double metres, double metresPerSecond) {
        List<Repeat> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new Repeat(900 + i * 240, metres / metresPerSecond, metres, 120, OptionalDouble.of(bpm)));
        }
        this.repeats = all;
        return this;
    }

    /** Ends with a stand in which the heart slows from the one to the other within a minute. */
    public ARun recovering(double bpm, double bpmAfterMinute) {
        this.detail = new SessionDetail(
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(new SessionDetail.HeartRateDrop(minutes * 60, bpm, bpmAfterMinute)),
                OptionalInt.empty(),
                Optional.empty(),
                List.of());
        return this;
    }

    public Session session() {
        Instant start = started.orElseGet(() -> date.atTime(hour, 0).toInstant(ZoneOffset.UTC));
        double seconds = minutes * 60.0;
        List<Minute> windows = new ArrayList<>();
        for (int m = 0; m < minutes; m++) {
            windows.add(new Minute(
                    m * 60,
                    1,
                    metresPerSecond,
                    3,
                    0,
                    heartRateShare > 0 ? OptionalDouble.of(bpm + driftBpmPerMinute * m) : OptionalDouble.empty(),
                    heartRateShare,
                    celsius));
        }
        double meanBpm = bpm + driftBpmPerMinute * minutes / 2;
        Session.HeartRate heartRate = heartRateShare == 0
                ? Session.HeartRate.none()
                : new Session.HeartRate(
                        heartRateShare,
                        OptionalDouble.of(meanBpm),
                        new Histogram((int) Math.round(meanBpm), 1, Column.of((int) (seconds * 10 * heartRateShare))),
                        OptionalDouble.of(meanBpm + 8),
                        OptionalDouble.of(meanBpm + 5),
                        OptionalDouble.of(meanBpm + 2));
        Session.Pace pace = new Session.Pace(
                positionShare,
                OptionalDouble.of(metresPerSecond),
                new Histogram(10 * (int) Math.floor(metresPerSecond * 10), 10, Column.of((int) (seconds * 10))),
                OptionalDouble.of(metresPerSecond),
                OptionalDouble.of(metresPerSecond),
                OptionalDouble.of(metresPerSecond));
        return new Session(
                athlete,
                start + "-" + sport.name().toLowerCase(Locale.ROOT),
                revision,
                takenIn.orElse(start),
                start,
                date,
                sport,
                Optional.empty(),
                device,
                HeartRateSource.STRAP,
                Source.NAMELESS_FIT,
                watchProfile,
                rank,
                problem,
                seconds,
                seconds,
                seconds,
                metresPerSecond * seconds,
                workoutRpe,
                OptionalInt.empty(),
                heartRate,
                pace,
                OptionalDouble.of(3),
                Minutes.of(windows),
                repeats,
                repeats.isEmpty() ? Session.RepeatSource.NONE : Session.RepeatSource.LAPS,
                detail);
    }
}
