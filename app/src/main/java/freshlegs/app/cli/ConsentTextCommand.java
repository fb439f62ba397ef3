package freshlegs.app.cli;

import freshlegs.coach.access.ConsentText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "text", description = "Print the text that athletes are asked to agree to, with its version and hash.")
final class ConsentTextCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    @SuppressWarnings("UnusedVariable") // read by the parser alone
    private CommonOptions common = new CommonOptions();

    ConsentTextCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ConsentText latest = ConsentText.latest();
        shell.say("Version " + latest.version() + ", SHA-256 " + latest.sha256());
        shell.out().print(latest.text());
        return 0;
    }
}
