package freshlegs.app.setting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A YAML file with one setting a line, such as {@code console-port: 8080}; what is wrong with it is told line by line. */
final class SettingsFile {
    private static final long MAX_BYTES = 256 * 1024;
    private static final String EXAMPLE = "write one setting a line, such as `console-port: 8080`";

    private final Path file;
    private final Map<String, Setting<?>> known =
            Setting.all().stream().collect(Collectors.toMap(Setting::name, Function.identity()));
    private final Map<Setting<?>, Given> given = new HashMap<>();
    private final Map<Setting<?>, Integer> lines = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    private SettingsFile(Path file) {
        this.file = file;
    }

    static SettingsFile read(Path path) {
        SettingsFile file = new SettingsFile(path);
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > MAX_BYTES) {
                file.wrong.add("The settings file " + path + " is no file of at most " + MAX_BYTES / 1024
                        + " kB: name another with --config.");
                return file;
            }
            file.parse();
            file.checkRights();
        } catch (IOException e) {
            file.wrong.add("The settings file " + path + " cannot be read ("
                    + e.getClass().getSimpleName() + "): let this user read it, or name another with --config.");
        }
        return file;
    }

    static SettingsFile none() {
        return new SettingsFile(Path.of(""));
    }

    Optional<Given> given(Setting<?> setting) {
        return Optional.ofNullable(given.get(setting));
    }

    /** One sentence for each thing that is wrong, with its line and what would be right. */
    List<String> wrong() {
        return wrong;
    }

    private void parse() throws IOException {
        try (YAMLParser yaml = YAMLFactory.builder().build().createParser(Files.readAllBytes(file))) {
            JsonToken first = yaml.nextToken();
            if (first == null || first == JsonToken.VALUE_NULL) {
                return;
            }
            if (first != JsonToken.START_OBJECT) {
                wrong.add(at(line(yaml)) + " is no setting: " + EXAMPLE + ".");
                return;
            }
            while (yaml.nextToken() == JsonToken.FIELD_NAME) {
                take(yaml.currentName(), line(yaml), yaml);
            }
            if (yaml.nextToken() != null) {
                wrong.add(at(line(yaml)) + " begins a second document: keep all settings in one.");
            }
        } catch (JsonProcessingException e) {
            // Its message repeats the line, which may hold a secret.
            wrong.add(at(e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + " cannot be read as YAML: "
                    + EXAMPLE + ", and quote text that holds `: ` or ` #`.");
        }
    }

    private void take(String name, int line, YAMLParser yaml) throws IOException {
        boolean alias = yaml.nextToken() != null && yaml.isCurrentAlias();
        boolean plain = yaml.currentToken().isScalarValue() && !alias;
        String text = yaml.currentToken() == JsonToken.VALUE_NULL || !plain
                ? ""
                : yaml.getText().strip();
        yaml.skipChildren();
        Setting<?> setting = known.get(name);
        if (setting == null) {
            wrong.add(at(line) + ": " + unknown(name));
        } else if (setting == Catalogue.CONFIG) {
            wrong.add(at(line) + ": `config` cannot be set in the file that it names: use --config or "
                    + setting.variable() + ".");
        } else if (!plain) {
            wrong.add(at(line) + ": `" + name + "` must be followed by its value on the same line (" + setting.kind()
                    + ").");
        } else if (lines.putIfAbsent(setting, line) != null) {
            wrong.add(at(line) + ": `" + name + "` stands in line " + lines.get(setting)
                    + " already: leave one of them.");
        } else if (!text.isEmpty()) {
            given.put(setting, new Given(text, file + ", line " + line));
        }
    }

    private String unknown(String name) {
        String tidy = name.toLowerCase(Locale.ROOT).replace('_', '-').replaceFirst("^freshlegs-", "");
        List<String> nearest = Nearest.of(tidy, known.keySet(), 1);
        return "there is no setting `" + name.replaceAll("\\p{C}", "?") + "`: "
                + (nearest.isEmpty()
                        ? "`freshlegs config check` without this file lists all there are."
                        : "did you mean `" + nearest.get(0) + "`?");
    }

    /** Only its owner, and the group that runs the program, may read a file with secrets. */
    private void checkRights() throws IOException {
        List<String> secrets = given.entrySet().stream()
                .filter(each -> each.getKey().hides(each.getValue().text()))
                .map(each -> each.getKey().name())
                .sorted()
                .toList();
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!secrets.isEmpty()
                && posix
                && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
            wrong.add("The settings file " + file + " holds secrets (" + String.join(", ", secrets)
                    + ") and everybody on this machine can read it: run `chmod 600 " + file + "`.");
        }
    }

    private String at(int line) {
        return "The settings file " + file + ", line " + line;
    }

    private static int line(YAMLParser yaml) {
        return yaml.currentTokenLocation().getLineNr();
    }
}
