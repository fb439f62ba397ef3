package freshlegs.app.chaos;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process holds at a moment, as Linux sees it, and what lives on its heap after a collection, as its Java does. */
record Vitals(long residentKilobytes, long liveKilobytes, long threads, long handles) {
    static boolean canBeTaken() {
        return Files.isReadable(Path.of("/proc/self/status"));
    }

    static Vitals of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        try (Stream<String> lines = Files.lines(process.resolve("status"));
                Stream<Path> handles = Files.list(process.resolve("fd"))) {
            var status = lines.toList();
            return new Vitals(
                    number(status, "VmRSS:"), liveBytes(pid) / 1024, number(status, "Threads:"), handles.count());
        }
    }

    /** The total of its objects by class, which Java counts after a full collection. */
    private static long liveBytes(long pid) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asked = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = asked.inputReader()) {
            String total = said.lines().reduce("", (before, line) -> line);
            if (!total.startsWith("Total")) {
                throw new IOException("jcmd said: " + total);
            }
            return Long.parseLong(total.replaceFirst("Total\\s+\\d+\\s+(\\d+)\\s*", "$1"));
        }
    }

    private static long number(Iterable<String> status, String name) {
        for (String line : status) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }
}
