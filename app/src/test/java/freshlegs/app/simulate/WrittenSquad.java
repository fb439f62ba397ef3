package freshlegs.app.simulate;

import com.garmin.fit.Decode;
import com.garmin.fit.FitMessages;
import com.garmin.fit.Intensity;
import com.garmin.fit.LapMesg;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import freshlegs.model.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What one athlete's folder holds, read by the official decoder alone and laid out by days before the last one. */
record WrittenSquad(Map<Integer, Run> runs, Map<Integer, Double> restingBpm, Map<Integer, Double> rmssdMilliseconds) {

    /** A run's summary next to what its samples and laps add up to; heart rates are 0 when there is none. */
    record Run(
            double timerSeconds,
            double metres,
            double meanBpm,
            int samples,
            double samplesMeanBpm,
            double lastSampleMetres,
            double lapMetres,
            double lapTimerSeconds,
            boolean isStructured) {}

    static WrittenSquad of(Path squad, String athlete, LocalDate lastDay, Predicate<String> names) throws IOException {
        WrittenSquad read = new WrittenSquad(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        try (Stream<Path> files = Files.list(squad.resolve(athlete))) {
            for (Path file : files.filter(f -> names.test(f.getFileName().toString()))
                    .filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".fit"))
                    .toList()) {
                read.add(Files.readAllBytes(file), lastDay);
            }
        }
        return read;
    }

    static Map<String, String> hashes(Path root) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(root.relativize(file).toString(), ContentHash.of(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }

    private void add(byte[] file, LocalDate lastDay) {
        if (!new Decode().checkFileIntegrity(new ByteArrayInputStream(file))) {
            throw new IllegalStateException("not a whole file");
        }
        FitMessages read = new com.garmin.fit.FitDecoder().decode(new ByteArrayInputStream(file));
        LocalDate date = read.getFileIdMesgs()
                .get(0)
                .getTimeCreated()
                .getDate()
                .toInstant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
        int daysBefore = (int) ChronoUnit.DAYS.between(date, lastDay);
        read.getSessionMesgs().forEach(session -> runs.put(daysBefore, run(session, read)));
        read.getMonitoringHrDataMesgs()
                .forEach(day -> restingBpm.put(daysBefore, (double) day.getCurrentDayRestingHeartRate()));
        read.getHrvStatusSummaryMesgs()
                .forEach(night -> rmssdMilliseconds.put(daysBefore, (double) night.getLastNightAverage()));
    }

    private static Run run(SessionMesg session, FitMessages read) {
        List<RecordMesg> records = read.getRecordMesgs();
        List<LapMesg> laps = read.getLapMesgs();
        return new Run(
                session.getTotalTimerTime(),
                session.getTotalDistance(),
                session.getAvgHeartRate() == null ? 0 : session.getAvgHeartRate(),
                records.size(),
                records.stream()
                        .map(RecordMesg::getHeartRate)
                        .filter(Objects::nonNull)
                        .mapToInt(Short::intValue)
                        .average()
                        .orElse(0),
                records.get(records.size() - 1).getDistance(),
                laps.stream().mapToDouble(LapMesg::getTotalDistance).sum(),
                laps.stream().mapToDouble(LapMesg::getTotalTimerTime).sum(),
                laps.stream().anyMatch(lap -> lap.getIntensity() == Intensity.INTERVAL));
    }
}
