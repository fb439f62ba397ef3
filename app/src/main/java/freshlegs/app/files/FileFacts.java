package freshlegs.app.files;

import freshlegs.ingest.CheckInCsv;
import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.fit.FitDecoder;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Session;
import freshlegs.streams.season.DayFacts;
import freshlegs.streams.session.SessionAnalysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What one person's files amount to, day by day, as the intake and the analysis of recordings make it: of several tellings of one
 * fact the one with the highest rank, then the highest revision, is believed. Recordings that are copies of a run under another
 * name are not looked for, and what a clock before 2000 dates counts for nothing.
 */
public final class FileFacts {
    private static final Comparator<Fact> BELIEF =
            Comparator.comparingLong(Fact::rank).thenComparing(Fact::revision);
    private static final int FIRST_YEAR = 2000;

    private final Origin origin;
    private final Map<String, Fact> believed = new TreeMap<>();
    private int files;
    private int setAside;

    public FileFacts(AthleteId athlete, ZoneId zone, Instant ingestedAt) {
        this.origin = new Origin(athlete, ingestedAt, at -> zone.getRules().getOffset(at));
    }

    /** Whether {@link #add} knows what to do with a file of this name. */
    public static boolean isTaken(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".fit") || name.equals(CheckInCsv.FILE_NAME);
    }

    /** A watch file or a table of check-ins; what cannot be read is counted. */
    public void add(Path file) throws IOException {
        files++;
        if (file.getFileName().toString().equals(CheckInCsv.FILE_NAME)) {
            CheckInCsv.Parsed parsed =
                    CheckInCsv.read(Files.readString(file), origin.athlete(), origin.ingestedAt(), origin.ingestedAt());
            setAside += parsed.problems().isEmpty() ? 0 : 1;
            parsed.checkIns().forEach(this::tell);
            return;
        }
        Decoded decoded = new FitDecoder().decode(file, origin);
        if (decoded instanceof Decoded.Contents contents) {
            contents.recordings().forEach(recording -> tell(SessionAnalysis.of(recording)));
            contents.readings().forEach(this::tell);
        } else {
            setAside++;
        }
    }

    public void tell(Fact fact) {
        if (fact instanceof Profile || fact.localDate().getYear() >= FIRST_YEAR) {
            believed.merge(
                    fact.kind() + "/" + fact.factId(),
                    fact,
                    (one, other) -> BELIEF.compare(one, other) < 0 ? other : one);
        }
    }

    public AthleteId athlete() {
        return origin.athlete();
    }

    int files() {
        return files;
    }

    int setAside() {
        return setAside;
    }

    /** Every day from the first with a fact to the last, those without one too. */
    public List<DayFacts> days() {
        Map<LocalDate, List<Fact>> byDay = new HashMap<>();
        believed.values().stream().filter(fact -> !(fact instanceof Profile)).forEach(fact -> byDay.computeIfAbsent(
                        fact.localDate(), day -> new ArrayList<>())
                .add(fact));
        if (byDay.isEmpty()) {
            return List.of();
        }
        LocalDate heardOf = last(fact -> fact instanceof Session || fact instanceof Reading, byDay);
        LocalDate last = last(fact -> true, byDay);
        List<DayFacts> days = new ArrayList<>();
        for (LocalDate date =
                        byDay.keySet().stream().min(Comparator.naturalOrder()).orElseThrow();
                !date.isAfter(last);
                date = date.plusDays(1)) {
            days.add(day(date, byDay.getOrDefault(date, List.of()), days.isEmpty(), !date.isAfter(heardOf)));
        }
        return days;
    }

    private static LocalDate last(Predicate<Fact> which, Map<LocalDate, List<Fact>> byDay) {
        return byDay.values().stream()
                .flatMap(List::stream)
                .filter(which)
                .map(Fact::localDate)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    private DayFacts day(LocalDate date, List<Fact> facts, boolean first, boolean heardOfLater) {
        return new DayFacts(
                athlete(),
                date,
                first ? of(believed.values(), Profile.class) : List.of(),
                of(facts, Session.class),
                of(facts, Reading.class),
                of(facts, CheckIn.class),
                heardOfLater);
    }

    private static <F> List<F> of(Iterable<Fact> facts, Class<F> type) {
        List<F> some = new ArrayList<>();
        for (Fact fact : facts) {
            if (type.isInstance(fact)) {
                some.add(type.cast(fact));
            }
        }
        return some;
    }
}
