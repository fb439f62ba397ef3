package freshlegs.ingest.fit;

import freshlegs.model.fact.Salvage;
import java.util.List;
import java.util.Optional;

/**
 * The first thing that is wrong with a file, and how much of it was read nevertheless. The share of samples is estimated by
 * bytes: those delivered as whole messages over those that the headers claim, in percent, rounded down; 100 only where every
 * byte was read and merely a checksum is wrong or something that is not FIT follows.
 */
final class Damage {
    private static final int ALL = 100;

    private final long claimed;
    private Optional<String> reason = Optional.empty();
    private long read;

    private Damage(long claimed) {
        this.claimed = claimed;
    }

    static Damage of(List<FitPart> parts) {
        return new Damage(parts.stream().mapToLong(FitPart::claimed).sum());
    }

    void note(String what) {
        if (reason.isEmpty()) {
            reason = Optional.of(what);
        }
    }

    void read(long bytes) {
        read += bytes;
    }

    boolean isNone() {
        return reason.isEmpty();
    }

    Optional<Salvage> salvage() {
        return reason.map(what -> new Salvage(what, percentRead()));
    }

    /** What the owner of a file reads in which nothing was of use; {@code kind} is what the file calls itself. */
    String refusal(String kind) {
        if (reason.isEmpty()) {
            return "nothing to import: " + kind;
        }
        if (read == 0) {
            return reason.get() + (claimed == 0 ? "" : ", and nothing usable precedes the break");
        }
        return reason.get()
                + (percentRead() == ALL ? ", and it is " + kind : ", and nothing usable precedes the break");
    }

    private int percentRead() {
        return claimed == 0 ? ALL : (int) Math.min(ALL, ALL * read / claimed);
    }
}
