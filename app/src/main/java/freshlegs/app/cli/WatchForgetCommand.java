package freshlegs.app.cli;

import freshlegs.app.setting.Catalogue;
import freshlegs.app.watch.Watches;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "forget", description = "Forget whose a watch is; it is asked for again when it is plugged in.")
final class WatchForgetCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "SERIAL", description = "The watch's serial number, or its last four digits.")
    private String serial = "";

    @Mixin
    private CommonOptions common = new CommonOptions();

    WatchForgetCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Watches watches = Watches.hold(common.settings(shell).get(Catalogue.DATA))) {
            shell.out().println("Forgotten: " + watches.forget(serial).shown() + ".");
        }
        return 0;
    }
}
