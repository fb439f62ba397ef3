package freshlegs.ingest.garmin;

import freshlegs.ingest.Failures;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.remote.Patience;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** Fetches files, from where the rule allows, without redirects and proxies, bounded in size and time. */
final class Downloads {
    private static final Duration WHOLE = Duration.ofMinutes(3);
    private static final int CHUNK = 1 << 16;

    private final DownloadRule rule;
    private final Limits limits;
    private final Clock clock;
    private final Duration patience;

    Downloads(DownloadRule rule, Limits limits, Clock clock, Duration patience) {
        this.rule = rule;
        this.limits = limits;
        this.clock = clock;
        this.patience = patience;
    }

    Download fetch(String address, Path into) {
        Optional<URI> allowed = rule.allowed(address);
        if (allowed.isEmpty()) {
            return new Download.Never(
                    "the notification points to a place that is not Garmin's: nothing is fetched from there");
        }
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) allowed.get().toURL().openConnection(Proxy.NO_PROXY);
            try {
                return fetch(settled(connection), into);
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return new Download.Later("it could not be fetched (" + plain(e) + ")", Optional.empty());
        }
    }

    private HttpURLConnection settled(HttpURLConnection connection) {
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout((int) patience.toMillis());
        connection.setReadTimeout((int) patience.toMillis());
        connection.setUseCaches(false);
        connection.setRequestProperty("User-Agent", "freshlegs");
        if (connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(
                    new CheckedSockets((SSLSocketFactory) SSLSocketFactory.getDefault(), rule::mayTalkTo));
        }
        return connection;
    }

    private Download fetch(HttpURLConnection connection, Path into) throws IOException {
        int status = connection.getResponseCode();
        if (status == 200) {
            try (InputStream content = connection.getInputStream()) {
                return copy(content, connection.getContentLengthLong(), into);
            }
        }
        if (status == 410) {
            return new Download.Never("Garmin no longer has the file: hand it over from the watch");
        }
        if (status == 429 || status >= 500) {
            return new Download.Later(
                    "Garmin answered " + status,
                    Patience.askedFor(Optional.ofNullable(connection.getHeaderField("Retry-After")), clock.instant()));
        }
        return status / 100 == 3
                ? new Download.Never("Garmin's server points to another place, which is not followed")
                : new Download.Refused(status);
    }

    private Download copy(InputStream content, long announced, Path into) throws IOException {
        long most = limits.bytes(Limit.FILE_MEGABYTES);
        long deadline = System.nanoTime() + WHOLE.toNanos();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        try (OutputStream file = Files.newOutputStream(into)) {
            for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
                size += count;
                if (size > most) {
                    return new Download.Never(
                            limits.exceeded(Limit.FILE_MEGABYTES).reason());
                }
                if (System.nanoTime() > deadline) {
                    return new Download.Later("it took longer than " + WHOLE.toSeconds() + " s", Optional.empty());
                }
                file.write(chunk, 0, count);
            }
        }
        return announced >= 0 && size != announced
                ? new Download.Later("it broke off", Optional.empty())
                : new Download.Fetched();
    }

    /** Messages of this kind may quote the address, which holds a token. */
    private static String plain(IOException e) {
        String sentence = Failures.sentence(e);
        return sentence.contains("://") || sentence.contains("token")
                ? e.getClass().getSimpleName()
                : sentence;
    }
}
