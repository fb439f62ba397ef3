package freshlegs.coach.page;

import freshlegs.coach.RecordedRuns;
import freshlegs.coach.read.CopyRow;
import freshlegs.coach.read.KnownEpisode;
import freshlegs.coach.read.RunRow;
import freshlegs.coach.run.Outline;
import freshlegs.coach.run.RunRows;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Minute;
import freshlegs.model.fact.SessionDetail.Thirds;
import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.Prescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What one activity was: as planned and as run, second by second, in laps and repeats, over the ground, and where it came from. */
public record ActivityPage(
        String athlete,
        String fact,
        String revision,
        String day,
        String sport,
        String kind,
        boolean hard,
        String hardWhy,
        boolean counts,
        String whyNot,
        String countsInstead,
        String problem,
        List<Figure> figures,
        Optional<Planned> planned,
        boolean drawn,
        String missing,
        Optional<DrawnTrack> track,
        List<MinuteLine> minutes,
        List<RepeatLine> repeats,
        String repeatsSum,
        List<LapLine> laps,
        List<PeakLine> peaks,
        List<Zone> zones,
        List<String> thirds,
        Origin origin,
        List<Copy> copies,
        List<EpisodePage.Summary> alerts,
        Optional<ActivityLine> before,
        Optional<ActivityLine> after) {

    /** One number; what it is called stands under {@code activity.figure}, and {@code note} beside it. */
    public record Figure(String key, String value, String note) {}

    /** The session that it was, or that was planned for its day. */
    public record Planned(String day, String title, boolean matched, String grade, String said) {}

    /** One window of the run. */
    public record MinuteLine(String from, String pace, String heartRate, String grade, String moving) {}

    /** A hard bout; {@code fade} is its time over a metre against that of the fastest one. */
    public record RepeatLine(
            int number, String time, String distance, String pace, String heartRate, String recovery, String fade) {}

    /** A lap as the watch closed it. */
    public record LapLine(
            int number,
            String at,
            String time,
            String distance,
            String pace,
            String heartRate,
            String intensity,
            boolean auto) {}

    /** The highest means over a window. */
    public record PeakLine(String window, String heartRate, String pace, String effort) {}

    /** Minutes in a zone; {@code share} is of the longest one, 0 to 100. */
    public record Zone(String name, String minutes, int share) {}

    /** What recorded it, and how. */
    public record Origin(String start, String device, String heartRateFrom, String format, String salvaged) {}

    /** A recording of the same run and the file that it came in. */
    public record Copy(
            String fact,
            String revision,
            boolean kept,
            boolean shown,
            String why,
            String path,
            String device,
            String route,
            String arrived,
            String heartRate,
            String decision,
            String delivery) {}

    /** What the page is made of, as read. */
    public record Material(
            AthleteId athlete,
            RunRow run,
            Optional<ActivityAnalysis> analysis,
            List<CopyRow> copies,
            Optional<Prescription> planned,
            boolean matched,
            List<KnownEpisode> alerts,
            Optional<ActivityAnalysis> before,
            Optional<ActivityAnalysis> after) {}

    public static ActivityPage of(Material material, RecordedRuns.Answer answer, Voice voice) {
        RunWords words = new RunWords(voice.units());
        RunRow run = material.run();
        Optional<ActivityAnalysis> analysis = material.analysis();
        Optional<CopyRow> counted =
                material.copies().stream().filter(CopyRow::kept).findFirst();
        Optional<CopyRow> own = material.copies().stream()
                .filter(copy -> copy.revision().equals(run.revision()))
                .findFirst();
        boolean counts = analysis.isPresent();
        RunRows rows =
                answer instanceof RecordedRuns.Found found && found.rows().size() > 1
                        ? found.rows()
                        : MinuteRows.of(run);
        Outline outline = answer instanceof RecordedRuns.Found found ? found.outline() : Outline.NONE;
        return new ActivityPage(
                material.athlete().value(),
                run.fact(),
                run.revision(),
                voice.day(run.date()),
                run.sport().name().toLowerCase(Locale.ROOT),
                analysis.map(known -> known.kind().name().toLowerCase(Locale.ROOT))
                        .orElse("unknown"),
                analysis.map(ActivityAnalysis::hard).orElse(false),
                analysis.map(known -> String.join("; ", known.hardReasons())).orElse(""),
                counts,
                counts ? "" : own.map(CopyRow::why).orElse(""),
                counts
                        ? ""
                        : counted.filter(copy -> !copy.revision().equals(run.revision()))
                                .map(copy -> copy.fact() + "?revision=" + copy.revision())
                                .orElse(""),
                run.problem().orElse(""),
                Figures.of(run, analysis, words, voice.sayings()),
                material.planned().map(day -> planned(day, material.matched(), voice)),
                rows.size() > 1,
                answer instanceof RecordedRuns.Missing missing
                        ? voice.say("activity.missing." + missing.why().name().toLowerCase(Locale.ROOT))
                        : outline.isEmpty() ? voice.say("activity.missing.places") : "",
                outline.isEmpty()
                        ? Optional.empty()
                        : Optional.of(DrawnTrack.of(outline, rows, run.detail().laps(), words)),
                run.minutes().stream().map(minute -> minute(minute, words)).toList(),
                Bouts.repeats(run.repeats(), words),
                analysis.flatMap(ActivityAnalysis::repeats)
                        .map(repeats -> Bouts.sum(repeats, words, voice.sayings()))
                        .orElse(""),
                Bouts.laps(run.detail().laps(), words),
                analysis.map(known -> peaks(known, words)).orElseGet(() -> peaks(run, words)),
                analysis.map(known -> zones(known.zoneMinutes())).orElse(List.of()),
                run.detail().thirds().map(thirds -> thirds(thirds, words)).orElse(List.of()),
                origin(run, voice),
                material.copies().stream().map(copy -> copy(copy, run, voice)).toList(),
                material.alerts().stream()
                        .map(alert -> EpisodePage.Summary.of(alert, voice))
                        .toList(),
                material.before().map(other -> ActivityLine.of(other, voice)),
                material.after().map(other -> ActivityLine.of(other, voice)));
    }

    /** The run by its minutes, for when its file is not at hand. */
    public static RunRows byMinutes(RunRow run) {
        return MinuteRows.of(run);
    }

    private static Planned planned(Prescription day, boolean matched, Voice voice) {
        Optional<PlannedDay.Did> did =
                matched ? day.done().map(done -> PlannedDay.Did.of(done, voice)) : Optional.empty();
        return new Planned(
                voice.shortDay(matched ? day.done().orElseThrow().plannedFor() : day.date()),
                PlanChange.words(day.prescribed()),
                matched,
                did.map(PlannedDay.Did::grade).orElse(""),
                did.map(PlannedDay.Did::said).orElse(""));
    }

    private static MinuteLine minute(Minute minute, RunWords words) {
        return new MinuteLine(
                Numbers.clock(minute.startSecond()),
                minute.movingShare() > 0 ? words.pace(minute.gradeAdjustedSpeedMetresPerSecond()) : Numbers.NONE,
                RunWords.bpm(minute.heartRateBpm()),
                Numbers.signed(OptionalDouble.of(minute.gradePercent())) + " %",
                Numbers.whole(minute.movingShare() * 100) + " %");
    }

    private static List<PeakLine> peaks(ActivityAnalysis analysis, RunWords words) {
        return List.of(
                peak("30s", analysis.peaks().over30s(), words),
                peak("5min", analysis.peaks().over5min(), words),
                peak("20min", analysis.peaks().over20min(), words));
    }

    private static PeakLine peak(String window, ActivityAnalysis.Peak peak, RunWords words) {
        return new PeakLine(
                window,
                RunWords.bpm(peak.heartRateBpm()),
                words.perKilometre(peak.paceSecondsPerKilometre()),
                peak.effortPercent().isPresent()
                        ? Numbers.whole(peak.effortPercent().getAsDouble()) + " %"
                        : Numbers.NONE);
    }

    private static List<PeakLine> peaks(RunRow run, RunWords words) {
        return List.of(
                peak("30s", run.heartRate().peak30sBpm(), run.pace().peak30sMetresPerSecond(), words),
                peak("5min", run.heartRate().peak5minBpm(), run.pace().peak5minMetresPerSecond(), words),
                peak("20min", run.heartRate().peak20minBpm(), run.pace().peak20minMetresPerSecond(), words));
    }

    private static PeakLine peak(String window, OptionalDouble bpm, OptionalDouble speed, RunWords words) {
        return new PeakLine(window, RunWords.bpm(bpm), words.pace(speed), Numbers.NONE);
    }

    private static List<Zone> zones(List<Double> minutes) {
        double most = minutes.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < minutes.size() && most > 0; i++) {
            zones.add(new Zone(
                    i < minutes.size() - 1 ? 50 + 10 * i + "–" + (60 + 10 * i) + " %" : "≥ " + (50 + 10 * i) + " %",
                    Numbers.one(minutes.get(i)) + " min",
                    (int) Math.round(100 * minutes.get(i) / most)));
        }
        return zones;
    }

    private static List<String> thirds(Thirds thirds, RunWords words) {
        return List.of(words.pace(thirds.first()), words.pace(thirds.second()), words.pace(thirds.third()));
    }

    private static Origin origin(RunRow run, Voice voice) {
        return new Origin(
                voice.moment(run.start()),
                run.device(),
                run.heartRateSource().name().toLowerCase(Locale.ROOT),
                run.source().format().name(),
                run.source()
                        .salvage()
                        .map(salvage -> salvage.reason() + " (" + salvage.percentRead() + " %)")
                        .orElse(""));
    }

    private static Copy copy(CopyRow copy, RunRow run, Voice voice) {
        return new Copy(
                copy.fact(),
                copy.revision(),
                copy.kept(),
                copy.revision().equals(run.revision()) && copy.fact().equals(run.fact()),
                copy.why(),
                copy.archivePath().isPresent()
                                && !copy.path().startsWith(copy.archivePath().get())
                        ? copy.archivePath().get() + "!/" + copy.path()
                        : copy.path(),
                copy.device().orElse(Numbers.NONE),
                copy.route(),
                voice.moment(copy.receivedAt()),
                copy.heartRateQuality().isPresent()
                        ? Numbers.whole(100 * copy.heartRateQuality().getAsDouble()) + " %"
                        : Numbers.NONE,
                copy.decision(),
                copy.deliveryId());
    }
}
