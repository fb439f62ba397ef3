package freshlegs.app.cli;

import freshlegs.app.service.Rebuilding;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rebuild",
        description =
                "Make all sessions' days, trends, alerts, plans and tables anew from the facts; nobody is told anything."
                        + " Run it while nothing else is at work; when it was interrupted, run it again.")
final class RebuildCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--sessions", description = "Analyse every recording anew as well.")
    private boolean sessions;

    @Mixin
    private CommonOptions common = new CommonOptions();

    RebuildCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        Shown shown = new Shown();
        Rebuilding.Done done = Rebuilding.run(common.settings(shell), sessions, shell.clock(), shown);
        shown.progress.end();
        shell.out()
                .println("Rebuilt. Results that no fact stands behind and that were taken back: " + done.takenBack()
                        + ".");
        shell.out().flush();
        return 0;
    }

    /** Says what is being done, and of the facts how many are read. */
    private final class Shown implements Rebuilding.Report {
        private Progress progress = new Progress(shell, "", 0);

        @Override
        public void begins(String what) {
            progress.end();
            shell.say(what + " ...");
            progress = new Progress(shell, what, 0);
        }

        @Override
        public void at(long done, long all) {
            progress.at((int) Math.min(done, Integer.MAX_VALUE), (int) Math.min(all, Integer.MAX_VALUE));
        }
    }
}
