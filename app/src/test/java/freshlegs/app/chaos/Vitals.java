package freshlegs.app.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process holds at a moment, as Linux sees it. */
record Vitals(long residentKilobytes, long threads, long handles) {
    static boolean canBeTaken() {
        return Files.isReadable(Path.of("/proc/self/status"));
    }

    static Vitals of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        try (Stream<String> lines = Files.lines(process.resolve("status"));
                Stream<Path> handles = Files.list(process.resolve("fd"))) {
            var status = lines.toList();
            return new Vitals(number(status, "VmRSS:"), number(status, "Threads:"), handles.count());
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
