package freshlegs.app.cli;

import freshlegs.app.service.SaidCheckIn;
import freshlegs.model.fact.CheckIn;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What can be told of a run. */
final class RunAnswers {
    @Option(
            names = "--run",
            paramLabel = "N",
            description = "Which run of the day, from 1 (default: 1 when effort or quality is told).")
    private Optional<Integer> run = Optional.empty();

    @Option(names = "--effort", paramLabel = "1-10", description = "How hard it was, 10 hardest.")
    private Optional<Integer> effort = Optional.empty();

    @Option(names = "--quality", paramLabel = "1-10", description = "How well it went, 10 best.")
    private Optional<Integer> quality = Optional.empty();

    boolean isGiven() {
        return run.isPresent() || effort.isPresent() || quality.isPresent();
    }

    CheckIn told(CheckInFrame frame, SafetyAnswers safety) {
        CheckIn.AfterRun said = new CheckIn.AfterRun(
                frame.athlete(),
                frame.day(),
                run.orElse(1),
                "",
                Instant.EPOCH,
                frame.now(),
                Facts.number(effort),
                Facts.number(quality),
                safety.pain(),
                safety.symptoms());
        return SaidCheckIn.fact(said, frame.now());
    }
}
