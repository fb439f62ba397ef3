package freshlegs.app.setting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Environment variables that look like settings and are none, as a slip of the pen leaves them. */
public final class UnknownVariables {
    private static final Set<String> OF_THE_LAUNCHER = Set.of("FRESHLEGS_HEAP", "FRESHLEGS_JAVA_OPTIONS");

    private UnknownVariables() {}

    /** One sentence for each; what it is set to is not told. */
    public static List<String> in(Map<String, String> environment) {
        Set<String> known = Setting.all().stream().map(Setting::variable).collect(Collectors.toSet());
        return environment.keySet().stream()
                .filter(name -> name.startsWith("FRESHLEGS_"))
                .filter(name -> !known.contains(name) && !OF_THE_LAUNCHER.contains(name))
                .sorted()
                .map(name -> "There is no setting " + name.replaceAll("\\p{C}", "?") + ", it changes nothing"
                        + Nearest.of(name, known, 1).stream()
                                .map(nearest -> ": did you mean " + nearest + "?")
                                .findFirst()
                                .orElse("."))
                .toList();
    }
}
