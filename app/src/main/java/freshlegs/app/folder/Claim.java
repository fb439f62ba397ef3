package freshlegs.app.folder;

import freshlegs.app.problem.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outcome of asking for a data folder: it is ours now, or somebody runs on it who can be talked to. */
public sealed interface Claim {
    /** Ours until the lock is closed. */
    record Ours(FolderLock lock) implements Claim {}

    /** Somebody else's, and this is how to reach them. */
    record Theirs(Instance instance) implements Claim {}

    Logger LOG = LoggerFactory.getLogger(Claim.class);

    /** How long a holder may take until it says how it is reached. */
    Duration PATIENCE = Duration.ofMinutes(2);

    /** Takes the folder, or waits until its holder has said how to be reached. */
    static Claim forReading(DataFolder folder, String command) throws InterruptedException {
        return of(folder, command, anybody -> true);
    }

    /** Takes the folder, or finds a service on it; a command that is about to end is waited for. */
    static Claim forWriting(DataFolder folder, String command) throws InterruptedException {
        return of(folder, command, Instance::service);
    }

    private static Claim of(DataFolder folder, String command, Predicate<Instance> willDo) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean waiting = false;
        while (true) {
            Optional<FolderLock> lock = FolderLock.take(folder, command);
            if (lock.isPresent()) {
                return new Ours(lock.get());
            }
            Optional<Instance> instance = Instance.read(folder.instance());
            if (instance.filter(willDo).isPresent()) {
                return new Theirs(instance.get());
            }
            if (instance.isPresent() && !waiting) {
                LOG.warn("Waiting for {} to end, which holds {}.", instance.get(), folder.root());
                waiting = true;
            }
            if (instance.isEmpty() && System.nanoTime() > end) {
                throw Problem.failed("The data folder " + folder.root() + " is held by " + FolderLock.holder(folder)
                        + ", which does not say how to reach it: end it, or choose another folder with --data.");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
