package freshlegs.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Where and when was measured; {@code loadAtStart} says how busy the machine was with other things. */
public record Machine(
        String processor,
        int cores,
        long memoryMebibytes,
        String system,
        String java,
        String commit,
        Instant started,
        double loadAtStart) {
    private static final long MEBIBYTE = 1024 * 1024;

    public static Machine here(Clock clock, Path root) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                processorModel(),
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() / MEBIBYTE,
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                commit(root),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                system.getSystemLoadAverage());
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %d MiB, %s, %s%ncommit %s, %s, load average at start %.2f",
                processor,
                cores,
                memoryMebibytes,
                system,
                java,
                commit,
                started,
                loadAtStart);
    }

    private static String processorModel() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }

    private static String commit(Path root) {
        try {
            Process git = new ProcessBuilder("git", "-C", root.toString(), "describe", "--always", "--dirty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean known = git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 && !answer.isEmpty();
            return known ? answer : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
