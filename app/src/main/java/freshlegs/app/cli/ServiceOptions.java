package freshlegs.app.cli;

import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Setting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of commands that keep running. */
final class ServiceOptions {
    @Option(names = "--port", paramLabel = "PORT", description = "The port of the coach's pages; 0 takes a free one.")
    private Optional<String> port = Optional.empty();

    @Option(
            names = "--intake-port",
            paramLabel = "PORT",
            description = "The port for files that are handed over by token; 0 takes a free one.")
    private Optional<String> intakePort = Optional.empty();

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "The port of metrics and health; 0 takes a free one.")
    private Optional<String> metricsPort = Optional.empty();

    @Option(names = "--webhook", paramLabel = "URL", description = "Where to tell the coach of alerts.")
    private Optional<String> webhook = Optional.empty();

    @Option(
            names = "--settle",
            paramLabel = "TIME",
            description = "How long an alert must have stood before the coach is told, such as 10s.")
    private Optional<String> settle = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Time zone of athletes whose files and profile name none, such as Europe/Berlin.")
    private Optional<String> zone = Optional.empty();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "Changed thresholds of the detector, see `freshlegs rules`.")
    private Optional<String> rules = Optional.empty();

    Map<Setting<?>, String> given(CommonOptions common) {
        Map<Setting<?>, String> given = new HashMap<>(common.given());
        port.ifPresent(text -> given.put(Catalogue.CONSOLE_PORT, text));
        intakePort.ifPresent(text -> given.put(Catalogue.INTAKE_PORT, text));
        metricsPort.ifPresent(text -> given.put(Catalogue.METRICS_PORT, text));
        webhook.ifPresent(text -> given.put(Catalogue.WEBHOOK, text));
        settle.ifPresent(text -> given.put(Catalogue.SETTLE, text));
        zone.ifPresent(text -> given.put(Catalogue.ZONE, text));
        rules.ifPresent(text -> given.put(Catalogue.RULES, text));
        return given;
    }
}
