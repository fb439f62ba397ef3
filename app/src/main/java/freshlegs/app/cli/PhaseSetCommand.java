package freshlegs.app.cli;

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
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description = "Plan a hard block, a taper or days away; what begins on the same day is replaced.")
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

    @Parameters(paramLabel = "PHASE", description = "block (hard on purpose), taper or away.")
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
        Phase planned = phase();
        Person by = speaker.person();
        Instant now = shell.clock().instant();
        Stating.check(() -> new PlannedPhase(id, first, last, "", now, now, 0, planned, false, note, by));
        try (Access access = Access.forWriting(common.settings(shell), "phase set", shell.clock())) {
            Athletes.checkKnown(id, access.database());
            int edit = Edits.next("planned_phase_revision", id, first.toString(), access.database());
            PlannedPhase edited = new PlannedPhase(id, first, last, "", now, now, edit, planned, false, note, by);
            Stating.state(access, edited.as(Revision.of(edited)));
        }
        shell.out().println(id + " " + planned.key() + " " + first + " to " + last);
        return 0;
    }

    private Phase phase() {
        for (Phase known : Phase.values()) {
            if (known.key().equals(phase)) {
                return known;
            }
        }
        throw Problem.wrongUse("A phase is block, taper or away, not \"" + phase + "\".");
    }
}
