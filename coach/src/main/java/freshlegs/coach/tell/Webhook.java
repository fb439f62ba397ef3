package freshlegs.coach.tell;

import freshlegs.coach.channel.Posts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The receiver of messages: one POST each, a time limit, no redirects; only the answer's status is looked at. */
final class Webhook implements Receiver {
    static final String CHANNEL = "webhook";
    private static final int FIRST_GOOD = 200;
    private static final int FIRST_NOT_GOOD = 300;

    private final URI address;
    private final Duration timeLimit;
    private final HttpClient client;

    Webhook(URI address, Duration timeLimit) {
        this.address = address;
        this.timeLimit = timeLimit;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(timeLimit)
                .build();
    }

    @Override
    public Told tell(Message message) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeLimit)
                .header("Content-Type", "application/json")
                .header("User-Agent", "freshlegs")
                .header(Posts.KEY_HEADER, message.idempotencyKey())
                .POST(BodyPublishers.ofString(message.json()))
                .build();
        try {
            HttpResponse<Void> response = client.send(request, answer -> new IgnoredBody());
            return judge(response.statusCode());
        } catch (IOException e) {
            return new Told.NotReceived(e.getClass().getSimpleName());
        }
    }

    private static Told judge(int status) {
        return status >= FIRST_GOOD && status < FIRST_NOT_GOOD
                ? new Told.Received()
                : new Told.NotReceived("answered with status " + status);
    }
}
