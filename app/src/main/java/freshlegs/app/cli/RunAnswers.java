package freshlegs.app.cli;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.json.Revision;
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
        CheckIn.AfterRun said = told(frame, safety, "", Instant.EPOCH);
        return told(frame, safety, Revision.of(said), frame.now());
    }

    private CheckIn.AfterRun told(CheckInFrame frame, SafetyAnswers safety, String revision, Instant ingestedAt) {
        return new CheckIn.AfterRun(
                frame.athlete(),
                frame.day(),
                run.orElse(1),
                revision,
                ingestedAt,
                frame.now(),
                Facts.number(effort),
                Facts.number(quality),
                safety.pain(),
                safety.symptoms());
    }
}
