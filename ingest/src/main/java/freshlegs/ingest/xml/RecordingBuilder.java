package freshlegs.ingest.xml;

import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.decode.Recordings;
import freshlegs.model.Rounding;
import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Format;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Pause;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Salvage;
import freshlegs.model.fact.Samples;
import freshlegs.model.fact.Source;
import freshlegs.model.fact.WatchProfile;
import freshlegs.model.json.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Makes recordings of what stood in a file. The local day comes from the athlete's zone, since these files tell none. */
final class RecordingBuilder {
    private static final long SHORTEST_PAUSE_SECONDS = 2;
    private static final long STARTS_APART_SECONDS = 24 * 3600;
    private static final int HIGHEST_BPM = 254;

    private final Format format;
    private final Origin origin;
    private final Optional<Sport> likely;
    private final Optional<Salvage> salvage;

    RecordingBuilder(Format format, Origin origin, Optional<Sport> likely, Optional<Salvage> salvage) {
        this.format = format;
        this.origin = origin;
        this.likely = likely;
        this.salvage = salvage;
    }

    /** Nothing when it has neither two points with times nor a lap with one. */
    Optional<Recording> recording(Activity activity) {
        int[] rows = activity.points.order();
        boolean timedLap = activity.laps.stream().anyMatch(lap -> lap.start() > 0 && lap.seconds() > 0);
        if (rows.length < 2 && !timedLap) {
            return Optional.empty();
        }
        boolean thinned = activity.points.isThinned();
        return Optional.of(
                Recordings.fitting(rows, kept -> recording(activity, kept, thinned || kept.length < rows.length)));
    }

    private Recording recording(Activity activity, int[] rows, boolean thinned) {
        long start = start(activity, rows);
        Sport sport = activity.sport.or(() -> likely).orElse(Sport.OTHER);
        boolean onFoot = sport == Sport.RUNNING || sport == Sport.WALKING || sport == Sport.HIKING;
        Samples samples = activity.points.samples(rows, start, onFoot);
        List<Pause> pauses = pauses(activity, rows, start);
        Instant at = Instant.ofEpochSecond(start);
        int offset = origin.zones().offsetAt(at).getTotalSeconds();
        Recording draft = new Recording(
                origin.athlete(),
                Recordings.idOf(at, sport),
                "",
                origin.ingestedAt(),
                at,
                offset,
                LocalDate.ofInstant(at, ZoneOffset.ofTotalSeconds(offset)),
                sport,
                activity.subSport,
                activity.device,
                HeartRateSource.UNKNOWN,
                new Source(format, Optional.empty(), salvage),
                WatchProfile.UNKNOWN,
                summary(activity, samples, pauses),
                laps(activity, start),
                pauses,
                samples,
                thinned);
        return draft.withRevision(Revision.of(draft));
    }

    /** The first point, unless a lap or the file itself names an earlier moment of the same day. */
    private static long start(Activity activity, int[] rows) {
        long told = activity.laps.stream()
                .mapToLong(WrittenLap::start)
                .filter(lap -> lap > 0)
                .min()
                .orElse(activity.start.orElse(0));
        if (rows.length == 0) {
            return told;
        }
        long first = activity.points.timeAt(rows[0]);
        return told > 0 && told <= first && first - told <= STARTS_APART_SECONDS ? told : first;
    }

    private static List<Pause> pauses(Activity activity, int[] rows, long start) {
        long end = rows.length == 0 ? start : activity.points.timeAt(rows[rows.length - 1]);
        return activity.stops.stream()
                .filter(stop -> stop.from() >= start && stop.to() <= end)
                .filter(stop -> stop.to() - stop.from() >= SHORTEST_PAUSE_SECONDS)
                .map(stop -> new Pause(stop.from() - start, stop.to() - stop.from()))
                .toList();
    }

    private static Recording.Summary summary(Activity activity, Samples samples, List<Pause> pauses) {
        double span = samples.size() == 0 ? 0 : samples.secondsFromStart().at(samples.size() - 1);
        double paused = pauses.stream().mapToDouble(Pause::durationSeconds).sum();
        double lapSeconds = positive(activity.laps.stream().mapToDouble(WrittenLap::seconds));
        double timer = lapSeconds > 0 ? lapSeconds : Math.max(0, span - paused);
        double lapMetres = positive(activity.laps.stream().mapToDouble(WrittenLap::metres));
        return new Recording.Summary(
                Rounding.to(3, timer),
                Rounding.to(3, Math.max(timer, span)),
                lapMetres > 0
                        ? OptionalDouble.of(Rounding.to(2, lapMetres))
                        : Rounding.to(2, covered(samples.distanceCentimetres())),
                meanHeartRate(activity.laps),
                heartRate(activity.laps.stream()
                        .mapToDouble(WrittenLap::maximalHeartRateBpm)
                        .filter(bpm -> bpm > 0)
                        .max()
                        .orElse(0)),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static double positive(java.util.stream.DoubleStream numbers) {
        return numbers.filter(number -> number > 0).sum();
    }

    /** The laps' means weighted by their length, when all laps have one. */
    private static OptionalInt meanHeartRate(List<WrittenLap> laps) {
        double beats = 0;
        double seconds = 0;
        for (WrittenLap lap : laps) {
            if (lap.seconds() > 0 && !(lap.meanHeartRateBpm() > 0)) {
                return OptionalInt.empty();
            }
            beats += lap.seconds() > 0 ? lap.meanHeartRateBpm() * lap.seconds() : 0;
            seconds += lap.seconds() > 0 ? lap.seconds() : 0;
        }
        return seconds > 0 ? heartRate(beats / seconds) : OptionalInt.empty();
    }

    private static OptionalInt heartRate(double bpm) {
        return bpm >= 1 && bpm <= HIGHEST_BPM ? OptionalInt.of((int) Math.round(bpm)) : OptionalInt.empty();
    }

    /** From the first to the last known distance. */
    private static OptionalDouble covered(Column centimetres) {
        int[] known = IntStream.range(0, centimetres.size())
                .filter(centimetres::has)
                .map(centimetres::at)
                .toArray();
        return known.length < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, known[known.length - 1] - known[0]) / 100.0);
    }

    private static List<Lap> laps(Activity activity, long start) {
        return activity.laps.stream()
                .filter(lap -> lap.start() > 0 && Math.abs(lap.start() - start) <= 30 * STARTS_APART_SECONDS)
                .map(lap -> new Lap(
                        Math.max(0, lap.start() - start),
                        lap.seconds() > 0 ? lap.seconds() : 0,
                        lap.metres() >= 0 ? OptionalDouble.of(lap.metres()) : OptionalDouble.empty(),
                        heartRate(lap.meanHeartRateBpm()),
                        lap.intensity(),
                        !lap.manual()))
                .toList();
    }
}
