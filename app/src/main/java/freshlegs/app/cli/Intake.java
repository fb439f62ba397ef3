package freshlegs.app.cli;

import freshlegs.app.service.Access;
import freshlegs.ingest.Acceptance;
import freshlegs.ingest.Offer;
import freshlegs.ingest.Spool;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Hands files over to the spool and waits until each, and each file of an archive, has come to its end. */
final class Intake {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String UNFINISHED = "No news of it for " + PATIENCE.toMinutes()
            + " minutes; it is safe in the spool and goes on when the pipeline runs: check that it does.";

    private final Shell shell;
    private final Spool spool;
    private final Path shownFrom;
    private final Map<String, Given> given = new LinkedHashMap<>();
    private final List<FileReport> refused = new ArrayList<>();

    /** Paths under {@code shownFrom} are shown without it. */
    Intake(Shell shell, Spool spool, Path shownFrom) {
        this.shell = shell;
        this.spool = spool;
        this.shownFrom = shownFrom;
    }

    /** What came of everything that was handed over. */
    record Taken(List<FileReport> files, List<ArchiveReport> archives) {}

    private record Given(AthleteId athlete, String path) {}

    void handOver(List<Handover> files) {
        Progress progress = new Progress(shell, "taken over", files.size());
        for (int i = 0; i < files.size(); i++) {
            handOver(files.get(i));
            progress.at(i + 1);
        }
        progress.end();
    }

    private void handOver(Handover each) {
        Path file = each.file();
        String shown = file.startsWith(shownFrom) ? shownFrom.relativize(file).toString() : file.toString();
        Acceptance acceptance = spool.accept(Offer.of(each.athlete(), Route.IMPORT, shown), file);
        if (acceptance instanceof Acceptance.Accepted accepted) {
            given.put(accepted.deliveryId(), new Given(each.athlete(), shown));
        } else if (acceptance instanceof Acceptance.Refused no) {
            refused.add(FileReport.failed(shown, no.reason()));
        }
    }

    /**
     * One report per file, those refused first, the others in the order in which they were handed over; of each archive's files, at
     * most {@code told} that were not imported are told one by one.
     */
    Taken await(Access access, int told) throws SQLException, InterruptedException {
        Progress progress = new Progress(shell, "processed", given.size());
        progress.at(0);
        Outcomes outcomes = new Outcomes(
                access.database(),
                spool,
                PATIENCE,
                given.values().stream().map(one -> one.athlete().value()).collect(Collectors.toSet()),
                given.keySet());
        outcomes.await(progress);
        progress.end();
        Taken taken = new Taken(new ArrayList<>(refused), new ArrayList<>());
        for (Map.Entry<String, Given> one : given.entrySet()) {
            String delivery = one.getKey();
            String path = one.getValue().path();
            FileReport report = outcomes.of(delivery)
                    .map(row -> FileReport.of(path, row))
                    .orElseGet(() -> FileReport.failed(path, UNFINISHED));
            if (outcomes.isArchive(delivery)) {
                AthleteId athlete = one.getValue().athlete();
                taken.archives().add(ArchiveReport.read(athlete, delivery, report, outcomes, told, access.database()));
            } else {
                taken.files().add(report);
            }
        }
        return taken;
    }
}
