package freshlegs.coach;

import freshlegs.model.AthleteId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Somebody who takes files of at most a megabyte, and decides on each by the first word in it. */
public final class ADesk implements Uploads {
    private static final long MOST_BYTES = 1 << 20;

    /** A file as it arrived. */
    public record Arrived(AthleteId athlete, String name, String content) {}

    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    public WaysIn waysIn() {
        return new WaysIn(
                Optional.of(this),
                Optional.of(Path.of("/srv/freshlegs/inbox")),
                Optional.of(URI.create("http://127.0.0.1:8081")),
                Optional.empty());
    }

    public List<Arrived> arrived() {
        return arrived;
    }

    @Override
    public Answer take(AthleteId athlete, String fileName, long bytes, Supplier<InputStream> content) {
        if (bytes > MOST_BYTES) {
            return new Refused(413, "more than 1 megabytes in one request (the limit X)", Optional.empty());
        }
        if (fileName.startsWith("busy")) {
            return new Refused(429, "more than 5 files wait", Optional.of(Duration.ofSeconds(60)));
        }
        try (InputStream in = content.get()) {
            arrived.add(new Arrived(athlete, fileName, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Accepted(Integer.toString(arrived.size()));
    }

    /** Waits when first asked, then works, then knows. */
    @Override
    public Optional<State> state(AthleteId athlete, String id) {
        if (!id.matches("\\d{1,3}") || Integer.parseInt(id) > arrived.size()) {
            return Optional.empty();
        }
        int times = asked.merge(id, 1, Integer::sum);
        String first = arrived.get(Integer.parseInt(id) - 1).content().split(" ", -1)[0];
        if (times <= 2) {
            return Optional.of(new State(times == 1 ? "waiting" : "processing", Optional.empty(), false));
        }
        return Optional.of(new State(
                first,
                first.equals("imported") ? Optional.empty() : Optional.of("This is no watch file: <b>text</b>."),
                true));
    }
}
