package freshlegs.app.service;

import freshlegs.app.deadletter.ErasedLetters;
import freshlegs.app.folder.DataFolder;
import freshlegs.app.watch.Watches;
import freshlegs.coach.access.Leavings;
import freshlegs.coach.access.Leavings.Step;
import freshlegs.ingest.Departed;
import freshlegs.ingest.Erasure;
import freshlegs.ingest.InboxTraces;
import freshlegs.ingest.Spool;
import freshlegs.ingest.garmin.GarminStatus;
import freshlegs.ingest.http.Token;
import freshlegs.ingest.http.Tokens;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.ingest.relay.RelayStatus;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.AthletePartitioner;
import freshlegs.model.topic.Compaction;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Erases everything about one athlete: all ways in are closed, what is being read is let through, then tombstones for every fact and
 * for whatever result is left, the files, the rows. Each step changes nothing when it is done again, so after a crash it goes on from
 * the step that was noted. Whoever else there is keeps everything.
 */
public final class Erasing implements AutoCloseable {
    private static final Duration FOR_THE_STREAMS = Duration.ofMinutes(2);
    private static final int MOST_ROUNDS = 5;
    private static final List<Topic<?>> SAID = Topics.all().stream()
            .filter(topic -> !Topics.results().contains(topic) && !topic.equals(Topics.DEAD_LETTER))
            .toList();

    private final Path data;
    private final KafkaAddress kafka;
    private final DatabaseAddress database;
    private final Leavings leavings;
    private final Erasure erasure;
    private final Compaction compaction;
    private final Clock clock;

    private Erasing(
            Path data,
            KafkaAddress kafka,
            DatabaseAddress database,
            Leavings leavings,
            Erasure erasure,
            Compaction compaction,
            Clock clock) {
        this.data = data;
        this.kafka = kafka;
        this.database = database;
        this.leavings = leavings;
        this.erasure = erasure;
        this.compaction = compaction;
        this.clock = clock;
    }

    public static Erasing in(
            DataFolder folder,
            OriginalFiles originals,
            Limits limits,
            KafkaAddress kafka,
            DatabaseAddress database,
            Leavings leavings,
            Compaction compaction,
            Clock clock) {
        Spool spool = Spool.at(folder.root(), originals, limits, clock);
        return new Erasing(folder.root(), kafka, database, leavings, Erasure.of(spool, kafka), compaction, clock);
    }

    /** Something else has to happen first; it is tried again. */
    static final class Waiting extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Waiting(String sentence) {
            super(sentence);
        }
    }

    /** From the step that was noted to the end; false while a file of hers is still being read: ask again. */
    public boolean goOn(Leavings.Under under) throws IOException, SQLException, InterruptedException {
        AthleteId athlete = under.athlete();
        for (Step step : Step.values()) {
            if (step.compareTo(under.step()) < 0 || step == Step.DONE) {
                continue;
            }
            leavings.begins(athlete, step);
            if (!does(step, athlete)) {
                return false;
            }
        }
        return true;
    }

    private boolean does(Step step, AthleteId athlete) throws IOException, SQLException, InterruptedException {
        switch (step) {
            case CLOSING -> closeWays(athlete);
            case DRAINING -> {
                return !erasure.isWaiting(athlete);
            }
            case FACTS -> retract(athlete);
            case FILES -> removeFiles(athlete);
            case ROWS -> leavings.removeRows(athlete, place(athlete), compaction.untilGone());
            case DONE -> {}
        }
        return true;
    }

    private static int place(AthleteId athlete) {
        return AthletePartitioner.partition(athlete.value(), Topic.PARTITIONS);
    }

    private void closeWays(AthleteId athlete) throws IOException {
        Departed.in(data).add(athlete);
        Tokens tokens = Tokens.in(data, clock);
        tokens.all().stream()
                .filter(token -> token.athlete().equals(athlete))
                .map(Token::id)
                .forEach(tokens::revoke);
        GarminStatus.forget(data, athlete);
        ConnectionBook.in(data).remove(athlete, Optional.empty());
        removeTree(inbox(athlete));
    }

    /** Until nothing of hers stands any more, neither said nor worked out, and all of that has reached the tables. */
    private void retract(AthleteId athlete) throws SQLException, InterruptedException {
        ErasedLetters letters = new ErasedLetters(athlete, kafka, database);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int stopped = letters.erase();
            int said = erasure.retractAll(athlete, SAID);
            if (!Rest.await(kafka, database, FOR_THE_STREAMS)) {
                throw new Waiting("the streams and the tables have not read everything yet: see that both are at work");
            }
            int told = erasure.retractAll(athlete, Topics.results());
            if (stopped + said + told == 0) {
                return;
            }
        }
        throw new IllegalStateException("something of an athlete who leaves is told again and again");
    }

    private void removeFiles(AthleteId athlete) throws IOException {
        erasure.eraseFiles(athlete);
        removeTree(data.resolve("set-aside").resolve(athlete.value()));
        removeTree(inbox(athlete));
        InboxTraces.forgetDeparted(data);
        RelayStatus.forget(data, athlete);
        Watches.forgetAll(data, athlete);
    }

    private Path inbox(AthleteId athlete) {
        return data.resolve("inbox").resolve(athlete.value());
    }

    /** Links are removed and never followed. */
    private static void removeTree(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException trouble) throws IOException {
                if (trouble != null) {
                    throw trouble;
                }
                Files.deleteIfExists(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        erasure.close();
    }
}
