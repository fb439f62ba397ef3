package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.Edits;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.Retraction;
import freshlegs.model.json.Revision;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "retract",
        description = "Take a fact back for good, whatever is delivered later; with --lift let it count again.")
final class RetractCommand implements Callable<Integer> {
    private static final String TABLE = "retraction_revision";
    private static final String KINDS =
            Retraction.RETRACTABLE.stream().map(FactKind::key).collect(Collectors.joining(", "));

    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(
            names = "--fact",
            required = true,
            paramLabel = "KIND/ID[/REVISION]",
            description = "What to take back, such as resting-heart-rate/2026-11-24.")
    private String fact = "";

    @Option(names = "--lift", description = "Lift the retraction.")
    private boolean lift;

    @Mixin
    private SpeakerOptions speaker = new SpeakerOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    RetractCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        Retraction draft = retraction(id, "", Instant.EPOCH, 0);
        try (Access access = Access.forWriting(common.settings(shell), "retract", shell.clock())) {
            Athletes.checkKnown(id, access.database());
            int edit = Edits.next(TABLE, id, draft.factId(), access.database());
            if (lift && edit == 0) {
                throw Problem.failed(fact + " of " + id + " is not retracted, so there is nothing to lift.");
            }
            Instant now = shell.clock().instant();
            String revision = Revision.of(retraction(id, "", now, edit));
            Stating.state(access, retraction(id, revision, now, edit));
        }
        shell.out().println(id + (lift ? " counts again " : " retracted ") + fact);
        return 0;
    }

    private Retraction retraction(AthleteId id, String revision, Instant now, int edit) {
        List<String> parts = List.of(fact.split("/", -1));
        if (parts.size() < 2 || parts.size() > 3) {
            throw Problem.wrongUse("--fact must be a kind and an id, such as resting-heart-rate/2026-11-24.");
        }
        try {
            return new Retraction(
                    id,
                    kind(parts.get(0)),
                    parts.get(1),
                    parts.stream().skip(2).findFirst(),
                    revision,
                    now,
                    now,
                    edit,
                    lift,
                    speaker.person());
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("The " + e.getMessage() + ".");
        }
    }

    private static FactKind kind(String word) {
        return Retraction.RETRACTABLE.stream()
                .filter(kind -> kind.key().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.wrongUse("A fact that can be retracted is one of " + KINDS + "; files are"
                        + " taken back with `freshlegs files undo`."));
    }
}
