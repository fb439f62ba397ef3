package freshlegs.streams;

import freshlegs.model.topic.KafkaAddress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The streams in a process of their own, so that a test may kill it. */
final class StreamsProcess {
    private StreamsProcess() {}

    public static void main(String[] args) throws InterruptedException {
        StreamsWorker.start(StreamsSettings.alone(KafkaAddress.of(args[0]), Path.of(args[1])));
        new CountDownLatch(1).await();
    }

    static Process start(KafkaAddress kafka, Path stateFolder, Path log) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = ManagementFactory.getRuntimeMXBean().getClassPath();
        String tests = System.getProperty("surefire.test.class.path", classPath);
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        tests,
                        StreamsProcess.class.getName(),
                        kafka.bootstrapServers(),
                        stateFolder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
