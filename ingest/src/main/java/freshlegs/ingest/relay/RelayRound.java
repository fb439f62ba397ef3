package freshlegs.ingest.relay;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.ingest.Acceptance;
import freshlegs.ingest.Offer;
import freshlegs.ingest.Spool;
import freshlegs.ingest.relay.RelayTrouble.About;
import freshlegs.ingest.remote.Connection;
import freshlegs.ingest.remote.Secret;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round for one connection: the days since the last one and a few before, then older days back to the wanted one, until
 * enough was fetched for this time. A stretch of days counts as dealt with when every activity in it has been handed over,
 * declined, or noted as one that did not come; those are tried again at the end of a round.
 */
final class RelayRound {
    /** A watch that was away from its telephone hands its runs in late. */
    private static final int LOOK_BACK_DAYS = 3;

    private static final int DAYS_AT_ONCE = 30;
    private static final int STRETCHES_PER_ROUND = 12;
    private static final int FAILURES_IN_A_ROW = 3;
    private static final int LEAST_TRIES = 5;
    private static final Duration TRIED_FOR = Duration.ofDays(3);
    private static final Logger LOG = LoggerFactory.getLogger(RelayRound.class);

    private final RelaySettings settings;
    private final IntervalsServer server;
    private final Spool spool;
    private final Connection connection;
    private final Secret key;
    private final RelayLedger ledger;
    private final BooleanSupplier isStillWanted;
    private int filesLeft;
    private int stretchesLeft = STRETCHES_PER_ROUND;
    private final Set<String> triedNow = new HashSet<>();
    private int backlog;
    private int failuresInARow;
    private Optional<String> remark = Optional.empty();

    /** {@code isStillWanted} is asked before every file: a connection that is removed ends at once. */
    RelayRound(
            RelaySettings settings,
            IntervalsServer server,
            Spool spool,
            Connection connection,
            RelayLedger ledger,
            BooleanSupplier isStillWanted) {
        this.isStillWanted = isStillWanted;
        this.settings = settings;
        this.server = server;
        this.spool = spool;
        this.connection = connection;
        this.key = connection.key().orElseThrow();
        this.ledger = ledger;
        this.filesLeft = settings.politeness().filesPerRound();
    }

    int backlog() {
        return backlog + ledger.failing().size();
    }

    /** What is to be said although the round went through, such as a file that did not come. */
    Optional<String> remark() {
        return remark;
    }

    void run() throws RelayTrouble, InterruptedException {
        LocalDate today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
        LocalDate wanted = connection.since().orElse(today);
        if (lookForward(today) && isMoreAllowed()) {
            lookBack(wanted);
        }
        tryAgain();
    }

    /** East of Greenwich the local day may already be tomorrow's. */
    private boolean lookForward(LocalDate today) throws RelayTrouble, InterruptedException {
        LocalDate from = ledger.coveredUntil().orElse(today).minusDays(LOOK_BACK_DAYS);
        while (!from.isAfter(today)) {
            LocalDate until = earlier(from.plusDays(DAYS_AT_ONCE - 1L), today.plusDays(1));
            if (!isDealtWith(from, until)) {
                return false;
            }
            LocalDate covered = earlier(until, today);
            ledger.cover(ledger.coveredFrom().orElse(from), covered);
            from = until.plusDays(1);
        }
        return true;
    }

    private void lookBack(LocalDate wanted) throws RelayTrouble, InterruptedException {
        LocalDate from = ledger.coveredFrom().orElseThrow();
        while (from.isAfter(wanted) && isMoreAllowed()) {
            LocalDate until = from.minusDays(1);
            LocalDate oldest = later(from.minusDays(DAYS_AT_ONCE), wanted);
            if (!isDealtWith(oldest, until)) {
                return;
            }
            from = oldest;
            ledger.cover(from, ledger.coveredUntil().orElseThrow());
        }
    }

    private boolean isMoreAllowed() {
        return filesLeft > 0 && stretchesLeft > 0 && isStillWanted.getAsBoolean();
    }

    /** Whether every activity of these days was asked for at least once. */
    private boolean isDealtWith(LocalDate oldest, LocalDate newest) throws RelayTrouble, InterruptedException {
        stretchesLeft--;
        int unasked = 0;
        for (Listing listing : listed(oldest, newest)) {
            if (ledger.isFailing(listing.id())) {
                continue;
            }
            if (filesLeft <= 0 || !isStillWanted.getAsBoolean()) {
                unasked++;
            } else if (!isDealtWith(listing, oldest, newest) && ++failuresInARow >= FAILURES_IN_A_ROW) {
                throw new RelayTrouble(About.SERVER, remark.orElse("no file comes"), Optional.empty());
            }
        }
        backlog += unasked;
        return unasked == 0;
    }

    /** Files that did not come, once a round, the least tried first; neither new ones nor the history wait for them. */
    private void tryAgain() throws RelayTrouble, InterruptedException {
        failuresInARow = 0;
        for (Map.Entry<String, RelayLedger.Failing> each : ledger.failing()) {
            if (filesLeft <= 0 || failuresInARow >= FAILURES_IN_A_ROW || !isStillWanted.getAsBoolean()) {
                return;
            }
            if (!triedNow.contains(each.getKey())) {
                tryAgain(
                        each.getKey(), each.getValue().oldest(), each.getValue().newest());
            }
        }
    }

    private void tryAgain(String id, LocalDate oldest, LocalDate newest) throws RelayTrouble, InterruptedException {
        Optional<Listing> listing = listed(oldest, newest).stream()
                .filter(listed -> listed.id().equals(id))
                .findFirst();
        if (listing.isEmpty()) {
            ledger.noLongerListed(id);
        } else if (!isDealtWith(listing.get(), oldest, newest)) {
            failuresInARow++;
        }
    }

    /** Those that are not handled, in the order in which they were run. */
    private List<Listing> listed(LocalDate oldest, LocalDate newest) throws RelayTrouble, InterruptedException {
        List<Listing> listed = new ArrayList<>();
        for (JsonNode activity : server.list(key, oldest, newest)) {
            Optional<Listing> listing = Listing.of(activity);
            if (listing.isEmpty()) {
                LOG.warn("{} lists an activity of {} without an id that can be used", settings.address(), athlete());
                remark = Optional.of("an activity is listed without an id that can be used, and cannot be fetched");
            }
            listing.filter(each -> !ledger.isHandled(each.id())).ifPresent(listed::add);
        }
        listed.sort(Comparator.comparing(Listing::startLocal).thenComparing(Listing::id));
        return listed;
    }

    private boolean isDealtWith(Listing listing, LocalDate oldest, LocalDate newest)
            throws RelayTrouble, InterruptedException {
        Optional<String> refusal = listing.refusal();
        if (refusal.isPresent()) {
            decline(listing, refusal.get());
            return true;
        }
        filesLeft--;
        triedNow.add(listing.id());
        try {
            FileAnswer answer = server.file(key, listing, download());
            failuresInARow = 0;
            if (answer instanceof FileAnswer.Fetched fetched) {
                handOver(listing, fetched);
            } else {
                decline(listing, ((FileAnswer.Withheld) answer).reason());
            }
            return true;
        } catch (RelayTrouble trouble) {
            return isGivenUp(listing, trouble, oldest, newest);
        } finally {
            delete(download());
        }
    }

    /** Trouble with one file does not keep the others waiting. */
    private boolean isGivenUp(Listing listing, RelayTrouble trouble, LocalDate oldest, LocalDate newest)
            throws RelayTrouble {
        if (trouble.about() != About.ANSWER) {
            throw trouble;
        }
        RelayLedger.Failing failing = ledger.failed(listing.id(), now(), oldest, newest);
        if (failing.tries() >= LEAST_TRIES && !now().isBefore(failing.since().plus(TRIED_FOR))) {
            decline(listing, Reasons.givenUp(trouble.sentence(), failing.tries()));
            return true;
        }
        remark = Optional.of("a file did not come and is tried again: " + trouble.sentence());
        return false;
    }

    private void handOver(Listing listing, FileAnswer.Fetched fetched) throws RelayTrouble {
        try (InputStream content = Files.newInputStream(fetched.file())) {
            String path = "intervals.icu/" + listing.id() + "/" + fetched.name();
            handled(
                    listing,
                    spool.accept(new Offer(athlete(), Route.RELAY, path, Optional.empty(), listing.sport()), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ledger.fileCame(now());
    }

    private void decline(Listing listing, String reason) throws RelayTrouble {
        String name = listing.id() + "." + listing.fileType().orElse("fit");
        handled(
                listing,
                spool.decline(Offer.of(athlete(), Route.RELAY, "intervals.icu/" + listing.id() + "/" + name), reason));
    }

    private void handled(Listing listing, Acceptance acceptance) throws RelayTrouble {
        if (acceptance instanceof Acceptance.Refused refused) {
            throw new RelayTrouble(
                    About.SERVER, "a fetched file could not be kept: " + refused.reason(), Optional.empty());
        }
        ledger.handled(listing.id());
    }

    private AthleteId athlete() {
        return connection.athlete();
    }

    private Instant now() {
        return settings.clock().instant();
    }

    private Path download() {
        return RelayLedger.fileOf(settings.dataFolder(), athlete()).resolveSibling(athlete() + ".download");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
