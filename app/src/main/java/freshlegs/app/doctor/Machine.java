package freshlegs.app.doctor;

import freshlegs.app.folder.Instance;
import freshlegs.app.setting.UnknownVariables;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The ground on which the program runs: its settings and its Java. */
final class Machine {
    private Machine() {}

    static List<Finding> settings(Site site) {
        List<Finding> findings = new ArrayList<>();
        site.wrongSettings()
                .forEach(wrong -> findings.add(
                        Finding.problem(wrong, "put it right where it is set; `freshlegs config check` tells more")));
        UnknownVariables.in(site.environment())
                .forEach(unknown -> findings.add(Finding.warning(unknown, "rename or unset the variable")));
        return findings.isEmpty() ? List.of(Finding.ok("All settings can be used.")) : findings;
    }

    static List<Finding> java(Site site) throws IOException {
        String here = "This command runs on Java " + Runtime.version() + ".";
        Optional<ProcessHandle> process = site.announced()
                .filter(announced -> site.isHeld())
                .map(Instance::pid)
                .flatMap(ProcessHandle::of);
        Optional<Path> java = process.flatMap(handle -> handle.info().command()).map(Path::of);
        if (java.isEmpty()) {
            return List.of(Finding.ok(here));
        }
        if (!Files.exists(java.get())) {
            return List.of(Finding.warning(
                    "The process at work runs on a Java that is not there any more (" + java.get() + ").",
                    "stop `freshlegs run` and start it again, so that it runs on the Java that is there"));
        }
        return List.of(Finding.ok(here
                + version(java.get())
                        .map(version -> " The process at work: Java " + version + ".")
                        .orElse("")));
    }

    /** As the Java's own folder says. */
    private static Optional<String> version(Path java) throws IOException {
        Path release = java.toRealPath().resolveSibling("../release").normalize();
        if (!Files.isReadable(release)) {
            return Optional.empty();
        }
        Properties said = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            said.load(reader);
        }
        return Optional.ofNullable(said.getProperty("JAVA_VERSION")).map(text -> text.replace("\"", ""));
    }
}
