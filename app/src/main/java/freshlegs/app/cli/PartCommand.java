package freshlegs.app.cli;

import freshlegs.app.service.Access;
import freshlegs.app.service.Part;
import freshlegs.app.setting.Settings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One part alone, against a Kafka and a PostgreSQL of the operator's. */
@Command
final class PartCommand implements Callable<Integer> {
    private final Shell shell;
    private final Part part;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    PartCommand(Shell shell, Part part) {
        this.shell = shell;
        this.part = part;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Settings.of(service.given(common), Map.of(), shell.environment());
        try (Access access = Access.alone(part, settings, shell.clock())) {
            access.metrics().ifPresent(address -> shell.say("Metrics and health: " + address));
            access.console().ifPresent(address -> shell.out().println("Coach's pages: " + address));
            access.intake().ifPresent(address -> shell.out().println("Files by token: " + address));
            shell.out().flush();
            shell.say(part.command() + " runs. Ctrl-C ends.");
            shell.awaitStop();
        } catch (InterruptedException e) {
            shell.say("Stopped.");
        }
        return 0;
    }
}
