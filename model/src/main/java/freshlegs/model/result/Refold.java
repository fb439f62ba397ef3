package freshlegs.model.result;

import freshlegs.model.AthleteId;
import java.time.Instant;
import java.util.List;

/**
 * Somebody asks that all of an athlete's days are folded anew from the facts and every result is told again. {@code strays} stand in
 * topics or tables and follow from no fact, as far as whoever asks can see: they are taken back unless they are told after all.
 */
public record Refold(AthleteId athlete, Instant askedAt, String why, List<Stray> strays) {
    /** What the key of every such record ends with. */
    public static final String KEY = "refold";

    public Refold {
        strays = List.copyOf(strays);
        for (Stray stray : strays) {
            if (!stray.key().startsWith(athlete + "/")) {
                throw new IllegalArgumentException("a stray result is another athlete's");
            }
        }
    }

    /** A result under its key in its topic. */
    public record Stray(String topic, String key) {}
}
