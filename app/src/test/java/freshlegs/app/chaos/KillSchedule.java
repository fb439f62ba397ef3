package freshlegs.app.chaos;

import freshlegs.app.service.Part;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Which part is killed when: random moments and victims, the same ones for the same seed. */
record KillSchedule(List<Kill> kills) {
    private static final List<Part> VICTIMS = List.of(Part.INGEST, Part.STREAMS, Part.WAREHOUSE);
    private static final int SHORTEST_PAUSE_MILLIS = 1_500;
    private static final int LONGEST_PAUSE_MILLIS = 9_000;

    /** A victim, so long after the one before. */
    record Kill(Duration pause, Part victim) {}

    static KillSchedule of(long seed, int kills) {
        Random random = new Random(seed);
        return new KillSchedule(Stream.generate(() -> next(random)).limit(kills).toList());
    }

    /** From the first pause to the last kill. */
    Duration length() {
        return kills.stream().map(Kill::pause).reduce(Duration.ZERO, Duration::plus);
    }

    private static Kill next(Random random) {
        int pause = random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
        return new Kill(Duration.ofMillis(pause), VICTIMS.get(random.nextInt(VICTIMS.size())));
    }
}
