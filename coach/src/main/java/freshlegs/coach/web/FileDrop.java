package freshlegs.coach.web;

import freshlegs.coach.Uploads;
import freshlegs.coach.access.Right;
import freshlegs.coach.api.Given;
import freshlegs.coach.api.Spoken;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.DatabaseAway;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that are dropped on an athlete's page: taken from the console's own pages alone. */
final class FileDrop {
    private static final Logger LOG = LoggerFactory.getLogger(FileDrop.class);
    private static final int ACCEPTED = 202;
    /** How much of a refused file is still listened to, so that the browser hears why instead of a broken line. */
    private static final long MOST_IGNORED_BYTES = 8L << 20;

    private static final long MOST_IGNORED_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Uploads uploads;
    private final Database database;

    FileDrop(Uploads uploads, Database database) {
        this.uploads = uploads;
        this.database = database;
    }

    void addTo(Gate gate, ApiWays api) {
        gate.athlete(HandlerType.PUT, "/athletes/{id}/files/{name}", Right.HAND_OVER, this::take);
        api.athlete(
                HandlerType.GET,
                "/athletes/{id}/files/{receipt}",
                Right.HAND_OVER,
                Spoken.gives("How far a file is that was handed over on a page.", Given.FileState.class),
                this::state);
    }

    private void take(Context request) {
        AthleteId athlete = Asked.athlete(request);
        checkKnown(athlete);
        Uploads.Answer answer = uploads.take(
                athlete, request.pathParam("name"), request.req().getContentLengthLong(), request::bodyInputStream);
        if (answer instanceof Uploads.Accepted accepted) {
            request.status(ACCEPTED);
            say(request, Map.of("id", accepted.id()));
        } else if (answer instanceof Uploads.Refused refused) {
            refused.retryAfter().map(Duration::toSeconds).ifPresent(wait -> request.header("Retry-After", "" + wait));
            request.status(refused.status());
            say(request, Map.of("error", refused.sentence()));
            ignoreTheRest(request);
        }
    }

    private void state(Context request) {
        Uploads.State state = uploads.state(Asked.athlete(request), request.pathParam("receipt"))
                .orElseThrow(() -> Problem.notFound("There is no such file.", "Hand it over again."));
        ApiAnswers.give(request, new Given.FileState(state.state(), state.reason(), state.over()));
    }

    private static void say(Context request, Map<String, String> words) {
        request.contentType("application/json");
        request.result(Json.write(words));
    }

    /** While nobody can say who is known, the page was shown before. */
    private void checkKnown(AthleteId athlete) {
        try {
            if (database.look(views -> views.athlete(athlete)).isEmpty()) {
                throw Problem.notFound("There is no athlete " + athlete + ".", "The squad has everybody there is.");
            }
        } catch (DatabaseAway away) {
            LOG.debug("files are taken while the database is away");
        }
    }

    private static void ignoreTheRest(Context request) {
        if (request.req().getContentLengthLong() > MOST_IGNORED_BYTES) {
            return;
        }
        byte[] ignored = new byte[1 << 16];
        long end = System.nanoTime() + MOST_IGNORED_NANOS;
        try (InputStream body = request.bodyInputStream()) {
            long count = 0;
            int more = body.read(ignored);
            while (more >= 0 && count < MOST_IGNORED_BYTES && System.nanoTime() < end) {
                count += more;
                more = body.read(ignored);
            }
        } catch (IOException e) {
            LOG.debug("the rest of a refused file did not come");
        }
    }
}
