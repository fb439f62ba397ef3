package freshlegs.bench.service;

import com.sun.management.OperatingSystemMXBean;
import freshlegs.model.json.Json;
import freshlegs.model.topic.KafkaAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The measured process: says when it is at work, answers questions about itself, ends with its standard input. */
final class StreamsUnderTestMain {
    static final String RUNNING = "running";

    private StreamsUnderTestMain() {}

    /** Arguments: the program, the bootstrap servers and the state folder. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Running running = Program.valueOf(arguments[0]).run(KafkaAddress.of(arguments[1]), Path.of(arguments[2]));
        out.println(RUNNING);
        answerUntilTheEnd(out, running);
        running.program().close();
        System.exit(0);
    }

    private static void answerUntilTheEnd(PrintStream out, Running running) throws IOException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            out.println(answer(question, running));
        }
    }

    private static String answer(String question, Running running) {
        return switch (question) {
            case "processor" ->
                Long.toString(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getProcessCpuTime());
            case "goes-on" -> Boolean.toString(running.goesOn().getAsBoolean());
            case "memory" -> Json.writeText(Memory.ofThisProcess());
            default -> throw new IllegalArgumentException("asked for " + question);
        };
    }
}
