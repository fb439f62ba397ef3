package freshlegs.app.cli;

import freshlegs.app.deadletter.DeadLetter;
import freshlegs.app.deadletter.DeadLetter.Note;
import freshlegs.app.deadletter.DeadLetter.State;
import freshlegs.app.deadletter.DeadLetters;
import freshlegs.app.deadletter.Notes;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "discard",
        description =
                "Say that nothing is to come of a dead letter, and why; nothing is deleted, and it can be undone.")
final class DeadLettersDiscardCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "ID", description = "The dead letter, as `dead-letters` names it.")
    private String id = "";

    @Option(names = "--undo", description = "Open it again.")
    private boolean undo;

    @Mixin
    private HandlingOptions handling = new HandlingOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    DeadLettersDiscardCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        handling.check();
        Settings settings = common.settings(shell);
        try (Access access = Access.forReadingTopics(settings, "dead-letters discard", shell.clock())) {
            DeadLetter letter = DeadLetters.in(access.kafka(), access.database(), settings.get(Catalogue.DATA))
                    .find(id);
            check(letter.state());
            State state = undo ? State.OPEN : State.DISCARDED;
            new Notes(access.database())
                    .keep(
                            letter,
                            new Note(state, handling.by(), shell.clock().instant(), handling.why(), Optional.empty()));
            shell.out().println(id + " " + state.key());
        }
        return 0;
    }

    private void check(State state) {
        if (undo && state != State.DISCARDED) {
            throw Problem.failed(id + " is " + state.key() + ", not discarded, so there is nothing to undo.");
        }
        if (!undo && state == State.REPLAYED) {
            throw Problem.failed(id + " was replayed and came: take its fact back with `freshlegs retract`.");
        }
    }
}
