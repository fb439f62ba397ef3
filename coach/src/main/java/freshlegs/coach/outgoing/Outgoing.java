package freshlegs.coach.outgoing;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * One POST each over http(s): checked addresses only, no redirects, no cookies, a time limit; of an answer the status alone. Each has
 * a connection of its own, so that whatever a receiver says too much is never taken for its answer to the next.
 */
public final class Outgoing implements AutoCloseable {
    /** What came back: an HTTP status and how long the receiver asks to be left alone. */
    public record Reply(int status, Optional<Duration> retryAfter) {
        private static final int FIRST_GOOD = 200;
        private static final int FIRST_NOT_GOOD = 300;

        public boolean isGood() {
            return status >= FIRST_GOOD && status < FIRST_NOT_GOOD;
        }
    }

    private static final int THREADS = 8;
    private static final int LONGEST_HEADERS = 16 << 10;
    private static final int LONGEST_PAUSE_DIGITS = 5;

    private final HttpClient client;
    private final Lookup lookup;
    private final Duration timeLimit;

    private Outgoing(HttpClient client, Lookup lookup, Duration timeLimit) {
        this.client = client;
        this.lookup = lookup;
        this.timeLimit = timeLimit;
    }

    public static Outgoing start(Reachable reachable, Duration timeLimit) {
        return start(InetAddress::getAllByName, reachable, timeLimit);
    }

    static Outgoing start(Lookup.Names names, Reachable reachable, Duration timeLimit) {
        HttpClient client = new HttpClient();
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName("outgoing");
        threads.setDaemon(true);
        client.setExecutor(threads);
        Lookup lookup = new Lookup(names, reachable);
        client.setSocketAddressResolver(lookup);
        client.setFollowRedirects(false);
        client.setConnectTimeout(timeLimit.toMillis());
        client.setMaxResponseHeadersSize(LONGEST_HEADERS);
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "freshlegs"));
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("the client for outgoing requests did not start", e);
        }
        client.getContentDecoderFactories().clear();
        Stream.of(
                        RedirectProtocolHandler.NAME,
                        WWWAuthenticationProtocolHandler.NAME,
                        ProxyAuthenticationProtocolHandler.NAME)
                .forEach(client.getProtocolHandlers()::remove);
        return new Outgoing(client, lookup, timeLimit);
    }

    /** Why nothing would be sent there as its name is known at this moment; whoever sends looks again. */
    public Optional<String> whyNot(URI address) {
        try {
            lookup.allowed(String.valueOf(address.getHost()));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e).filter(NotAllowed.class::isInstance).map(Outgoing::why);
        }
    }

    /**
     * Sends and waits for the status.
     *
     * @throws IOException if nothing came back in time, or the host must not be reached; whether a receiver got it is not known
     */
    public Reply post(URI address, String type, byte[] body, Map<String, String> headers)
            throws IOException, InterruptedException {
        if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
            throw new NotAllowed();
        }
        Request request = client.POST(address)
                .timeout(timeLimit.toMillis(), TimeUnit.MILLISECONDS)
                .body(new BytesRequestContent(type, body))
                .headers(fields -> headers.forEach(fields::put))
                .headers(fields -> fields.put(HttpHeader.CONNECTION, "close"));
        InputStreamResponseListener listener = new InputStreamResponseListener();
        request.send(listener);
        try {
            Response answer = listener.get(timeLimit.toMillis() + 1_000, TimeUnit.MILLISECONDS);
            return new Reply(answer.getStatus(), pause(answer.getHeaders().get(HttpHeader.RETRY_AFTER)));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + timeLimit.toSeconds() + " s", e);
        } finally {
            listener.getInputStream().close();
        }
    }

    /** What went wrong as a clause, without the address, which often is a secret. */
    public static String why(IOException e) {
        return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElse("the connection failed");
    }

    private static Optional<String> known(Throwable cause) {
        if (cause instanceof NotAllowed) {
            return Optional.of(NotAllowed.WHY);
        } else if (cause instanceof UnknownHostException) {
            return Optional.of("no such host is known");
        } else if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
            return Optional.of("no answer in time");
        } else if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return Optional.of("nobody answers there");
        } else if (cause instanceof SSLException) {
            return Optional.of("no encrypted connection that can be trusted");
        } else if (cause instanceof EOFException
                || cause instanceof ClosedChannelException
                || cause instanceof SocketException) {
            return Optional.of("the connection was closed before an answer");
        }
        return cause instanceof HttpException ? Optional.of("what came back is no answer") : Optional.empty();
    }

    private static Optional<Duration> pause(String seconds) {
        boolean number = seconds != null && seconds.matches("\\d{1," + LONGEST_PAUSE_DIGITS + "}");
        return number ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds))) : Optional.empty();
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
