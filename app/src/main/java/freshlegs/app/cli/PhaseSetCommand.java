package freshlegs.app.cli;

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
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description = {
            "Plan days that are other than usual: a hard block, a taper, days away, travel, busy days, heat or ice.",
            "A block, a taper or days away replace one another when they begin on the same day."
        })
final class PhaseSetCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "Its first day.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "Its last day.")
    private String to = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "What it is, in a sentence of your own.")
    private Optional<String> note = Optional.empty();

    @Parameters(paramLabel = "PHASE", description = PhaseWord.CHOICES)
    private String phase = "";

    @Mixin
    private SpeakerOptions speaker = new SpeakerOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    PhaseSetCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        LocalDate first = Dates.parse("--from", Optional.of(from)).orElseThrow();
        LocalDate last = Dates.parse("--to", Optional.of(to)).orElseThrow();
        Phase planned = PhaseWord.parse(phase);
        Person by = speaker.person();
        Instant now = shell.clock().instant();
        Stating.check(() -> new PlannedPhase(id, first, last, "", now, now, 0, planned, false, note, by));
        try (Access access = Access.forWriting(common.settings(shell), "phase set", shell.clock())) {
            Athletes.checkKnown(id, access.database());
            int edit = Edits.next("planned_phase_revision", id, PlannedPhase.factId(first, planned), access.database());
            PlannedPhase edited = new PlannedPhase(id, first, last, "", now, now, edit, planned, false, note, by);
            Stating.state(access, edited.as(Revision.of(edited)));
        }
        shell.out().println(id + " " + planned.key() + " " + first + " to " + last);
        return 0;
    }
}
