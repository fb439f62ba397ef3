package freshlegs.coach.web;

import freshlegs.coach.access.Right;
import freshlegs.coach.access.Visitor;
import freshlegs.model.AthleteId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one way to add an address: each says whom it is for, and whoever may not is answered as if there were nothing. What changes
 * something is taken from our own pages alone.
 */
final class Gate {
    private static final String VISITOR = "visitor";

    private final RoutesConfig routes;
    private final Doorman doorman;
    private final Journal journal;
    private final Function<String, Optional<AthleteId>> whoseEpisode;
    private final List<Way> ways = new ArrayList<>();

    Gate(RoutesConfig routes, Doorman doorman, Journal journal, Function<String, Optional<AthleteId>> whoseEpisode) {
        this.routes = routes;
        this.doorman = doorman;
        this.journal = journal;
        this.whoseEpisode = whoseEpisode;
    }

    /** An address and whom it is for; without a right it is for every visitor or, if {@code open}, for everybody. */
    record Way(HandlerType method, String path, boolean open, Optional<Right> right) {}

    /** For everybody, strangers too. */
    void open(HandlerType method, String path, Handler handler) {
        ways.add(new Way(method, path, true, Optional.empty()));
        routes.addHttpHandler(method, path, request -> {
            checkOrigin(method, request);
            handler.handle(request);
        });
    }

    /** For everybody who is known here; the handler shows no more than they may see. */
    void visitor(HandlerType method, String path, Handler handler) {
        ways.add(new Way(method, path, false, Optional.empty()));
        routes.addHttpHandler(method, path, request -> {
            checkOrigin(method, request);
            Optional<Visitor> visitor = doorman.who(request);
            if (visitor.isEmpty()) {
                doorman.turnAway(request);
                return;
            }
            journal.note(visitor.get(), Optional.empty(), method.name(), path, true);
            request.attribute(VISITOR, visitor.get());
            handler.handle(request);
        });
    }

    /** For those who have the right to what is known of the athlete that the path names as {@code {id}}. */
    void athlete(HandlerType method, String path, Right right, Handler handler) {
        add(method, path, right, request -> Optional.of(Asked.athlete(request)), handler);
    }

    /** For those who have the right to the athlete of the alert that the path names as {@code {id}}. */
    void episode(HandlerType method, String path, Right right, Handler handler) {
        add(method, path, right, request -> whoseEpisode.apply(Asked.episode(request)), handler);
    }

    private void add(
            HandlerType method,
            String path,
            Right right,
            Function<Context, Optional<AthleteId>> whose,
            Handler handler) {
        ways.add(new Way(method, path, false, Optional.of(right)));
        routes.addHttpHandler(method, path, request -> {
            checkOrigin(method, request);
            Optional<Visitor> visitor = doorman.who(request);
            if (visitor.isEmpty()) {
                doorman.turnAway(request);
                return;
            }
            check(visitor.get(), request, whose, method, path, right);
            request.attribute(VISITOR, visitor.get());
            handler.handle(request);
        });
    }

    /** Who sees everybody passes without being asked whose it is, so that the page can say what is missing. */
    private void check(
            Visitor visitor,
            Context request,
            Function<Context, Optional<AthleteId>> whose,
            HandlerType method,
            String path,
            Right right) {
        Optional<AthleteId> athlete = visitor.everybody() ? Optional.empty() : whose.apply(request);
        boolean allowed = visitor.everybody()
                || athlete.map(known -> visitor.may(right, known)).orElse(false);
        journal.note(visitor, athlete, method.name(), path, allowed);
        if (!allowed) {
            throw Problem.nowhere();
        }
    }

    private static void checkOrigin(HandlerType method, Context request) {
        if (!method.equals(HandlerType.GET)) {
            SameOrigin.check(request, "Say it on our own page.");
        }
    }

    /** All that were added, in order. */
    List<Way> ways() {
        return List.copyOf(ways);
    }

    /** Who sent a request that has passed. */
    static Visitor visitor(Context request) {
        return known(request).orElseThrow(() -> new IllegalStateException("no visitor has passed here"));
    }

    /** Who sent a request, if it has passed. */
    static Optional<Visitor> known(Context request) {
        return Optional.ofNullable(request.attribute(VISITOR));
    }
}
