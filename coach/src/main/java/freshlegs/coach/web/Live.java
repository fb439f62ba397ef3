package freshlegs.coach.web;

import freshlegs.coach.read.Database;
import freshlegs.coach.read.DatabaseAway;
import freshlegs.coach.read.Views;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open pages that something has changed, never what: they read it again themselves and are shown what they may see. While anybody
 * listens, one small question a second for all of them together looks how far the tables have come; that costs less than a trigger on
 * every row that is written and needs no connection of its own. A listener is let go when she is known no more.
 */
final class Live implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final int MOST = 500;
    private static final int MOST_OF_ONE = 12;
    private static final long LOOK_MILLISECONDS = 1_000;
    private static final int BEAT_EVERY = 15;

    private final Database database;
    private final Doorman doorman;
    private final SseHandler events;
    private final ScheduledExecutorService looker;
    private final List<Listener> listeners = new ArrayList<>();
    private long version;
    private int looks;

    private record Listener(String account, SseClient client) {}

    Live(Database database, Doorman doorman) {
        this.database = database;
        this.doorman = doorman;
        this.events = new SseHandler(this::take);
        this.looker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "coach-live");
            thread.setDaemon(true);
            return thread;
        });
        var unused =
                looker.scheduleWithFixedDelay(this::look, LOOK_MILLISECONDS, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    void addTo(Gate gate) {
        gate.visitor(HandlerType.GET, "/live", this::listen);
    }

    private void listen(Context request) throws Exception {
        if (isFull(Gate.visitor(request).account())) {
            request.status(HttpStatus.TOO_MANY_REQUESTS);
            request.header("Retry-After", "60");
            return;
        }
        events.handle(request);
    }

    private synchronized boolean isFull(String account) {
        return listeners.size() >= MOST
                || listeners.stream()
                                .filter(listener -> listener.account().equals(account))
                                .count()
                        >= MOST_OF_ONE;
    }

    private synchronized void take(SseClient client) {
        Listener listener = new Listener(Gate.visitor(client.ctx()).account(), client);
        if (looker.isShutdown() || isFull(listener.account())) {
            client.close();
            return;
        }
        client.keepAlive();
        client.onClose(() -> leave(listener));
        listeners.add(listener);
        client.sendEvent("here", Long.toString(version));
    }

    private synchronized void leave(Listener listener) {
        listeners.remove(listener);
    }

    synchronized int size() {
        return listeners.size();
    }

    private synchronized List<Listener> all() {
        return List.copyOf(listeners);
    }

    /** Nothing may end this. */
    private void look() {
        try {
            List<Listener> all = all();
            if (all.isEmpty()) {
                return;
            }
            boolean changed = isChanged();
            boolean beat = ++looks % BEAT_EVERY == 0;
            for (Listener listener : all) {
                tell(listener, changed, beat);
            }
        } catch (DatabaseAway away) {
            LOG.debug("cannot look for changes: {}", away.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("cannot tell open pages of changes", e);
        }
    }

    private boolean isChanged() {
        long seen = database.look(Views::version);
        boolean changed = seen != version;
        version = seen;
        return changed;
    }

    private void tell(Listener listener, boolean changed, boolean beat) {
        SseClient client = listener.client();
        if (client.terminated() || (beat && doorman.who(client.ctx()).isEmpty())) {
            client.close();
            leave(listener);
        } else if (changed) {
            client.sendEvent("changed", Long.toString(version));
        } else if (beat) {
            client.sendComment("still here");
        }
    }

    /** Lets all listeners go. */
    @Override
    public void close() {
        looker.shutdownNow();
        all().forEach(listener -> listener.client().close());
    }
}
