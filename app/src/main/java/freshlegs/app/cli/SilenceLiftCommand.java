package freshlegs.app.cli;

import freshlegs.app.service.Access;
import freshlegs.app.service.Replies;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "lift", description = "Tell of alerts again; what has become history meanwhile stays untold.")
final class SilenceLiftCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(
            names = "--about",
            required = true,
            paramLabel = "CAUSE",
            description = "What is silenced: a cause, fatigue, or a rule, such as fatigue.two-keys.")
    private String about = "";

    @Mixin
    private SpeakerOptions speaker = new SpeakerOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    SilenceLiftCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        AthleteId id = Athletes.parse(athlete);
        Person by = speaker.person();
        try (Access access = Access.forWriting(common.settings(shell), "silence lift", shell.clock())) {
            Athletes.checkKnown(id, access.database());
            Replies replies = new Replies(by, shell.clock().instant(), access.database());
            Stating.state(access, Stating.valid(() -> replies.lifted(id, about, Optional.empty())));
        }
        shell.out().println(id + " is told of " + about + " again");
        return 0;
    }
}
