package freshlegs.coach;

import freshlegs.coach.outgoing.Reachable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** A running console and somebody who looks at it, on the evening of Friday 20 November 2026. */
public final class ACoach implements AutoCloseable {
    public static final Clock THAT_EVENING = Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneOffset.UTC);

    private final HttpClient client = HttpClient.newHttpClient();
    private final CoachServer server;

    private ACoach(CoachServer server) {
        this.server = server;
    }

    public static ACoach lookingAt(TestDatabase database) {
        return with(WaysIn.unknown(), database);
    }

    public static ACoach with(WaysIn waysIn, TestDatabase database) {
        return with(waysIn, Optional.empty(), database);
    }

    public static ACoach answering(Answers answers, TestDatabase database) {
        return with(WaysIn.unknown(), Optional.of(answers), database);
    }

    public static ACoach with(WaysIn waysIn, Optional<Answers> answers, TestDatabase database) {
        return on(0, waysIn, answers, database);
    }

    /** The same again after it was closed, at the address that it had. */
    public static ACoach again(URI address, Answers answers, TestDatabase database) {
        return on(address.getPort(), WaysIn.unknown(), Optional.of(answers), database);
    }

    private static ACoach on(int port, WaysIn waysIn, Optional<Answers> answers, TestDatabase database) {
        return new ACoach(CoachServer.start(new CoachSettings(
                database.address(), "127.0.0.1", port, Optional.empty(), waysIn, answers, THAT_EVENING)));
    }

    /** Whose people's channels may reach this machine. */
    public static ACoach reaching(Reachable reachable, Optional<SmtpSettings> smtp, TestDatabase database) {
        return alone(Optional.empty(), reachable, smtp, database);
    }

    /** With somebody who vouches for people. */
    public static ACoach trusting(OidcSettings issuer, TestDatabase database) {
        return alone(Optional.of(issuer), Reachable.publicOnly(), Optional.empty(), database);
    }

    private static ACoach alone(
            Optional<OidcSettings> oidc, Reachable reachable, Optional<SmtpSettings> smtp, TestDatabase database) {
        return new ACoach(CoachServer.start(new CoachSettings(
                database.address(),
                "127.0.0.1",
                0,
                Optional.empty(),
                WaysIn.unknown(),
                Optional.empty(),
                THAT_EVENING,
                Outside.none(),
                oidc,
                reachable,
                smtp)));
    }

    public URI address() {
        return server.address();
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address() + path)).build());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request.build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A page's words without its tags. */
    public String text(String path) {
        return textOf(get(path).body());
    }

    public static String textOf(String html) {
        return html.replaceAll("(?s)<head>.*?</head>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    @Override
    public void close() {
        server.close();
    }
}
