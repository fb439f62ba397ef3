package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.Edits;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.PlannedPhase.Phase;
import freshlegs.model.json.Revision;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "cancel", description = "Cancel the phase that begins on a day.")
final class PhaseCancelCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "Its first day.")
    private String from = "";

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
        Person by = speaker.person();
        Instant now = shell.clock().instant();
        try (Access access = Access.forWriting(common.settings(shell), "phase cancel", shell.clock())) {
            Athletes.checkKnown(id, access.database());
            ObjectNode planned = Query.of(
                            List.of("lastDay", "phase"), "freshlegs.planned_phase where athlete = ? and local_date = ?")
                    .with(id.value(), first)
                    .ask(access.database())
                    .objects()
                    .findFirst()
                    .orElseThrow(() -> Problem.failed("No phase of " + id + " begins on " + first
                            + ": `freshlegs phase show --athlete " + id + "` lists them."));
            PlannedPhase draft = new PlannedPhase(
                    id,
                    first,
                    LocalDate.parse(Show.text(planned, "lastDay")),
                    "",
                    now,
                    now,
                    Edits.next("planned_phase_revision", id, first.toString(), access.database()),
                    Phase.valueOf(Show.text(planned, "phase").toUpperCase(Locale.ROOT)),
                    true,
                    Optional.empty(),
                    by);
            Stating.state(access, draft.as(Revision.of(draft)));
        }
        shell.out().println(id + " cancelled the phase from " + first);
        return 0;
    }
}
