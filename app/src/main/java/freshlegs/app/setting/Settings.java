package freshlegs.app.setting;

import freshlegs.app.problem.Problem;
import freshlegs.ingest.limit.Limits;
import java.util.HashMap;
import java.util.Map;

/** What is set: options before environment variables before standards. All of it is checked before anything starts. */
public final class Settings {
    private final Map<Setting<?>, Object> read = new HashMap<>();
    private final Map<Setting<?>, String> origins = new HashMap<>();

    private Settings() {}

    /** {@code given} are the options; {@code standards} replace the catalogue's own, as a command may want. */
    public static Settings of(
            Map<Setting<?>, String> given, Map<Setting<?>, String> standards, Map<String, String> environment) {
        Settings settings = new Settings();
        for (Setting<?> setting : Setting.all()) {
            settings.add(setting, given, standards, environment);
        }
        return settings;
    }

    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        Object value = read.get(setting);
        if (value == null) {
            throw new IllegalStateException("not in the catalogue: " + setting);
        }
        return (T) value;
    }

    /** The bounds of the intake. */
    public Limits limits() {
        return LimitSettings.of(this);
    }

    /** Where a setting's text came from, in words. */
    public String origin(Setting<?> setting) {
        return origins.getOrDefault(setting, "default");
    }

    private void add(
            Setting<?> setting,
            Map<Setting<?>, String> given,
            Map<Setting<?>, String> standards,
            Map<String, String> environment) {
        String option = given.get(setting);
        String variable = environment.getOrDefault(setting.variable(), "").strip();
        if (option != null) {
            add(setting, option, "option " + setting.option().orElse(setting.name()));
        } else if (!variable.isEmpty()) {
            add(setting, variable, "environment variable " + setting.variable());
        } else {
            add(setting, standards.getOrDefault(setting, setting.standard()), "default");
        }
    }

    private void add(Setting<?> setting, String text, String origin) {
        try {
            read.put(setting, setting.read(text));
            origins.put(setting, origin);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("The setting " + setting.name() + " (" + origin + ") cannot be \"" + text + "\": "
                    + e.getMessage() + ".");
        }
    }
}
