package freshlegs.app.chaos;

import freshlegs.app.service.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** One part in a process of its own, as a service would run it: when it is killed it is started again at once. */
final class ASupervisedPart {
    private final Part part;
    private final Path log;
    private final Map<String, String> environment;
    private Process process;

    private ASupervisedPart(Part part, Path log, Map<String, String> environment) throws IOException {
        this.part = part;
        this.log = log;
        this.environment = environment;
        process = launch();
    }

    static ASupervisedPart start(Part part, ASite site, Map<String, String> further) throws IOException {
        return start(part, part.command(), site, further);
    }

    /** One of several; its folder is named after it. */
    static ASupervisedPart start(Part part, String name, ASite site, Map<String, String> further) throws IOException {
        Map<String, String> environment = site.environment(site.folder().resolve(name));
        environment.putAll(further);
        environment.put("FRESHLEGS_INSTANCE", name);
        return new ASupervisedPart(part, log(site, name), environment);
    }

    static Path log(ASite site, String name) {
        return site.folder().resolve(name + ".log");
    }

    /** {@code kill -9}, and a new one. */
    void kill() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void end() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private Process launch() throws IOException {
        return ACommand.of(environment, part.command(), "--verbose").begin(log);
    }
}
