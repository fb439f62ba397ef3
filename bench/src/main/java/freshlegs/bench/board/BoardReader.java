package freshlegs.bench.board;

import freshlegs.app.service.PageAnswers;
import freshlegs.bench.facts.Histories;
import freshlegs.bench.report.Quantile;
import freshlegs.coach.CoachServer;
import freshlegs.coach.CoachSettings;
import freshlegs.coach.WaysIn;
import freshlegs.coach.access.Secret;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads the board as a browser does, packed, one page after the other. */
public final class BoardReader implements AutoCloseable {
    private static final double NANOS_PER_MILLI = 1e6;
    /** Of the last day, when some watches have been silent for a week. */
    public static final Clock EVENING =
            Clock.fixed(Histories.lastDay().atTime(23, 30).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final PageAnswers answers;
    private final CoachServer coach;
    private Optional<Secret> session = Optional.empty();

    private BoardReader(PageAnswers answers, CoachServer coach) {
        this.answers = answers;
        this.coach = coach;
    }

    /** Answers are taken, so that whoever may answer is shown how. */
    public static BoardReader start(KafkaAddress kafka, DatabaseAddress database) {
        PageAnswers answers = new PageAnswers(kafka, database, EVENING);
        return new BoardReader(
                answers,
                CoachServer.start(new CoachSettings(
                        database, "127.0.0.1", 0, Optional.empty(), WaysIn.unknown(), Optional.of(answers), EVENING)));
    }

    /** From now on the board is read by a browser that holds this. */
    public void signIn(Secret secret) {
        session = Optional.of(secret);
    }

    /** How long each page took, and what the first one takes over the line with all that it needs. */
    public record Seen(Quantile millis, long bytes) {
        @Override
        public String toString() {
            return "p50 " + millis.of(0.5) + ", p90 " + millis.of(0.9) + ", p99 " + millis.of(0.99) + ", most "
                    + millis.of(1) + " ms, " + bytes + " bytes";
        }
    }

    /** So many times after as many that are not counted. */
    public Seen read(int athletes, int times) throws IOException, InterruptedException {
        byte[] first = get("/");
        check(unpacked(first), athletes);
        for (int i = 0; i < times; i++) {
            get("/");
        }
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            get("/");
            millis.add((System.nanoTime() - began) / NANOS_PER_MILLI);
        }
        return new Seen(Quantile.in(millis), first.length + assets(unpacked(first)));
    }

    private static void check(String page, int athletes) {
        long rows = Pattern.compile("data-key=").matcher(page).results().count();
        if (rows != athletes) {
            throw new IllegalStateException(rows + " athletes on the board instead of " + athletes);
        }
    }

    private long assets(String page) throws IOException, InterruptedException {
        long bytes = 0;
        for (String asset :
                ASSET.matcher(page).results().map(found -> found.group(1)).toList()) {
            bytes += get(asset).length;
        }
        return bytes;
    }

    byte[] get(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(coach.address().resolve(path)).header("Accept-Encoding", "gzip");
        session.ifPresent(secret -> request.header("Cookie", "freshlegs=" + secret.text()));
        HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered by " + answer.statusCode());
        }
        return answer.body();
    }

    private static String unpacked(byte[] page) throws IOException {
        boolean packed = page.length > 1 && page[0] == 0x1f && page[1] == (byte) 0x8b;
        try (var in = packed ? new GZIPInputStream(new ByteArrayInputStream(page)) : new ByteArrayInputStream(page)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        coach.close();
        answers.close();
    }
}
