package freshlegs.bench.drop;

import freshlegs.app.folder.DataFolder;
import freshlegs.app.folder.Instance;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code freshlegs run} on a folder of its own, as a person starts it. */
public final class Product implements AutoCloseable {
    private static final long READY_SECONDS = 300;
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final DataFolder folder;
    private final Instance instance;

    private Product(Process process, DataFolder folder, Instance instance) {
        this.process = process;
        this.folder = folder;
        this.instance = instance;
    }

    static Product start(Path root, List<String> javaOptions) throws IOException, InterruptedException {
        return start(root, javaOptions, List.of());
    }

    /** {@code further} are options of the command. */
    public static Product start(Path root, List<String> javaOptions, List<String> further)
            throws IOException, InterruptedException {
        Files.createDirectories(root);
        DataFolder folder = new DataFolder(root.resolve("data"));
        Path arguments = root.resolve("product.arguments");
        Files.writeString(arguments, "-cp\n\"" + System.getProperty("java.class.path") + "\"\n");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-Xshare:auto", "-Dfile.encoding=UTF-8"));
        command.addAll(javaOptions);
        command.addAll(List.of("@" + arguments, "freshlegs.app.Main", "run"));
        command.addAll(List.of(
                "--data", folder.root().toString(), "--port", "0", "--intake-port", "0", "--metrics-port", "0"));
        command.addAll(further);
        Path log = root.resolve("product.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        return new Product(process, folder, awaitReady(process, folder, log));
    }

    private static Instance awaitReady(Process process, DataFolder folder, Path log)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        Optional<Instance> instance = Instance.on(folder);
        while (instance.isEmpty()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                end(process);
                throw new IllegalStateException("the product did not start: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(50);
            instance = Instance.on(folder);
        }
        return instance.get();
    }

    public Instance instance() {
        return instance;
    }

    DataFolder folder() {
        return folder;
    }

    /** The processor time that it and what it has started have taken until now. */
    Processors processors() throws IOException {
        return Processors.of(process.toHandle(), folder.root().resolve("postgres"));
    }

    public Path inbox() {
        return folder.root().resolve("inbox");
    }

    @Override
    public void close() {
        end(process);
    }

    /** By itself when it can, since it then ends its broker too. */
    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
