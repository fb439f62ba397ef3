package freshlegs.ingest.fit;

import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.decode.Recordings;
import freshlegs.model.fact.Format;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Pause;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Salvage;
import freshlegs.model.fact.Samples;
import freshlegs.model.fact.Source;
import freshlegs.model.json.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Turns a part into one recording for each of its sessions, or into one of its samples alone when there is no session. */
final class RecordingBuilder {
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final Part part;
    private final HeartRateTrack strap;
    private final Origin origin;
    private final Optional<Salvage> salvage;

    RecordingBuilder(Part part, HeartRateTrack strap, Origin origin, Optional<Salvage> salvage) {
        this.part = part;
        this.strap = strap;
        this.origin = origin;
        this.salvage = salvage;
    }

    List<Recording> recordings() {
        List<SessionSummary> sessions = new ArrayList<>(part.sessions);
        if (sessions.isEmpty()) {
            if (part.isCourse || part.samples.size() < 2) {
                return List.of();
            }
            sessions.add(SessionSummary.unsaid(part.sport, part.subSport));
        }
        sessions.sort(Comparator.comparingLong(session -> session.start().orElse(0)));
        Stretches stretches = Stretches.of(sessions);
        int[][] rows = stretches.split(part.samples.byTime(), part.samples::timeAt);
        return IntStream.range(0, sessions.size())
                .mapToObj(i -> fitting(sessions.get(i), rows[i], stretches, i))
                .toList();
    }

    private Recording fitting(SessionSummary session, int[] rows, Stretches stretches, int index) {
        int[] believable = Believable.rows(rows, part.samples::timeAt);
        boolean thinned = part.samples.isThinned();
        return Recordings.fitting(
                believable,
                kept -> recording(session, kept, stretches, index, thinned || kept.length < believable.length));
    }

    private Recording recording(SessionSummary session, int[] rows, Stretches stretches, int index, boolean thinned) {
        long start = start(session, rows);
        boolean onFoot = Sports.isOnFoot(session.sport());
        Samples samples = part.samples.samples(rows, start, onFoot, strap.beats, part.intervals.beats);
        long end = Math.min(stretches.endOf(index), start + Believable.SPAN_SECONDS);
        List<Pause> pauses = part.timer.pauses(start, end);
        Instant at = FitTime.instant(start);
        int offset = part.utcOffsetSeconds.orElseGet(
                () -> origin.zones().offsetAt(at).getTotalSeconds());
        Recording draft = new Recording(
                origin.athlete(),
                Recordings.idOf(at, session.sport()),
                "",
                origin.ingestedAt(),
                at,
                offset,
                FitTime.localDate(at, offset),
                session.sport(),
                session.subSport(),
                part.device.device(),
                strap.isEmpty()
                        ? part.device.heartRateSource(!samples.heartRateBpm().isEmpty())
                        : HeartRateSource.STRAP,
                new Source(Format.FIT, part.device.fileId(), salvage),
                part.watchProfile.profile(),
                Summaries.of(session, samples, pauses, recovery(rows)),
                laps(stretches, index, start),
                pauses,
                samples,
                thinned);
        return draft.withRevision(Revision.of(draft));
    }

    /**
     * A start far from all samples is a clock that was set later; the first sample is believed instead, or the start of the
     * timer shortly before it, so that a run cut short begins when the whole one does.
     */
    private long start(SessionSummary session, int[] rows) {
        OptionalLong first = rows.length == 0 ? OptionalLong.empty() : OptionalLong.of(part.samples.timeAt(rows[0]));
        OptionalLong told = session.start();
        boolean toldInVain = first.isPresent()
                && told.isPresent()
                && Math.abs(first.getAsLong() - told.getAsLong()) > Believable.SPAN_SECONDS;
        if (told.isPresent() && !toldInVain) {
            return told.getAsLong();
        }
        if (first.isPresent()) {
            return part.timer
                    .startBefore(first.getAsLong(), LONGEST_WAIT_SECONDS)
                    .orElse(first.getAsLong());
        }
        return session.end().orElseGet(() -> part.fallbackTime.orElse(0));
    }

    private OptionalInt recovery(int[] rows) {
        return rows.length == 0 ? OptionalInt.empty() : part.recovery.after(part.samples.timeAt(rows[rows.length - 1]));
    }

    private List<Lap> laps(Stretches stretches, int index, long start) {
        List<LapSummary> told = part.laps.laps(lap -> stretches.indexOf(lap.start()) == index
                && Math.abs(lap.start() - start) <= 2 * Believable.SPAN_SECONDS);
        return Laps.of(told, start);
    }
}
