package freshlegs.app.cli;

import freshlegs.app.deadletter.DeadLetter;
import freshlegs.app.deadletter.DeadLetter.Note;
import freshlegs.app.deadletter.DeadLetter.State;
import freshlegs.app.deadletter.DeadLetters;
import freshlegs.app.deadletter.Notes;
import freshlegs.app.deadletter.Replay;
import freshlegs.app.service.Access;
import freshlegs.app.service.Backing;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.ingest.Spool;
import freshlegs.model.AthleteId;
import freshlegs.model.result.FileOutcome.Outcome;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Hands files that were put aside over to the intake once more, and waits for what becomes of them. */
record FileReplaying(Shell shell, Settings settings, Access access, HandlingOptions handling) {
    private static final int NONE_OF_AN_ARCHIVE = 0;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 50;

    List<Replay> run(List<DeadLetter> letters, Optional<Path> mended) throws SQLException, InterruptedException {
        List<Replay> replays = new ArrayList<>();
        for (DeadLetter letter : letters) {
            Optional<Path> file = mended.or(() -> DeadLetters.file(letter, settings.get(Catalogue.DATA)));
            replays.add(
                    file.isEmpty() || !AthleteId.isValid(letter.athlete())
                            ? new Replay(
                                    letter, Optional.empty(), "there is no file of an athlete's any more to hand over")
                            : replay(letter, file.get()));
        }
        return replays;
    }

    private Replay replay(DeadLetter letter, Path file) throws SQLException, InterruptedException {
        Spool spool = Backing.spool(settings, shell.clock());
        Intake intake = new Intake(shell, spool, settings.get(Catalogue.DATA));
        intake.handOver(List.of(new Handover(AthleteId.of(letter.athlete()), file)));
        Intake.Taken taken = intake.await(access, NONE_OF_AN_ARCHIVE);
        awaitIdle(spool);
        for (FileReport report : taken.files()) {
            if (report.outcome() != Outcome.IMPORTED && report.outcome() != Outcome.DUPLICATE) {
                return new Replay(
                        letter,
                        Optional.empty(),
                        FileReport.words(report.outcome()) + " again: "
                                + report.reason().orElse(""));
            }
        }
        if (DeadLetters.isSetAsideAgain(letter, settings.get(Catalogue.DATA))) {
            return new Replay(letter, Optional.empty(), "set aside again: its reason lies beside it");
        }
        Note note = new Note(
                State.REPLAYED,
                handling.by(),
                shell.clock().instant(),
                handling.why(),
                Optional.of(file.getFileName().toString()));
        new Notes(access.database()).keep(letter, note);
        return new Replay(letter, Optional.of(file.toString()), "it was handed over again and imported");
    }

    /** The same bytes again are a duplicate whatever they hold; a file is put aside before its ticket is done. */
    private static void awaitIdle(Spool spool) throws InterruptedException {
        long end = System.nanoTime() + IDLE.toNanos();
        while (!spool.pendingIds().isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }
}
