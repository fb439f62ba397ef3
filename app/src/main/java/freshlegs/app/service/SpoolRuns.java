package freshlegs.app.service;

import freshlegs.coach.RecordedRuns;
import freshlegs.coach.run.Curve;
import freshlegs.coach.run.Outline;
import freshlegs.coach.run.RunRows;
import freshlegs.ingest.Original;
import freshlegs.ingest.Originals;
import freshlegs.ingest.limit.LimitExceeded;
import freshlegs.streams.session.RunCurves;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs that the pages show second by second, read from the spool by ingest's own decoders and seen through the analysis of streams. One
 * is read at a time and a few wait; the last few are remembered, at most {@value #MOST_ROWS} rows and {@value #MOST_RUNS} runs.
 */
final class SpoolRuns implements RecordedRuns, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolRuns.class);
    private static final int MOST_WAITING = 6;
    private static final int MOST_RUNS = 12;
    private static final int MOST_ROWS = 200_000;
    /** As the timeline of the analysis: beyond this two seconds do not belong together. */
    private static final int LONGEST_STEP_SECONDS = 11;

    private final Originals originals;
    private final Map<Wanted, Future<Answer>> runs = new LinkedHashMap<>(16, 0.75f, true);
    private final ExecutorService reader = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), SpoolRuns::thread);

    SpoolRuns(Originals originals) {
        this.originals = originals;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "recorded-runs");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Answer read(Wanted wanted, Duration patience) {
        Optional<Future<Answer>> run = begun(wanted);
        if (run.isEmpty()) {
            return new Missing(Why.BUSY);
        }
        try {
            return run.get().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Missing(Why.READING);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Missing(Why.READING);
        }
    }

    private synchronized Optional<Future<Answer>> begun(Wanted wanted) {
        forgetSome();
        Future<Answer> known = runs.get(wanted);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            Future<Answer> begun = reader.submit(() -> read(wanted));
            runs.put(wanted, begun);
            return Optional.of(begun);
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        }
    }

    /** What was asked for longest ago goes first, and so does whatever came to nothing. */
    private void forgetSome() {
        runs.values().removeIf(run -> run.isDone() && rows(run) < 0);
        long rows = runs.values().stream().mapToLong(SpoolRuns::rows).sum();
        Iterator<Future<Answer>> oldest = runs.values().iterator();
        int count = runs.size();
        while (oldest.hasNext() && (rows > MOST_ROWS || count >= MOST_RUNS)) {
            Future<Answer> run = oldest.next();
            if (run.isDone()) {
                rows -= rows(run);
                count--;
                oldest.remove();
            }
        }
    }

    private static long rows(Future<Answer> run) {
        try {
            return !run.isDone()
                    ? 0
                    : run.get() instanceof Found found ? found.rows().size() : -1;
        } catch (ExecutionException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private Answer read(Wanted wanted) {
        try {
            return originals
                    .read(new Originals.Wanted(
                            wanted.athlete(),
                            wanted.fact(),
                            wanted.revision(),
                            wanted.path(),
                            wanted.sha256(),
                            wanted.archiveSha256()))
                    .<Answer>map(original -> new Found(rows(original), outline(original)))
                    .orElseGet(() -> new Missing(Why.GONE));
        } catch (LimitExceeded e) {
            return new Missing(Why.UNREADABLE);
        } catch (RuntimeException e) {
            LOG.warn("a run of {} could not be read from its file again", wanted.athlete(), e);
            return new Missing(Why.UNREADABLE);
        }
    }

    private static RunRows rows(Original original) {
        RunCurves curves = RunCurves.of(original.recording());
        return new RunRows(
                Curve.of(curves.seconds()),
                Curve.of(curves.metres()),
                Curve.of(curves.heartRate()),
                Curve.of(curves.speed()),
                Curve.of(curves.gradeAdjustedSpeed()),
                Curve.of(curves.altitudeMetres()),
                RunCurves.WINDOWS.stream()
                        .map(window -> new RunRows.Rolling(
                                window,
                                Curve.of(curves.rollingHeartRate(window)),
                                Curve.of(curves.rollingGradeAdjustedSpeed(window))))
                        .toList(),
                LONGEST_STEP_SECONDS);
    }

    private static Outline outline(Original original) {
        return new Outline(
                original.outline().points().stream()
                        .map(point -> new Outline.Point(point.second(), point.east(), point.north(), point.begins()))
                        .toList(),
                original.outline().metres());
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
