package freshlegs.app.cli;

import freshlegs.app.output.Query;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.service.Edits;
import freshlegs.app.setting.Settings;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.Person;
import freshlegs.model.fact.Clearance;
import freshlegs.model.json.Revision;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "clear",
        description = {
            "Let an athlete train again whose training was stopped for safety.",
            "Only a person who has spoken with a doctor about it says so: it is your word, and it is kept with your id."
        })
final class ClearCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(names = "--from", paramLabel = "DATE", description = "The first day of training (default: today).")
    private Optional<String> from = Optional.empty();

    @Option(names = "--note", paramLabel = "TEXT", description = "What was said, in a sentence of your own.")
    private Optional<String> note = Optional.empty();

    @Option(names = "--withdraw", description = "Take the leave that was given for that day back.")
    private boolean withdraw;

    @Mixin
    private SpeakerOptions speaker = new SpeakerOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ClearCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        Settings settings = common.settings(shell);
        LocalDate today = Dates.today(shell, settings);
        LocalDate day = Dates.parse("--from", from).orElse(today);
        if (day.isAfter(today.plusDays(1))) {
            throw Problem.wrongUse("Leave to train again is given when its day has come: " + day + " lies ahead.");
        }
        Person by = speaker.person();
        Instant now = shell.clock().instant();
        Stating.check(() -> new Clearance(id, day, "", now, now, 0, withdraw, note, by));
        try (Access access = Access.forWriting(settings, "clear", shell.clock())) {
            Athletes.checkKnown(id, access.database());
            if (withdraw && !isCleared(id, day, access.database())) {
                throw Problem.failed(id + " has no leave from " + day + " on, so there is nothing to withdraw.");
            }
            int edit = Edits.next("clearance_revision", id, day.toString(), access.database());
            Clearance draft = new Clearance(id, day, "", now, now, edit, withdraw, note, by);
            Stating.state(access, draft.as(Revision.of(draft)));
        }
        shell.out().println(said(id, day, by));
        return 0;
    }

    private String said(AthleteId id, LocalDate day, Person by) {
        return withdraw
                ? id + " no longer has leave to train from " + day + " on"
                : id + " may train again from " + day + " on, by the word of "
                        + by.role().key() + " " + by.id() + ", who has spoken with a doctor";
    }

    private static boolean isCleared(AthleteId id, LocalDate day, DatabaseAddress database) throws SQLException {
        return !Query.of(List.of("localDate"), "freshlegs.clearance where athlete = ? and local_date = ?")
                .with(id.value(), day)
                .ask(database)
                .rows()
                .isEmpty();
    }
}
