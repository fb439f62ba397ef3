package freshlegs.bench.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processor time of a running product's processes; where the system does not tell, none. */
public record Processors(Duration product, Duration broker, Duration database) {
    /** In which Linux counts, whatever its own clock (proc(5), sysconf(_SC_CLK_TCK)). */
    private static final Duration TICK = Duration.ofMillis(10);
    /** Of what follows the name in /proc/PID/stat: the time of children that have ended, as user and in the kernel. */
    private static final List<Integer> ENDED_CHILDREN = List.of(13, 14);

    /** The database goes on without the product, and is therefore no child of it. */
    public static Processors of(ProcessHandle product, Path postgres) throws IOException {
        return new Processors(
                time(Stream.of(product)),
                time(product.descendants()),
                postmaster(postgres)
                        .map(each -> time(Stream.concat(Stream.of(each), each.descendants()))
                                .plus(ended(each)))
                        .orElse(Duration.ZERO));
    }

    public Processors minus(Processors before) {
        return new Processors(
                product.minus(before.product), broker.minus(before.broker), database.minus(before.database));
    }

    public Duration all() {
        return product.plus(broker).plus(database);
    }

    private static Optional<ProcessHandle> postmaster(Path postgres) throws IOException {
        Path pid = postgres.resolve("cluster/postmaster.pid");
        return Files.exists(pid)
                ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                : Optional.empty();
    }

    private static Duration time(Stream<ProcessHandle> processes) {
        return processes
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration ended(ProcessHandle parent) {
        try {
            String said = Files.readString(Path.of("/proc/" + parent.pid() + "/stat"));
            String[] words = said.substring(said.lastIndexOf(')') + 2).split(" ", -1);
            return TICK.multipliedBy(ENDED_CHILDREN.stream()
                    .mapToLong(each -> Long.parseLong(words[each]))
                    .sum());
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }
}
