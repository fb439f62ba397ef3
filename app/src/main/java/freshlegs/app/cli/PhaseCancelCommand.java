package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.Edits;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.Person;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.PlannedPhase.Phase;
import freshlegs.model.json.Revision;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "cancel", description = "Cancel a phase by the day on which it begins.")
final class PhaseCancelCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "Its first day.")
    private String from = "";

    @Parameters(
            paramLabel = "PHASE",
            arity = "0..1",
            description = "Which, when several begin on that day: " + PhaseWord.CHOICES)
    private Optional<String> phase = Optional.empty();

    @Mixin
    private SpeakerOptions speaker = new SpeakerOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    PhaseCancelCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        LocalDate first = Dates.parse("--from", Optional.of(from)).orElseThrow();
        Optional<Phase> which = phase.map(PhaseWord::parse);
        Person by = speaker.person();
        Instant now = shell.clock().instant();
        try (Access access = Access.forWriting(common.settings(shell), "phase cancel", shell.clock())) {
            Athletes.checkKnown(id, access.database());
            ObjectNode planned = begun(id, first, which, access.database());
            Phase cancelled = PhaseWord.parse(Show.text(planned, "phase"));
            PlannedPhase draft = new PlannedPhase(
                    id,
                    first,
                    LocalDate.parse(Show.text(planned, "lastDay")),
                    "",
                    now,
                    now,
                    Edits.next("planned_phase_revision", id, PlannedPhase.factId(first, cancelled), access.database()),
                    cancelled,
                    true,
                    Optional.empty(),
                    by);
            Stating.state(access, draft.as(Revision.of(draft)));
            shell.out().println(id + " cancelled the " + cancelled.key() + " from " + first);
        }
        return 0;
    }

    /** The only phase that begins on the day, or the one that was named. */
    private static ObjectNode begun(AthleteId id, LocalDate first, Optional<Phase> which, DatabaseAddress database)
            throws SQLException {
        List<ObjectNode> begun = Query.of(
                        List.of("lastDay", "phase"),
                        "freshlegs.planned_phase where athlete = ? and local_date = ? order by phase")
                .with(id.value(), first)
                .ask(database)
                .objects()
                .filter(planned -> which.map(Phase::key)
                        .map(Show.text(planned, "phase")::equals)
                        .orElse(true))
                .toList();
        if (begun.isEmpty()) {
            throw Problem.failed("No " + which.map(Phase::key).orElse("phase") + " of " + id + " begins on " + first
                    + ": `freshlegs phase show --athlete " + id + "` lists them.");
        }
        if (begun.size() > 1) {
            throw Problem.failed("Several phases of " + id + " begin on " + first + ": say which, "
                    + begun.stream().map(planned -> Show.text(planned, "phase")).collect(Collectors.joining(" or "))
                    + ".");
        }
        return begun.get(0);
    }
}
