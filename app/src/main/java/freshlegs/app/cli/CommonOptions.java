package freshlegs.app.cli;

import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Setting;
import freshlegs.app.setting.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder (default: one of your own, see FRESHLEGS_DATA).")
    private Optional<String> data = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A YAML file with settings (default: your own freshlegs.yaml, see FRESHLEGS_CONFIG).")
    private Optional<String> config = Optional.empty();

    @Option(names = "--verbose", description = "Log to standard error in detail, with stack traces.")
    @SuppressWarnings("UnusedVariable") // read before the commands are, because logging starts before them
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // read by the parser alone
    private boolean help;

    Map<Setting<?>, String> given() {
        Map<Setting<?>, String> given = new HashMap<>();
        config.ifPresent(text -> given.put(Catalogue.CONFIG, text));
        data.ifPresent(text -> given.put(Catalogue.DATA, text));
        return given;
    }

    Settings settings(Shell shell) {
        return Settings.of(given(), Map.of(), shell.environment());
    }
}
