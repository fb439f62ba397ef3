package freshlegs.coach.read;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Remembers the latest answer to each of a few questions, so that something honest can be shown while the database is away. */
public final class LastKnown<V> {
    private final Clock clock;
    private final int most;
    private final Map<String, Answer<V>> answers = new LinkedHashMap<>(16, 0.75f, true);

    /** An answer, when it was read, and what keeps it from being read again now. */
    public record Answer<V>(V content, Instant readAt, Optional<DatabaseAway> trouble) {}

    public LastKnown(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** Asks again; when the database is away, gives the remembered answer or, without one, throws. */
    public Answer<V> ask(String question, Supplier<V> database) {
        try {
            Answer<V> answer = new Answer<>(database.get(), clock.instant(), Optional.empty());
            remember(question, answer);
            return answer;
        } catch (DatabaseAway away) {
            Answer<V> last = remembered(question).orElseThrow(() -> away);
            return new Answer<>(last.content(), last.readAt(), Optional.of(away));
        }
    }

    private synchronized Optional<Answer<V>> remembered(String question) {
        return Optional.ofNullable(answers.get(question));
    }

    private synchronized void remember(String question, Answer<V> answer) {
        answers.put(question, answer);
        if (answers.size() > most) {
            answers.remove(answers.keySet().iterator().next());
        }
    }
}
