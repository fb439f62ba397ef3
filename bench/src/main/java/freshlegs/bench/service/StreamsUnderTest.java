package freshlegs.bench.service;

import freshlegs.model.json.Json;
import freshlegs.model.topic.KafkaAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Streams in a process of their own, as {@code freshlegs streams} is one; it ends when its standard input does. */
public final class StreamsUnderTest implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final BufferedReader answers;
    private final OutputStream questions;
    private final Path log;

    private StreamsUnderTest(Process process, Path log) {
        this.process = process;
        this.log = log;
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = process.getOutputStream();
    }

    /** Starts the program with an empty state folder under {@code folder}, unless there is one already. */
    public static StreamsUnderTest start(
            Program program,
            KafkaAddress kafka,
            Path folder,
            List<String> javaOptions,
            Map<String, String> environment) {
        try {
            Files.createDirectories(folder);
            Path arguments = folder.resolve("streams.arguments");
            Files.writeString(arguments, "-cp\n\"" + System.getProperty("java.class.path") + "\"\n");
            Path log = folder.resolve("streams.log");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-XX:+UseSerialGC", "-Xshare:auto", "-Dfile.encoding=UTF-8"));
            command.add("-Djdk.nio.maxCachedBufferSize=262144"); // as the launcher has it
            command.add("-Dlogback.configurationFile=freshlegs/bench/logback.xml");
            command.addAll(javaOptions);
            command.addAll(List.of(
                    "@" + arguments,
                    StreamsUnderTestMain.class.getName(),
                    program.name(),
                    kafka.bootstrapServers(),
                    state(folder).toString()));
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.to(log.toFile()));
            builder.environment().put("MALLOC_ARENA_MAX", "2"); // as the launcher has it
            builder.environment().putAll(environment);
            return new StreamsUnderTest(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("the streams could not be started", e);
        }
    }

    public static Path state(Path folder) {
        return folder.resolve("state");
    }

    /** Returns when it came to work. */
    public void awaitRunning() {
        expect(StreamsUnderTestMain.RUNNING);
    }

    /** Processor time that it has used, in nanoseconds. */
    public long processorNanos() {
        return Long.parseLong(ask("processor"));
    }

    public Memory memory() {
        return Json.read(ask("memory"), Memory.class);
    }

    /** Fails when the program has given up. */
    public void requireGoingOn() {
        if (!Boolean.parseBoolean(ask("goes-on"))) {
            throw ended(null);
        }
    }

    private String ask(String question) {
        try {
            questions.write((question + "\n").getBytes(StandardCharsets.UTF_8));
            questions.flush();
        } catch (IOException e) {
            throw ended(e);
        }
        return answer();
    }

    private void expect(String line) {
        String answer = answer();
        if (!answer.equals(line)) {
            throw new IllegalStateException("streams said " + answer + " instead of " + line);
        }
    }

    /** What Java itself says in between, as when it begins to record, is passed over. */
    private String answer() {
        try {
            String line;
            do {
                line = answers.readLine();
            } while (line != null && line.startsWith("["));
            if (line == null) {
                throw ended(null);
            }
            return line;
        } catch (IOException e) {
            throw ended(e);
        }
    }

    private IllegalStateException ended(@Nullable Exception cause) {
        String words = "";
        try {
            words = Files.readString(log);
        } catch (IOException e) {
            words = e.toString();
        }
        return new IllegalStateException("the streams ended: " + words, cause);
    }

    /** Stops it in order: stores are flushed and closed. */
    @Override
    public void close() {
        try {
            questions.close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
