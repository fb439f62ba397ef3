package freshlegs.ingest.garmin;

import freshlegs.ingest.Failures;
import freshlegs.ingest.http.Door;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Garmin tells of new files: the body is on disk before it is answered, and is understood later. Nothing in a notification
 * is signed, so the address holds a secret word, and nothing is believed but that there may be something to fetch.
 */
public final class GarminDoor implements Door {
    static final int LONGEST_BODY_BYTES = 2 << 20;
    static final int MOST_BODIES = 10_000;
    private static final String CLIENT_ID = "garmin-client-id";
    private static final Logger LOG = LoggerFactory.getLogger(GarminDoor.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final GarminSettings settings;
    private final GarminFolders folders;

    public GarminDoor(GarminSettings settings) {
        this.settings = settings;
        this.folders = GarminFolders.in(settings.dataFolder());
        folders.create();
    }

    @Override
    public void open(RoutesConfig routes) {
        routes.post("/garmin/notifications/{key}", this::take);
    }

    private void take(Context context) {
        if (!settings.key().is(context.pathParam("key"))) {
            answer(context, HttpStatus.NOT_FOUND, "there is nothing here");
            return;
        }
        String named = String.valueOf(context.header(CLIENT_ID));
        if (settings.clientId().filter(expected -> !expected.equals(named)).isPresent()) {
            LOG.warn("a notification with another {} than FRESHLEGS_GARMIN_CLIENT_ID is refused", CLIENT_ID);
            answer(context, HttpStatus.FORBIDDEN, "the header " + CLIENT_ID + " is not the expected one");
            return;
        }
        try (InputStream content = context.req().getInputStream()) {
            byte[] body = content.readNBytes(LONGEST_BODY_BYTES + 1);
            if (body.length > LONGEST_BODY_BYTES) {
                answer(context, HttpStatus.CONTENT_TOO_LARGE, "more than 2 megabytes");
            } else {
                store(context, body);
            }
        } catch (IOException e) {
            LOG.error("a notification could not be stored: {}", Failures.sentence(e));
            answer(context, HttpStatus.SERVICE_UNAVAILABLE, "it could not be stored: send it again");
        }
    }

    private void store(Context context, byte[] body) throws IOException {
        if (GarminFolders.in(folders.bodies(), MOST_BODIES).size() >= MOST_BODIES) {
            throw new IOException("too many notifications wait already");
        }
        if (body.length > 0) {
            Path file = folders.bodies()
                    .resolve(TIME.format(settings.clock().instant()) + "-" + UUID.randomUUID() + ".json");
            GarminFolders.write(file, body);
        }
        answer(context, HttpStatus.OK, "stored");
    }

    private static void answer(Context context, HttpStatus status, String sentence) {
        context.status(status).contentType("text/plain").result(sentence + "\n");
    }
}
