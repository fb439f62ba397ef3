package freshlegs.app.world;

import freshlegs.app.labelled.AnswerRow;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.LabelledDays;
import freshlegs.app.labelled.NightRow;
import freshlegs.app.labelled.Person;
import freshlegs.app.labelled.RunRow;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes athletes one after the other; nothing that can stand in a cell needs quotes. */
final class SquadWriter implements Closeable {
    private final Map<SquadTable, Writer> files = new EnumMap<>(SquadTable.class);

    SquadWriter(Path folder) throws IOException {
        try {
            for (SquadTable table : SquadTable.values()) {
                files.put(table, Files.newBufferedWriter(folder.resolve(table.fileName())));
                line(table, table.columns());
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    void write(LabelledAthlete athlete) throws IOException {
        Person person = athlete.person();
        String id = person.athlete().value();
        line(SquadTable.ATHLETES, cells(id, person));
        for (NightRow night : athlete.nights()) {
            line(SquadTable.READINGS, cells(id, night));
        }
        for (AnswerRow answer : athlete.answers()) {
            line(SquadTable.CHECKINS, cells(id, answer));
        }
        for (RunRow run : athlete.runs()) {
            line(SquadTable.SESSIONS, cells(id, run));
        }
        for (LabelledDays label : athlete.labels()) {
            line(
                    SquadTable.LABELS,
                    List.of(id, label.from().toString(), label.to().toString(), Plain.of(label.cause())));
        }
    }

    private static List<String> cells(String id, Person person) {
        return List.of(
                id,
                person.zone().getId(),
                person.sex().map(Plain::of).orElse(""),
                Plain.of(person.birthYear()),
                Plain.of(person.restingHeartRate()),
                Plain.of(person.maxHeartRate()),
                Plain.of(person.thresholdHeartRate()));
    }

    private static List<String> cells(String id, NightRow night) {
        return List.of(
                id,
                night.date().toString(),
                Plain.of(night.restingHeartRate()),
                Plain.of(night.rmssdMs()),
                Plain.of(night.sleepHours()));
    }

    private static List<String> cells(String id, AnswerRow answer) {
        return List.of(
                id,
                answer.date().toString(),
                Plain.of(answer.fatigue()),
                Plain.of(answer.mood()),
                Plain.of(answer.soreness()),
                Plain.of(answer.stress()),
                Plain.of(answer.sleepQuality()),
                Plain.of(answer.effort()),
                Plain.of(answer.quality()),
                answer.symptoms().stream().sorted().map(Plain::of).collect(Collectors.joining(" ")));
    }

    private static List<String> cells(String id, RunRow run) {
        return List.of(
                id,
                run.start().toString(),
                Plain.of(run.kind()),
                Plain.of(run.durationSeconds()),
                Plain.of(run.distanceMetres()),
                Plain.of(run.targetSpeed()),
                Plain.of(run.achievedSpeed()),
                Plain.of(run.temperatureC()),
                run.windows().stream()
                        .map(window -> Plain.of(window.speed()) + ":" + Plain.of(window.heartRate()))
                        .collect(Collectors.joining(" ")));
    }

    private void line(SquadTable table, List<String> cells) throws IOException {
        Writer file = files.get(table);
        if (file != null) {
            file.write(String.join(",", cells));
            file.write('\n');
        }
    }

    /** Closes every file, also when one cannot be. */
    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (Writer file : files.values()) {
            try {
                file.close();
            } catch (IOException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
