package freshlegs.bench.replay;

import freshlegs.bench.Bench;
import freshlegs.bench.facts.Histories;
import freshlegs.bench.service.FactTopics;
import freshlegs.bench.service.Memory;
import freshlegs.bench.service.Program;
import freshlegs.bench.service.Quiet;
import freshlegs.bench.service.Station;
import freshlegs.bench.service.StreamsUnderTest;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** One program over all facts that lie in the topics: how long until all results are there and nothing changes any more. */
public final class Replay {
    private static final Duration MOST = Duration.ofHours(3);
    private static final double NANOS = 1e9;

    private Replay() {}

    /**
     * What was seen. {@code startSeconds} is the start of the process until the streams are at work, {@code seconds} from there to
     * the last result committed, {@code processorSeconds} what the process used of all cores in that time.
     */
    public record Seen(double startSeconds, double seconds, double processorSeconds, Memory memory) {
        public String inWords() {
            return String.format(
                    Locale.ROOT,
                    "%.2f s and %.2f processor s after %.2f s to start",
                    seconds,
                    processorSeconds,
                    startSeconds);
        }
    }

    public static Seen of(Program program, Station station, Histories histories, Bench bench)
            throws InterruptedException {
        createOutput(station.kafka(), program);
        long began = System.nanoTime();
        try (StreamsUnderTest streams = StreamsUnderTest.start(
                program, station.kafka(), station.folder(program.application()), bench.javaOptions(), Map.of())) {
            streams.awaitRunning();
            long running = System.nanoTime();
            long processor = streams.processorNanos();
            long ended;
            try (Quiet quiet = new Quiet(streams, station.kafka(), program, inputs(), outputs(program))) {
                ended = quiet.await(
                        bench.still(),
                        MOST,
                        () -> program != Program.SEASON || TrendDays.areAllThere(station.kafka(), histories));
            }
            double used = (streams.processorNanos() - processor) / NANOS;
            return new Seen((running - began) / NANOS, (ended - running) / NANOS, used, streams.memory());
        }
    }

    private static void createOutput(KafkaAddress kafka, Program program) throws InterruptedException {
        if (program == Program.SEASON) {
            return;
        }
        try (Admin admin = Admin.create(kafka.adminProperties())) {
            admin.createTopics(List.of(TrivialTopology.output(program.application())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("no topic for the trivial topology", e);
        }
    }

    public static List<String> inputs() {
        return FactTopics.USED.stream().map(Topic::name).toList();
    }

    /** What grows for as long as the program works. */
    public static List<String> outputs(Program program) {
        return switch (program) {
            case SEASON, TABLES ->
                List.of(Topics.TREND.name(), Topics.STATUS.name(), program.application() + "-touched-changelog");
            case TRIVIAL, TRIVIAL_READING ->
                List.of(TrivialTopology.output(program.application()).name());
        };
    }
}
