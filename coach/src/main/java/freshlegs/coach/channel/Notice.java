package freshlegs.coach.channel;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody is told, in words: a {@code title} of one line, {@code lines} below it, where to read on, and what the one who is told,
 * and nobody else, may do about it at once. {@code key} is the same on every try, so that a receiver can drop a repeat; {@code json} is
 * the whole for programs.
 */
public record Notice(
        String key,
        Instant at,
        boolean urgent,
        String title,
        List<String> lines,
        Optional<URI> link,
        List<Action> actions,
        String json) {
    /** As many as every kind of channel can show. */
    public static final int MOST_ACTIONS = 3;

    public Notice {
        lines = List.copyOf(lines);
        actions = List.copyOf(actions);
        if (actions.size() > MOST_ACTIONS) {
            throw new IllegalArgumentException("at most " + MOST_ACTIONS + " actions: " + actions.size());
        }
    }

    /** To be read alone. */
    public Notice(
            String key, Instant at, boolean urgent, String title, List<String> lines, Optional<URI> link, String json) {
        this(key, at, urgent, title, lines, link, List.of(), json);
    }

    /** Something to be done by opening an address; whoever knows the address may, so it is shown to the recipient alone. */
    public record Action(String label, URI address) {
        @Override
        public String toString() {
            return "Action[" + label + "]";
        }
    }

    /** All of it but the actions, line by line. */
    public String text() {
        return Stream.of(Stream.of(title), lines.stream(), link.stream().map(URI::toString))
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }

    /** All of it, line by line. */
    public String textWithActions() {
        return Stream.concat(
                        Stream.of(text()), actions.stream().map(action -> action.label() + ": " + action.address()))
                .collect(Collectors.joining("\n"));
    }
}
