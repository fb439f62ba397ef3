package freshlegs.app.embedded;

import freshlegs.app.problem.Problem;
import freshlegs.app.setting.StandardFolder;
import freshlegs.model.topic.KafkaAddress;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real broker in a process of its own, because a full disk makes the broker end its process. It comes back by itself, at the
 * same address, for as long as this object is open. It survives crashes of processes, not the loss of the disk.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
    private static final Duration READY = Duration.ofSeconds(90);
    /** One that keeps its classes ready for the next ends later. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final Path folder;
    private final Path log;
    private final List<Path> jars;
    private final BrokerArchive archive;
    private final int port;
    private volatile Process broker;
    private volatile boolean closing;

    private EmbeddedKafka(Path folder, Path log, Path cache) throws IOException {
        this.folder = folder;
        this.log = log;
        jars = BrokerClasses.in(cache);
        archive = BrokerArchive.of(jars, cache);
        port = FreePort.probe();
        Files.writeString(properties(), BrokerProperties.text(storage(), port, FreePort.probe()));
        broker = launch();
    }

    /** Starts the broker on the folder's data and returns when it answers. */
    public static EmbeddedKafka start(Path folder, Path log) throws InterruptedException {
        return start(folder, log, StandardFolder.cache());
    }

    /** {@code cache} keeps what makes the next start faster. */
    static EmbeddedKafka start(Path folder, Path log, Path cache) throws InterruptedException {
        try {
            Files.createDirectories(folder);
            BrokerVersion.checkAndNote(folder);
            StaleProcess.end(folder.resolve("pid"), BrokerMain.class.getName());
            EmbeddedKafka kafka = new EmbeddedKafka(folder, log, usable(cache, folder));
            kafka.awaitReadyOrClose();
            kafka.watch();
            return kafka;
        } catch (IOException e) {
            throw new UncheckedIOException("The Kafka broker could not start in " + folder + ": " + e.getMessage(), e);
        }
    }

    public KafkaAddress address() {
        return KafkaAddress.of("127.0.0.1:" + port);
    }

    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            Child.stop(broker, PATIENCE);
            archive.adopt();
        }
    }

    private static Path usable(Path cache, Path otherwise) {
        try {
            return Files.isWritable(Files.createDirectories(cache)) ? cache : otherwise;
        } catch (IOException e) {
            return otherwise;
        }
    }

    private Process launch() throws IOException {
        // The class path is too long for a command line when it comes from a build tool.
        Path arguments = folder.resolve("broker.arguments");
        String classPath = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Files.writeString(arguments, "-cp\n\"" + classPath.replace("\\", "\\\\") + "\"\n");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlogback.configurationFile=freshlegs/app/broker-logback.xml",
                "-Dbroker.log=" + log));
        command.addAll(archive.options());
        command.addAll(List.of(
                "@" + arguments,
                BrokerMain.class.getName(),
                properties().toString(),
                storage().toString()));
        Process started = Child.start(command, log);
        Files.writeString(folder.resolve("pid"), started.pid() + "\n");
        return started;
    }

    private void awaitReadyOrClose() throws InterruptedException {
        try {
            awaitReady();
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + READY.toNanos();
        try (Admin admin = Admin.create(address().adminProperties())) {
            while (!isListening() || !isServing(admin)) {
                if (!broker.isAlive()) {
                    throw Problem.failed(whyItEnded());
                }
                if (System.nanoTime() > end) {
                    throw Problem.failed(
                            "The Kafka broker did not answer within " + READY.toSeconds() + " s: see " + log + ".");
                }
            }
        }
    }

    /** Asked first, because a client that finds nobody there says so ten times a second. */
    private boolean isListening() throws InterruptedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            TimeUnit.MILLISECONDS.sleep(20);
            return false;
        }
    }

    private boolean isServing(Admin admin) throws InterruptedException {
        try {
            return !admin.describeCluster()
                    .nodes()
                    .get(500, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private String whyItEnded() {
        if (LogTail.tellsOfFullDisk(log)) {
            return "The Kafka broker stopped because the disk of " + folder + " is full: free some space.";
        }
        return "The Kafka broker ended with code " + broker.exitValue() + ": see " + log + ".";
    }

    private void watch() {
        Thread watcher = new Thread(this::keepAlive, "broker-keeper");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** A broker that keeps ending, as on a full disk, is started again after longer and longer pauses. */
    private void keepAlive() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!closing) {
                long began = System.nanoTime();
                broker.waitFor();
                if (closing) {
                    return;
                }
                LOG.warn("{} It is started again.", whyItEnded());
                pause = System.nanoTime() - began > STEADY.toNanos() ? FIRST_PAUSE : longer(pause);
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                relaunch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private synchronized void relaunch() {
        if (closing) {
            return;
        }
        try {
            broker = launch();
        } catch (IOException e) {
            LOG.warn("The Kafka broker could not be started again: {}", e.getMessage());
        }
    }

    private Path properties() {
        return folder.resolve("broker.properties");
    }

    private Path storage() {
        return folder.resolve("storage");
    }
}
