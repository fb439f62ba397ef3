package freshlegs.app.simulate;

import freshlegs.ingest.CheckInCsv;
import freshlegs.ingest.decode.Decoded;
import freshlegs.ingest.decode.Origin;
import freshlegs.ingest.fit.FitDecoder;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Session;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.season.DayFacts;
import freshlegs.streams.season.Season;
import freshlegs.streams.season.SeasonDay;
import freshlegs.streams.session.SessionAnalysis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** One simulated athlete's files, decoded and folded into days as the pipeline would, without Kafka. */
record DecodedSeason(
        Runner runner,
        List<Recording> recordings,
        List<Session> sessions,
        List<Reading> readings,
        List<CheckIn> checkIns) {
    private static final Instant INGESTED = Instant.parse("2026-06-01T00:00:00Z");

    static DecodedSeason of(Path squad, Runner runner) throws IOException {
        DecodedSeason season =
                new DecodedSeason(runner, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (Stream<Path> files = Files.list(squad.resolve(runner.id().value()))) {
            for (Path file : files.sorted().toList()) {
                season.add(file);
            }
        }
        return season;
    }

    private void add(Path file) throws IOException {
        if (file.getFileName().toString().equals(CheckInCsv.FILE_NAME)) {
            CheckInCsv.Parsed parsed = CheckInCsv.read(Files.readString(file), runner.id(), INGESTED, INGESTED);
            if (!parsed.problems().isEmpty()) {
                throw new IllegalStateException(parsed.problems().toString());
            }
            checkIns.addAll(parsed.checkIns());
            return;
        }
        Decoded decoded = new FitDecoder().decode(file, new Origin(runner.id(), INGESTED, at -> ZoneOffset.UTC));
        if (decoded instanceof Decoded.Problem problem) {
            throw new IllegalStateException(file + ": " + problem.reason());
        }
        Decoded.Contents contents = (Decoded.Contents) decoded;
        recordings.addAll(contents.recordings());
        contents.recordings().forEach(recording -> sessions.add(SessionAnalysis.of(recording)));
        readings.addAll(contents.readings());
    }

    List<SeasonDay> days(LocalDate lastDay) {
        List<LocalDate> dates = Stream.of(sessions, readings, checkIns)
                .flatMap(List::stream)
                .map(Fact::localDate)
                .sorted()
                .toList();
        LocalDate lastHeard = Stream.of(sessions, readings)
                .flatMap(List::stream)
                .map(Fact::localDate)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<SeasonDay> days = new ArrayList<>();
        for (LocalDate date = dates.get(0); !date.isAfter(lastDay); date = date.plusDays(1)) {
            List<SeasonDay> recent = days.subList(Math.max(0, days.size() - Season.LOOK_BACK_DAYS), days.size());
            days.add(Season.next(recent, factsOf(date, days.isEmpty(), !lastHeard.isBefore(date)), Rules.published()));
        }
        return days;
    }

    private DayFacts factsOf(LocalDate date, boolean isFirst, boolean heardOfLater) {
        return new DayFacts(
                runner.id(),
                date,
                isFirst ? List.of(profile(date)) : List.of(),
                on(date, sessions),
                on(date, readings),
                on(date, checkIns),
                heardOfLater);
    }

    private static <F extends Fact> List<F> on(LocalDate date, List<F> facts) {
        return facts.stream().filter(fact -> fact.localDate().equals(date)).toList();
    }

    private Profile profile(LocalDate firstDay) {
        boolean sensors = runner.story().hasSensors();
        return new Profile(
                runner.id(),
                Profile.SINCE_EVER,
                "0",
                INGESTED,
                INGESTED,
                Optional.of(Runner.ZONE),
                Optional.of(runner.sex()),
                OptionalInt.of(firstDay.getYear() - runner.age()),
                sensors ? OptionalInt.of((int) Math.round(runner.restingBpm())) : OptionalInt.empty(),
                sensors ? OptionalInt.of((int) Math.round(runner.maximalBpm())) : OptionalInt.empty(),
                sensors ? OptionalInt.of((int) Math.round(runner.thresholdBpm())) : OptionalInt.empty(),
                OptionalInt.of((int) Math.round(1000 / runner.thresholdSpeed())));
    }
}
