package freshlegs.ingest.original;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real server that speaks S3, in a process of its own at a port of its own, over a folder; it can go away and come back. */
public final class AnObjectStorage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BUCKET = "originals";
    private static final String PREFIX = "athletes/files";
    private static final String KEY = "a-key";
    private static final String SECRET = "a-secret-that-nobody-prints";

    private final Path folder;
    private final Path jar;
    private final int port;
    private Optional<Process> server = Optional.empty();

    private AnObjectStorage(Path folder, Path jar, int port) {
        this.folder = folder;
        this.jar = jar;
        this.port = port;
    }

    /** Skips the test where the build has not fetched the server. */
    public static AnObjectStorage started(Path folder) throws IOException {
        Path jar = Path.of(System.getProperty("freshlegs.root", ".."), "ingest/target/object-storage/s3proxy.jar");
        assumeTrue(Files.exists(jar), "no object storage: " + jar + " is not there");
        Files.createDirectories(folder.resolve("buckets").resolve(BUCKET));
        AnObjectStorage storage = new AnObjectStorage(folder, jar, freePort());
        storage.comesBack();
        return storage;
    }

    public Bucket bucket() {
        return bucket(SECRET, BUCKET, PREFIX);
    }

    /** The same, which refuses us. */
    public Bucket anothers() {
        return bucket("a-secret-that-is-not-ours", BUCKET, PREFIX);
    }

    Bucket bucket(String secret, String name, String prefix) {
        return new Bucket(
                Bucket.Name.of("s3://" + name + "/" + prefix),
                Optional.of(address()),
                "eu-central-1",
                true,
                KEY,
                secret,
                Optional.empty());
    }

    /** Settings of a process that keeps its originals here. */
    public Map<String, String> environment() {
        return Map.of(
                "FRESHLEGS_ORIGINALS",
                "s3://" + BUCKET + "/" + PREFIX,
                "FRESHLEGS_ORIGINALS_ENDPOINT",
                address().toString(),
                "FRESHLEGS_ORIGINALS_PATH_STYLE",
                "on",
                "FRESHLEGS_ORIGINALS_KEY",
                KEY,
                "FRESHLEGS_ORIGINALS_SECRET",
                SECRET);
    }

    /** The folder behind it, with a file for each original, named by its hash. */
    public Path originals() {
        return behind(PREFIX);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The names of everything in it, whoever put it there. */
    public List<String> names() {
        Path root = folder.resolve("buckets").resolve(BUCKET);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file behind an object, to spoil it. */
    Path behind(String name) {
        return folder.resolve("buckets").resolve(BUCKET).resolve(name);
    }

    public void goesAway() {
        server.ifPresent(running -> {
            running.destroyForcibly();
            try {
                running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server = Optional.empty();
    }

    public void comesBack() throws IOException {
        Path settings = folder.resolve("storage.properties");
        Files.write(
                settings,
                List.of(
                        "s3proxy.authorization=aws-v2-or-v4",
                        "s3proxy.identity=" + KEY,
                        "s3proxy.credential=" + SECRET,
                        "s3proxy.endpoint=" + address(),
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.identity=unused",
                        "jclouds.credential=unused",
                        "jclouds.filesystem.basedir=" + folder.resolve("buckets")));
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("storage.log").toFile())
                .start();
        server = Optional.of(started);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(this::answers);
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        goesAway();
    }
}
