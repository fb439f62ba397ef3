package freshlegs.model.fact;

import freshlegs.model.AthleteId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * One file handed over once. {@code contents} are the facts it held; {@code problem} says why it held none. Whether it brought
 * anything new is decided in the season and told as the file's outcome. {@code path} is where its giver had it, {@code archive} the
 * delivery of the archive that it lay in, {@code unknownMessages} how many messages of kinds that nobody documents it had.
 */
public record Delivery(
        AthleteId athlete,
        String factId,
        Instant ingestedAt,
        String path,
        String sha256,
        long sizeBytes,
        Route route,
        Optional<String> archive,
        List<FactRef> contents,
        List<ActivityBrief> activities,
        Optional<Salvage> salvage,
        int unknownMessages,
        Optional<String> problem)
        implements Fact {

    public Delivery {
        contents = List.copyOf(contents);
        activities = List.copyOf(activities);
    }

    @Override
    public String revision() {
        return "0";
    }

    /** The day of its arrival in UTC; deliveries take no part in trends. */
    @Override
    public LocalDate localDate() {
        return LocalDate.ofInstant(ingestedAt, ZoneOffset.UTC);
    }

    @Override
    public FactKind kind() {
        return FactKind.DELIVERY;
    }

    @Override
    public long rank() {
        return 0;
    }
}
