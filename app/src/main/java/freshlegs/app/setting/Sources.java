package freshlegs.app.setting;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where settings come from, the first that says something wins: options, environment, file, standards. */
final class Sources {
    private final Map<Setting<?>, String> options;
    private final Map<Setting<?>, String> standards;
    private final Map<String, String> environment;
    private final SettingsFile file;

    private Sources(
            Map<Setting<?>, String> options,
            Map<Setting<?>, String> standards,
            Map<String, String> environment,
            SettingsFile file) {
        this.options = options;
        this.standards = standards;
        this.environment = environment;
        this.file = file;
    }

    static Sources of(
            Map<Setting<?>, String> options, Map<Setting<?>, String> standards, Map<String, String> environment) {
        Sources without = new Sources(options, standards, environment, SettingsFile.none());
        Given config = without.given(Catalogue.CONFIG);
        return new Sources(options, standards, environment, file(config.text(), environment));
    }

    /** What is wrong with the file. */
    List<String> wrong() {
        return file.wrong();
    }

    Given given(Setting<?> setting) {
        Optional<String> option = Optional.ofNullable(options.get(setting));
        if (option.isPresent()) {
            return new Given(option.get(), "option " + setting.option().orElse(setting.name()));
        }
        String variable = environment.getOrDefault(setting.variable(), "").strip();
        if (!variable.isEmpty()) {
            return new Given(variable, "environment variable " + setting.variable());
        }
        return file.given(setting).orElseGet(() -> standard(setting));
    }

    Given standard(Setting<?> setting) {
        return new Given(standards.getOrDefault(setting, setting.standard()), "default");
    }

    /** A file that is named must be there; the user's own may be. */
    private static SettingsFile file(String named, Map<String, String> environment) {
        try {
            if (!named.isEmpty()) {
                return SettingsFile.read(Path.of(named).toAbsolutePath().normalize());
            }
        } catch (InvalidPathException e) {
            return SettingsFile.none(); // the setting itself says so
        }
        Path own = StandardFolder.settings(environment).resolve("freshlegs.yaml");
        return Files.exists(own) ? SettingsFile.read(own) : SettingsFile.none();
    }
}
