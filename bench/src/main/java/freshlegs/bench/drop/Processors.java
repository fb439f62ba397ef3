package freshlegs.bench.drop;

import java.time.Duration;
import java.util.stream.Stream;

/** The processor time of a running product's processes; where the system does not tell, none. */
public record Processors(Duration product, Duration broker, Duration database) {
    private static final String DATABASE = "postgres";

    static Processors of(ProcessHandle product) {
        return new Processors(
                time(Stream.of(product)),
                time(product.descendants().filter(each -> !isDatabase(each))),
                time(product.descendants().filter(Processors::isDatabase)));
    }

    public Processors minus(Processors before) {
        return new Processors(
                product.minus(before.product), broker.minus(before.broker), database.minus(before.database));
    }

    public Duration all() {
        return product.plus(broker).plus(database);
    }

    private static boolean isDatabase(ProcessHandle process) {
        return process.info().command().filter(name -> name.contains(DATABASE)).isPresent();
    }

    private static Duration time(Stream<ProcessHandle> processes) {
        return processes
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
