package freshlegs.app.simulate;

import freshlegs.app.labelled.AnswerFacts;
import freshlegs.app.labelled.LabelledAthlete;
import freshlegs.app.labelled.NightRow;
import freshlegs.app.labelled.RunRow;
import freshlegs.ingest.fit.WrittenDevice;
import freshlegs.model.fact.HeartRateSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The athletes of a labelled squad as folders of watch files: {@code <athlete>/*.fit} and {@code <athlete>/checkins.csv}. What the
 * files are found to say is what the rows say, but for the precision of the files.
 */
public final class RecordedSquad {
    private static final WrittenDevice FIRST_WATCH = watch(1);
    private static final WrittenDevice NEW_WATCH = watch(2);

    private RecordedSquad() {}

    /** Writes one athlete's folder below {@code out}. */
    public static void write(LabelledAthlete athlete, Path out) throws IOException {
        WatchFolder folder =
                new WatchFolder(out.resolve(athlete.person().athlete().value()));
        for (NightRow night : athlete.nights()) {
            new RecordedNight(athlete.person(), night, watch(athlete, night.date())).write(folder);
        }
        for (RunRow run : athlete.runs()) {
            folder.keep(RecordedRun.of(
                    athlete.person(), run, watch(athlete, run.start().toLocalDate())));
        }
        folder.keepCheckIns(athlete.answers().stream()
                .flatMap(row -> AnswerFacts.of(athlete.person(), row).stream())
                .toList());
    }

    private static WrittenDevice watch(LabelledAthlete athlete, LocalDate date) {
        boolean changed = athlete.newWatch().map(from -> !date.isBefore(from)).orElse(false);
        return changed ? NEW_WATCH : FIRST_WATCH;
    }

    private static WrittenDevice watch(int number) {
        return new WrittenDevice(
                WrittenDevice.DEVELOPMENT, number, "Synthetic watch " + number, number, HeartRateSource.UNKNOWN);
    }
}
