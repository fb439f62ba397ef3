package freshlegs.app.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.tools.AclCommand;

/** Runs a script of {@code kafka-acls.sh} calls: a shell reads it, and Kafka's own tool is called with what it makes of each line. */
final class KafkaAcls {
    private static final String WORDS = """
            #!/bin/sh
            printf '%s\\n' "$@" END >>"$CALLS"
            """;

    private final Path folder;
    private final String servers;
    private final Path admin;

    /** {@code admin} is a properties file of somebody who may grant rights. */
    KafkaAcls(Path folder, String servers, Path admin) {
        this.folder = folder;
        this.servers = servers;
        this.admin = admin;
    }

    /** Answers how many calls there were. */
    int run(String script) throws IOException, InterruptedException {
        List<List<String>> calls = calls(script);
        PrintStream out = System.out;
        Exit.setExitProcedure((code, message) -> {
            throw new AssertionError("kafka-acls ended with " + code);
        });
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            calls.forEach(call -> AclCommand.main(call.toArray(String[]::new)));
        } finally {
            System.setOut(out);
            Exit.resetExitProcedure();
        }
        return calls.size();
    }

    private List<List<String>> calls(String script) throws IOException, InterruptedException {
        Path calls = folder.resolve("calls");
        Files.deleteIfExists(calls);
        Path tool = Files.writeString(folder.resolve("kafka-acls"), WORDS);
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        ProcessBuilder shell = new ProcessBuilder(
                "sh", Files.writeString(folder.resolve("grant.sh"), script).toString());
        shell.environment()
                .putAll(Map.of(
                        "KAFKA", servers,
                        "ADMIN", admin.toString(),
                        "KAFKA_ACLS", tool.toString(),
                        "CALLS", calls.toString()));
        assertThat(shell.inheritIO().start().waitFor()).isZero();
        return Stream.of(Files.readString(calls).split("\nEND\n"))
                .map(call -> List.of(call.split("\n")))
                .toList();
    }
}
