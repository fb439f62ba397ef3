package freshlegs.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a benchmark is told: how much to measure, options for the measured Java, the folder of the repository, and whom to tell how it
 * goes.
 */
public record Bench(Scale scale, List<String> javaOptions, Path root, Consumer<String> teller) {
    public Bench {
        javaOptions = List.copyOf(javaOptions);
    }

    /** How long nothing may change until all is over. */
    public Duration still() {
        return scale.still();
    }

    /** The same with further options for the measured Java. */
    Bench with(List<String> options) {
        return new Bench(
                scale, Stream.concat(javaOptions.stream(), options.stream()).toList(), root, teller);
    }

    void say(String sentence) {
        teller.accept(sentence);
    }
}
