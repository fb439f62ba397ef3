package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.service.Access;
import freshlegs.ingest.Acceptance;
import freshlegs.ingest.Offer;
import freshlegs.ingest.Spool;
import freshlegs.model.fact.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands files over to the spool and waits until each has come to its end. */
final class Intake {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String UNFINISHED = "No news of it for " + PATIENCE.toMinutes()
            + " minutes; it is safe in the spool and goes on when the pipeline runs: check that it does.";

    private final Shell shell;
    private final Spool spool;
    private final Path shownFrom;
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final List<FileReport> refused = new ArrayList<>();

    /** Paths under {@code shownFrom} are shown without it. */
    Intake(Shell shell, Spool spool, Path shownFrom) {
        this.shell = shell;
        this.spool = spool;
        this.shownFrom = shownFrom;
    }

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
            paths.put(accepted.deliveryId(), shown);
        } else if (acceptance instanceof Acceptance.Refused no) {
            refused.add(FileReport.failed(shown, no.reason()));
        }
    }

    /** One report per file, those refused first, the others in the order in which they were handed over. */
    List<FileReport> await(Access access) throws InterruptedException {
        Progress progress = new Progress(shell, "processed", paths.size());
        progress.at(0);
        Map<String, JsonNode> rows = new Outcomes(access.database(), PATIENCE).await(paths.keySet(), progress::at);
        progress.end();
        List<FileReport> reports = new ArrayList<>(refused);
        paths.forEach((delivery, path) -> reports.add(Optional.ofNullable(rows.get(delivery))
                .map(row -> FileReport.of(path, row))
                .orElseGet(() -> FileReport.failed(path, UNFINISHED))));
        return reports;
    }
}
