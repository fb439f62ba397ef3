package freshlegs.coach.channel;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody is told, in words: a {@code title} of one line, {@code lines} below it, and where to read on. {@code key} is the same
 * on every try, so that a receiver can drop a repeat; {@code json} is the whole for programs.
 */
public record Notice(
        String key, Instant at, boolean urgent, String title, List<String> lines, Optional<URI> link, String json) {
    public Notice {
        lines = List.copyOf(lines);
    }

    /** All of it, line by line. */
    public String text() {
        return Stream.of(Stream.of(title), lines.stream(), link.stream().map(URI::toString))
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }
}
