package freshlegs.app.cli;

import freshlegs.app.service.Access;
import freshlegs.app.service.Replies;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.Silence;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "set",
        description =
                "Tell nobody of an athlete's AMBER alerts of one cause or rule, until a day or until that is lifted.")
final class SilenceSetCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(
            names = "--about",
            required = true,
            paramLabel = "CAUSE",
            description = "What is silenced: a cause, fatigue, or a rule, such as fatigue.two-keys.")
    private String about = "";

    @Option(names = "--until", paramLabel = "DATE", description = "The last day of it (default: until it is lifted).")
    private Optional<String> until = Optional.empty();

    @Option(names = "--why", paramLabel = "TEXT", description = "Why, in a sentence of your own.")
    private Optional<String> why = Optional.empty();

    @Mixin
    private SpeakerOptions speaker = new SpeakerOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    SilenceSetCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        Optional<LocalDate> last = Dates.parse("--until", until);
        Person by = speaker.person();
        Stating.check(() -> Silence.check(about));
        try (Access access = Access.forWriting(common.settings(shell), "silence set", shell.clock())) {
            Athletes.checkKnown(id, access.database());
            Replies replies = new Replies(by, shell.clock().instant(), access.database());
            Stating.state(access, Stating.valid(() -> replies.silence(id, about, last, why)));
        }
        shell.out()
                .println(id + " silenced " + about
                        + last.map(day -> " until " + day).orElse(" until it is lifted"));
        return 0;
    }
}
