package freshlegs.app.setting;

import freshlegs.app.problem.Problem;
import freshlegs.ingest.limit.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is set: options before environment variables before the settings file before standards. All of it is checked before
 * anything starts.
 */
public final class Settings {
    private final Map<Setting<?>, Object> read = new HashMap<>();
    private final Map<Setting<?>, Given> given = new HashMap<>();

    private Settings() {}

    /** What could be read, standards where it could not, and one sentence for each thing that is wrong. */
    public record Checked(Settings settings, List<String> wrong) {
        public Checked {
            wrong = List.copyOf(wrong);
        }
    }

    /** {@code options} win over all; {@code standards} replace the catalogue's own, as a command may want. */
    public static Settings of(
            Map<Setting<?>, String> options, Map<Setting<?>, String> standards, Map<String, String> environment) {
        Checked checked = check(options, standards, environment);
        if (!checked.wrong().isEmpty()) {
            throw Problem.wrongUse(String.join(System.lineSeparator(), checked.wrong()));
        }
        return checked.settings();
    }

    /** Never fails, for those who look for what is wrong. */
    public static Checked check(
            Map<Setting<?>, String> options, Map<Setting<?>, String> standards, Map<String, String> environment) {
        Sources sources = Sources.of(options, standards, environment);
        Settings settings = new Settings();
        List<String> wrong = new ArrayList<>(sources.wrong());
        for (Setting<?> setting : Setting.all()) {
            Given text = sources.given(setting);
            try {
                settings.put(setting, text);
            } catch (IllegalArgumentException e) {
                wrong.add("The setting " + setting.name() + " (" + text.origin() + ") cannot be \""
                        + setting.shown(text.text()) + "\": " + e.getMessage() + ".");
                settings.put(setting, sources.standard(setting));
            }
        }
        return new Checked(settings, wrong);
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
        return of(setting).origin();
    }

    /** What it is set to as people may see it, without secrets; empty when it is not set. */
    public String shown(Setting<?> setting) {
        String text = of(setting).text();
        boolean worksOutItself = setting == Catalogue.DATA || setting == Catalogue.ZONE;
        return text.isEmpty() && worksOutItself ? get(setting).toString() : setting.shown(text);
    }

    private Given of(Setting<?> setting) {
        Given text = given.get(setting);
        if (text == null) {
            throw new IllegalStateException("not in the catalogue: " + setting);
        }
        return text;
    }

    private void put(Setting<?> setting, Given text) {
        read.put(setting, setting.read(text.text()));
        given.put(setting, text);
    }
}
