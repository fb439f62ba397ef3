package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.TextTable;
import freshlegs.app.problem.Problem;
import freshlegs.app.problem.Problem.Exit;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Setting;
import freshlegs.app.setting.Settings;
import freshlegs.app.setting.Settings.Checked;
import freshlegs.app.setting.UnknownVariables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description = "Check all settings and show what each is and where it comes from, without secrets."
                + " Starts nothing; exit code 2 when one is wrong.")
final class ConfigCheckCommand implements Callable<Integer> {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Shell shell;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Check this settings file alone, as if nothing else were set, without using it.")
    private Optional<String> file = Optional.empty();

    @Option(names = "--json", description = "Print settings, problems and warnings as JSON.")
    private boolean json;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ConfigCheckCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Checked checked = file.isPresent()
                ? Settings.check(Map.of(Catalogue.CONFIG, file.get()), Map.of(), Map.of())
                : Settings.check(service.given(common), Map.of(), shell.environment());
        List<String> warnings = file.isPresent() ? List.of() : UnknownVariables.in(shell.environment());
        if (json) {
            JsonOutput.print(shell.out(), document(checked, warnings));
            return (checked.wrong().isEmpty() ? Exit.DONE : Exit.WRONG_USE).code();
        }
        warnings.forEach(shell::say);
        if (!checked.wrong().isEmpty()) {
            throw Problem.wrongUse(String.join(System.lineSeparator(), checked.wrong()));
        }
        shell.out().print(forPeople(checked.settings()));
        return Exit.DONE.code();
    }

    private static TextTable forPeople(Settings settings) {
        TextTable table = new TextTable("setting", "value", "from");
        Setting.all().forEach(each -> table.add(each.name(), settings.shown(each), settings.origin(each)));
        return table;
    }

    private static ObjectNode document(Checked checked, List<String> warnings) {
        ObjectNode document = JSON.objectNode();
        ArrayNode settings = document.putArray("settings");
        for (Setting<?> each : Setting.all()) {
            settings.addObject()
                    .put("setting", each.name())
                    .put("value", checked.settings().shown(each))
                    .put("from", checked.settings().origin(each));
        }
        checked.wrong().forEach(document.putArray("problems")::add);
        warnings.forEach(document.putArray("warnings")::add);
        return document;
    }
}
