package freshlegs.coach.web;

import freshlegs.coach.access.Right;
import freshlegs.coach.access.Via;
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
import java.util.function.Predicate;

/**
 * The one way to add an address: each says whom it is for, and whoever may not is answered as if there were nothing. What changes
 * something is taken from our own pages alone.
 */
final class Gate {
    private static final String VISITOR = "visitor";

    private final RoutesConfig routes;
    private final Front front;
    private final Doorman doorman;
    private final Journal journal;
    private final Function<String, Optional<AthleteId>> whoseEpisode;
    private final List<Way> ways = new ArrayList<>();

    Gate(
            RoutesConfig routes,
            Front front,
            Doorman doorman,
            Journal journal,
            Function<String, Optional<AthleteId>> whoseEpisode) {
        this.routes = routes;
        this.front = front;
        this.doorman = doorman;
        this.journal = journal;
        this.whoseEpisode = whoseEpisode;
    }

    /** Whom an address is for. */
    enum For {
        EVERYBODY,
        VISITORS,
        SIGNED_IN,
        OPERATORS,
        ATHLETE,
        EPISODE
    }

    /** An address and whom it is for; those of an athlete and an episode say with which right. */
    record Way(HandlerType method, String path, For whom, Optional<Right> right) {}

    /** For everybody, strangers too. */
    void open(HandlerType method, String path, Handler handler) {
        add(new Way(method, path, For.EVERYBODY, Optional.empty()), handler);
    }

    /** For everybody who is known here; the handler shows no more than they may see. */
    void visitor(HandlerType method, String path, Handler handler) {
        Right least = method.equals(HandlerType.GET) ? Right.SEE : Right.SHARE;
        passing(new Way(method, path, For.VISITORS, Optional.empty()), visitor -> visitor.hasScope(least), handler);
    }

    /** For those who are signed in by a browser, about themselves; never for a token. */
    void signedIn(HandlerType method, String path, Handler handler) {
        passing(new Way(method, path, For.SIGNED_IN, Optional.empty()), Visitor::signedIn, handler);
    }

    /** For those who see to accounts; never for a token. */
    void operator(HandlerType method, String path, Handler handler) {
        passing(
                new Way(method, path, For.OPERATORS, Optional.empty()),
                visitor -> visitor.signedIn() && visitor.operator(),
                handler);
    }

    /** For those who have the right to what is known of the athlete that the path names as {@code {id}}. */
    void athlete(HandlerType method, String path, Right right, Handler handler) {
        knowing(
                new Way(method, path, For.ATHLETE, Optional.of(right)),
                right,
                request -> Optional.of(Asked.athlete(request)),
                handler);
    }

    /** For those who have the right to the athlete of the alert that the path names as {@code {id}}. */
    void episode(HandlerType method, String path, Right right, Handler handler) {
        knowing(
                new Way(method, path, For.EPISODE, Optional.of(right)),
                right,
                request -> whoseEpisode.apply(Asked.episode(request)),
                handler);
    }

    private void add(Way way, Handler handler) {
        ways.add(way);
        routes.addHttpHandler(way.method(), way.path(), request -> {
            if (!way.method().equals(HandlerType.GET)) {
                SameOrigin.check(front, request, "Say it on our own page.");
            }
            NoZeros.check(request);
            handler.handle(request);
        });
    }

    /** A list is about all athletes that its reader may see. */
    private void passing(Way way, Predicate<Visitor> who, Handler handler) {
        add(way, request -> {
            Optional<Visitor> visitor = doorman.who(request);
            if (visitor.isEmpty()) {
                doorman.turnAway(request);
                return;
            }
            boolean allowed = who.test(visitor.get());
            journal.note(visitor.get(), Optional.empty(), way, allowed);
            pass(visitor.get(), allowed, request, handler);
        });
    }

    private void knowing(Way way, Right right, Function<Context, Optional<AthleteId>> whose, Handler handler) {
        add(way, request -> {
            Optional<Visitor> visitor = doorman.who(request);
            if (visitor.isEmpty()) {
                doorman.turnAway(request);
                return;
            }
            boolean allowed = check(visitor.get(), request, whose, way, right);
            pass(visitor.get(), allowed, request, handler);
        });
    }

    private static void pass(Visitor visitor, boolean allowed, Context request, Handler handler) throws Exception {
        if (!allowed) {
            throw Problem.nowhere();
        }
        request.attribute(VISITOR, visitor);
        handler.handle(request);
    }

    /** Who sees everybody passes without being asked whose it is, so that the page can say what is missing. */
    private boolean check(
            Visitor visitor, Context request, Function<Context, Optional<AthleteId>> whose, Way way, Right right) {
        Optional<AthleteId> athlete = visitor.everybody() ? named(way, request) : whose.apply(request);
        boolean may = visitor.everybody()
                || athlete.map(known -> visitor.may(right, known)).orElse(false);
        boolean allowed = may && !changesByReading(visitor, way, right);
        journal.note(visitor, athlete, way, allowed);
        if (!allowed
                && (may
                        || athlete.filter(known -> visitor.lacksOnlyScope(right, known))
                                .isPresent())) {
            throw Problem.forbidden("This token may not be used for that.", "Make one with the scope that it takes.");
        }
        return allowed;
    }

    /** A token that may read changes nothing, not even what everybody may who sees it. */
    private static boolean changesByReading(Visitor visitor, Way way, Right right) {
        return visitor.via() == Via.TOKEN && right == Right.SEE && !way.method().equals(HandlerType.GET);
    }

    /** An episode is not looked up for whoever may see it anyway. */
    private static Optional<AthleteId> named(Way way, Context request) {
        return way.whom() == For.ATHLETE ? Optional.of(Asked.athlete(request)) : Optional.empty();
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
