package freshlegs.app.chaos;

import static freshlegs.app.chaos.Victim.BROKER;
import static freshlegs.app.chaos.Victim.COACH;
import static freshlegs.app.chaos.Victim.DATABASE;
import static freshlegs.app.chaos.Victim.INGEST;
import static freshlegs.app.chaos.Victim.STREAMS;
import static freshlegs.app.chaos.Victim.WAREHOUSE;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Which process is killed when: random moments and victims, the same ones for the same seed. */
record KillSchedule(List<Kill> kills) {
    /** Of ten kills three each hit ingest and streams, one the broker. */
    private static final List<Victim> VICTIMS =
            List.of(INGEST, INGEST, INGEST, STREAMS, STREAMS, STREAMS, WAREHOUSE, COACH, BROKER, DATABASE);

    private static final int SHORTEST_PAUSE_MILLIS = 200;
    private static final int LONGEST_PAUSE_MILLIS = 2_000;

    /** A victim, so long after the one before. */
    record Kill(Duration pause, Victim victim) {}

    static KillSchedule of(long seed, int kills) {
        Random random = new Random(seed);
        return new KillSchedule(Stream.generate(() -> next(random)).limit(kills).toList());
    }

    long of(Victim victim) {
        return kills.stream().filter(kill -> kill.victim() == victim).count();
    }

    private static Kill next(Random random) {
        int pause = random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
        return new Kill(Duration.ofMillis(pause), VICTIMS.get(random.nextInt(VICTIMS.size())));
    }
}
