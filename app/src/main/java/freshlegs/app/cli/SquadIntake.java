package freshlegs.app.cli;

import freshlegs.app.output.Query;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.Backing;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.app.simulate.Label;
import freshlegs.ingest.FactPublisher;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Takes a simulated squad in the way real files go: profiles stated, every file through the spool. */
final class SquadIntake {
    private static final Duration SETTLING = Duration.ofMinutes(3);
    private static final Duration TELLING = Duration.ofSeconds(30);

    private final Shell shell;
    private final Access access;
    private final Settings settings;

    SquadIntake(Shell shell, Access access, Settings settings) {
        this.shell = shell;
        this.access = access;
        this.settings = settings;
    }

    List<FileReport> takeIn(List<Label> squad, Path simulated) throws SQLException, InterruptedException {
        try (FactPublisher publisher = FactPublisher.to(access.kafka())) {
            publisher.publish(SquadProfiles.read(
                    simulated.resolve("athletes.csv"), shell.clock().instant()));
        }
        List<FileReport> reports = handOver(squad, simulated).await(access, 0).files();
        if (!Settling.await(access, SETTLING)) {
            throw Problem.failed("The pipeline did not come to rest within " + SETTLING.toMinutes()
                    + " minutes: run again with --verbose to see why.");
        }
        awaitTold();
        return reports;
    }

    private Intake handOver(List<Label> squad, Path simulated) {
        Intake intake = new Intake(shell, Backing.spool(settings, shell.clock()), simulated);
        List<Handover> all = new ArrayList<>();
        for (Label label : squad) {
            Walk.over(List.of(simulated.resolve(label.athlete().value())))
                    .files()
                    .forEach(file -> all.add(new Handover(label.athlete(), file)));
        }
        intake.handOver(all);
        return intake;
    }

    /** Until every message to the webhook is sent, given up or withdrawn; what people's channels get has its hours. */
    private void awaitTold() throws SQLException, InterruptedException {
        long end = System.nanoTime() + TELLING.toNanos();
        while (settings.get(Catalogue.WEBHOOK).isPresent() && isTelling() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean isTelling() throws SQLException {
        return !Query.of(List.of("id"), "ledger.outbox WHERE channel = 'webhook' AND state IN ('PENDING', 'SENDING')")
                .ask(access.database())
                .rows()
                .isEmpty();
    }
}
