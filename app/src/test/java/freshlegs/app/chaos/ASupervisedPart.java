package freshlegs.app.chaos;

import freshlegs.app.service.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One part in a process of its own, as a service would run it: when it is killed or ends by itself it is started again. */
final class ASupervisedPart {
    private static final long AFTER_ITS_END_MILLIS = 500;
    private static final int LAST_LINES = 40;

    private final Part part;
    private final Path log;
    private final Map<String, String> environment;
    private Process process;
    private boolean over;
    private int endedByItself;
    private String ends = "";

    private ASupervisedPart(Part part, Path log, Map<String, String> environment) throws IOException {
        this.part = part;
        this.log = log;
        this.environment = environment;
        process = launch();
        Thread supervising = new Thread(this::supervise, "supervising-" + part.command());
        supervising.setDaemon(true);
        supervising.start();
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
    synchronized void kill() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch();
    }

    /** {@code kill -9}, and a new one after something was done to what it left. */
    synchronized void kill(Leftovers leftovers) throws Exception {
        process.destroyForcibly().waitFor();
        leftovers.meddle();
        process = launch();
    }

    /** Ended as a service ends it, and a new one after something was done to what it left. */
    synchronized void endInOrder(Leftovers leftovers) throws Exception {
        process.destroy();
        process.waitFor();
        leftovers.meddle();
        process = launch();
    }

    /** What is done while the process is away. */
    @FunctionalInterface
    interface Leftovers {
        void meddle() throws Exception;
    }

    /** It runs, and has never ended but by our hand. */
    synchronized boolean isAlive() {
        return process.isAlive() && endedByItself == 0;
    }

    synchronized int endedByItself() {
        return endedByItself;
    }

    synchronized long pid() {
        return process.pid();
    }

    synchronized void end() {
        over = true;
        process.destroyForcibly().onExit().join();
    }

    private void supervise() {
        try {
            while (lookAfter()) {
                Thread.sleep(AFTER_ITS_END_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean lookAfter() throws IOException {
        if (!over && !process.isAlive()) {
            endedByItself++;
            ends += " ended with " + process.exitValue() + " at " + Instant.now() + ", its last lines: " + lastLines();
            process = launch();
        }
        return !over;
    }

    /** What it said last, and where its threads are: for whoever asks why nothing comes of it any more. */
    synchronized String whatItDoes() throws IOException {
        Process threads = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "Thread.print")
                .redirectErrorStream(true)
                .start();
        return lastLines() + "\n" + new String(threads.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    @Override
    public synchronized String toString() {
        return log.getFileName() + (process.isAlive() ? " (runs)" : " (does not run)") + ends;
    }

    private Process launch() throws IOException {
        return ACommand.of(environment, part.command(), "--verbose").begin(log);
    }
}
