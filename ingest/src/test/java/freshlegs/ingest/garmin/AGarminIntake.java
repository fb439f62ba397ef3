package freshlegs.ingest.garmin;

import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.remote.Secret;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The door on a server of its own, and Garmin's way of knocking. */
final class AGarminIntake implements AutoCloseable {
    static final String KEY = "s3cret-w0rd";

    private final Javalin server;
    private final HttpClient client = HttpClient.newHttpClient();
    final GarminSettings settings;

    AGarminIntake(Path data, Optional<String> clientId, Clock clock) {
        settings = GarminSettings.standard(data, new Secret(KEY), clientId, Limits.STANDARD, clock, 7);
        GarminDoor door = new GarminDoor(settings);
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            door.open(config.routes);
        });
        server.start();
    }

    int post(String key, String body, String... headers) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/garmin/notifications/" + key);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        return answer.statusCode();
    }

    void tell(String list, String... entries) throws IOException, InterruptedException {
        String body = Stream.of(entries).collect(Collectors.joining(",", "{\"" + list + "\":[", "]}"));
        if (post(KEY, body) != 200) {
            throw new IllegalStateException("not stored");
        }
    }

    static String file(String user, String id, String callback) {
        return "{\"userId\":\"%s\",\"userAccessToken\":\"acc3ss-%s\",\"summaryId\":\"%s\",\"fileType\":\"FIT\",\"callbackURL\":\"%s\",\"startTimeInSeconds\":1760000000,\"manual\":false}"
                .formatted(user, user, id, callback);
    }

    @Override
    public void close() {
        server.stop();
    }
}
