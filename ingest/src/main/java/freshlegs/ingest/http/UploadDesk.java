package freshlegs.ingest.http;

import freshlegs.ingest.Acceptance;
import freshlegs.ingest.Handed;
import freshlegs.ingest.Offer;
import freshlegs.ingest.Spool;
import freshlegs.ingest.Withdrawn;
import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.LimitExceeded;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes files that are sent for an athlete into the spool, within the limits, and tells what became of them. */
public final class UploadDesk {
    private static final Duration UNTIL_SOME_ARE_DONE = Duration.ofSeconds(60);
    private static final int LONGEST_NAME = 200;

    private final Spool spool;
    private final OutcomeLookup outcomes;
    private final Limits limits;

    public UploadDesk(Spool spool, OutcomeLookup outcomes, Limits limits) {
        this.spool = spool;
        this.outcomes = outcomes;
        this.limits = limits;
    }

    /**
     * Refuses, before anything of it is read, a file that is not going to be taken; {@code bytes} is its announced length,
     * negative when there is none.
     */
    public void admit(AthleteId athlete, long bytes) {
        BoundedBody.check(bytes, limits);
        checkWaiting(athlete);
        spool.refusalFor(Math.max(0, bytes)).ifPresent(refused -> {
            throw refusal(refused);
        });
    }

    /** Takes all that {@code content} gives and answers the receipt's id; {@code name} is only ever shown. */
    public String take(AthleteId athlete, String name, InputStream content) {
        BoundedBody body = new BoundedBody(content, limits);
        return take(athlete, name, body, body);
    }

    /** The same for content that may be only part of {@code body}. */
    String take(AthleteId athlete, String name, BoundedBody body, InputStream content) {
        checkWaiting(athlete);
        Acceptance acceptance = spool.accept(Offer.of(athlete, Route.UPLOAD, "upload/" + shown(name)), content);
        if (acceptance instanceof Acceptance.Accepted accepted) {
            return accepted.deliveryId();
        }
        body.refusal().ifPresent(why -> {
            throw why;
        });
        throw refusal((Acceptance.Refused) acceptance);
    }

    private void checkWaiting(AthleteId athlete) {
        int most = limits.of(Limit.WAITING_FILES);
        if (spool.waiting(athlete, most - 1) >= most) {
            throw Refusal.tooMany(limits.exceeded(Limit.WAITING_FILES).reason(), UNTIL_SOME_ARE_DONE);
        }
    }

    /** How far {@code id} is, if it is a file of {@code athlete}'s. */
    public Optional<Receipt> receipt(AthleteId athlete, String id) {
        Optional<Handed> handed = spool.find(id).filter(file -> file.athlete().equals(athlete));
        if (handed.isPresent() && handed.get().waiting()) {
            return Optional.of(Receipt.waiting(id));
        }
        return handed.map(done -> Receipt.of(id, outcomes.find(athlete, id)));
    }

    private Refusal refusal(Acceptance.Refused refused) {
        for (Limit size : List.of(Limit.FILE_MEGABYTES, Limit.ARCHIVE_MEGABYTES)) {
            LimitExceeded tooLarge = limits.exceeded(size);
            if (refused.reason().equals(tooLarge.reason())) {
                return Refusal.tooLarge(tooLarge);
            }
        }
        if (refused.reason().equals(Withdrawn.REASON)) {
            return Refusal.forbidden(refused.reason());
        }
        return refused.isForWantOfRoom() ? Refusal.noRoom(refused.reason()) : Refusal.unavailable(refused.reason());
    }

    /** The last part of a stranger's path, printable and not long; never used to open anything. */
    static String shown(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String kept = last.replaceAll("\\p{C}", "?")
                .strip()
                .codePoints()
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return kept.isEmpty() || kept.equals(".") || kept.equals("..") ? "unnamed" : kept;
    }
}
