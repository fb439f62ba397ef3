package freshlegs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of the processes on one data folder does what only one may do: watch the inbox, announce what waits, fetch from other
 * people's servers. It is the one that holds a file; when it ends, however it ends, another one has the file within a second.
 */
public final class Lead implements AutoCloseable {
    static final String NAME = "lead";

    private static final Logger LOG = LoggerFactory.getLogger(Lead.class);
    private static final long LOOK_MS = 500;
    private static final long CLOSE_MS = 5_000;

    private final Path file;
    private final List<Runnable> tasks = new ArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread waiting = new Thread(this::await, "ingest-lead");
    private Optional<ProcessLock> held = Optional.empty();

    private Lead(Path file) {
        this.file = file;
    }

    /** Takes the lead at once where nobody has it, and otherwise as soon as it is free. */
    public static Lead of(Path dataFolder) {
        Lead lead = new Lead(dataFolder.resolve("spool/workers").resolve(NAME));
        if (!lead.tryTake()) {
            LOG.info("another process leads the intake on this folder; this one takes its share of the files");
            lead.waiting.setDaemon(true);
            lead.waiting.start();
        }
        return lead;
    }

    public synchronized boolean isHeld() {
        return held.isPresent();
    }

    /** Runs a task when the lead is taken, at once if that has been; it is never lost while this process lives. */
    public synchronized void whenTaken(Runnable task) {
        if (held.isPresent()) {
            task.run();
        } else {
            tasks.add(task);
        }
    }

    private synchronized boolean tryTake() {
        if (stop.getCount() == 0) {
            return false;
        }
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException("could not lock " + file, e);
        }
        held = ProcessLock.take(file);
        return held.isPresent();
    }

    private void await() {
        try {
            while (!stop.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
                if (takes()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("waits no longer for the lead");
        }
    }

    private synchronized boolean takes() {
        try {
            if (!tryTake()) {
                return false;
            }
        } catch (UncheckedIOException e) {
            LOG.warn("whether the lead is free cannot be seen: {}", Failures.sentence(e));
            return false;
        }
        LOG.info("this process leads the intake from now on");
        tasks.forEach(Lead::run);
        tasks.clear();
        return true;
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("a task of the intake's lead could not be begun: start this process again", e);
        }
    }

    /** Whatever was begun with the lead must have ended. */
    @Override
    public void close() {
        stop.countDown();
        try {
            waiting.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            held.ifPresent(ProcessLock::close);
            held = Optional.empty();
        }
    }
}
