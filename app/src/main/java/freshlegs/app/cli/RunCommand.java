package freshlegs.app.cli;

import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "run",
        description = "Run everything as a service until Ctrl-C: inbox, uploads, pipeline, tables, coach's pages.")
final class RunCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    RunCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Settings.of(service.given(common), Map.of(), shell.environment());
        try (Access access = Access.serve(settings, "run", shell.clock())) {
            access.metrics().ifPresent(address -> shell.say("Metrics and health: " + address));
            access.console().ifPresent(address -> shell.out().println("Coach's pages: " + address));
            access.intake().ifPresent(address -> shell.out().println("Files by token: " + address));
            shell.out().flush();
            shell.say("Drop files into " + settings.get(Catalogue.DATA).resolve("inbox") + "/<athlete>/. Ctrl-C ends.");
            shell.awaitStop();
        } catch (InterruptedException e) {
            shell.say("Stopped.");
        }
        return 0;
    }
}
