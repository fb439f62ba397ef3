package freshlegs.app.doctor;

import freshlegs.app.problem.Causes;
import freshlegs.app.setting.Settings.Checked;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes all checks at once, each within its own time, and all of them within {@link #AT_MOST}. */
public final class Doctor {
    static final Duration AT_MOST = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

    private Doctor() {}

    /** What a check has found. */
    public record Line(Check check, Finding finding) {}

    public static List<Line> examine(Checked settings, Map<String, String> environment, Clock clock)
            throws InterruptedException {
        return examine(settings, environment, clock, Limits.STANDARD);
    }

    static List<Line> examine(Checked settings, Map<String, String> environment, Clock clock, Limits limits)
            throws InterruptedException {
        ExecutorService looking = Executors.newCachedThreadPool(Doctor::thread);
        try (Site site = new Site(settings, environment, clock, limits)) {
            Map<Check, Future<List<Finding>>> asked = new LinkedHashMap<>();
            Check.all()
                    .forEach(check ->
                            asked.put(check, looking.submit(() -> check.look().at(site))));
            long began = System.nanoTime();
            List<Line> lines = new ArrayList<>();
            for (Map.Entry<Check, Future<List<Finding>>> each : asked.entrySet()) {
                answer(each.getKey(), each.getValue(), began)
                        .map(finding -> new Line(each.getKey(), finding))
                        .forEach(lines::add);
            }
            return lines;
        } finally {
            looking.shutdownNow();
        }
    }

    private static Stream<Finding> answer(Check check, Future<List<Finding>> asked, long began)
            throws InterruptedException {
        Duration limit = check.limit().compareTo(AT_MOST) < 0 ? check.limit() : AT_MOST;
        try {
            long left = limit.toNanos() - (System.nanoTime() - began);
            return asked.get(Math.max(0, left), TimeUnit.NANOSECONDS).stream();
        } catch (TimeoutException e) {
            return Stream.of(Finding.warning(
                    "No answer within " + limit.toSeconds() + " s.",
                    "see what hangs or is overloaded, then run `freshlegs doctor` again"));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NotAsked reason) {
                return Stream.of(Finding.notAsked(String.valueOf(reason.getMessage())));
            }
            LOG.debug("the check {} failed", check.name(), e.getCause());
            return Stream.of(Finding.warning(
                    "This could not be looked at (" + kind(e) + ").",
                    "run `freshlegs doctor --verbose`, which shows where it failed"));
        }
    }

    /** Messages of exceptions may quote anything, so only their kinds are told. */
    private static String kind(ExecutionException e) {
        return Causes.of(e)
                .skip(1)
                .limit(3)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(Collectors.joining(", by "));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "doctor");
        thread.setDaemon(true);
        return thread;
    }
}
