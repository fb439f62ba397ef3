package freshlegs.app.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@code freshlegs} for bash that runs each command in this process, which saves the start of a virtual machine each time. */
final class CalledFromBash implements AutoCloseable {
    private static final int LINES = 30;
    private static final String LAUNCHER = """
            #!/usr/bin/env bash
            call=$(mktemp -d "%s/XXXXXX")
            cat >"$call/in"
            (($# == 0)) || printf '%%s\\0' "$@" >"$call/arguments"
            curl -fsS --max-time 300 --data-binary "$call" http://127.0.0.1:%d/ >/dev/null
            cat "$call/out"
            cat "$call/err" >&2
            exit "$(cat "$call/code")"
            """;

    private final CommandLineUnderTest freshlegs;
    private final HttpServer server;
    private final Path folder;

    CalledFromBash(CommandLineUnderTest freshlegs, Path folder) throws IOException {
        this.freshlegs = freshlegs;
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::call);
        server.start();
        Path calls = Files.createDirectories(folder.resolve("calls"));
        Path launcher = folder.resolve("freshlegs");
        Files.writeString(
                launcher, LAUNCHER.formatted(calls, server.getAddress().getPort()));
        if (!launcher.toFile().setExecutable(true)) {
            throw new IOException("cannot be made executable: " + launcher);
        }
    }

    /** How a script ended, and the last of what it printed, results and all else together. */
    record Ended(int code, String said) {}

    Ended run(String script, Duration atMost) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.sh"), script);
        Path said = folder.resolve("said.txt");
        ProcessBuilder bash = new ProcessBuilder("bash", file.toString())
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        bash.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
        bash.environment().put("TMPDIR", folder.toString());
        Process process = bash.start();
        boolean ended = process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        List<String> lines = Files.readAllLines(said);
        return new Ended(
                ended ? process.exitValue() : -1,
                String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size())));
    }

    private void call(HttpExchange exchange) throws IOException {
        Path call = Path.of(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Path arguments = call.resolve("arguments");
        List<String> words =
                Files.exists(arguments) ? List.of(Files.readString(arguments).split("\0", -1)) : List.of("");
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(Files.readAllBytes(call.resolve("in"))));
        try {
            CommandLineUnderTest.Ran ran =
                    freshlegs.run(words.subList(0, words.size() - 1).toArray());
            Files.writeString(call.resolve("out"), ran.out());
            Files.writeString(call.resolve("err"), ran.err());
            Files.writeString(call.resolve("code"), Integer.toString(ran.code()));
        } finally {
            System.setIn(before);
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
