package freshlegs.app.doctor;

import static freshlegs.app.setting.Catalogue.GARMIN;

import freshlegs.ingest.http.Token;
import freshlegs.ingest.http.Tokens;
import freshlegs.ingest.relay.RelayStatus;
import freshlegs.ingest.remote.Connection;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.ingest.remote.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The ways by which files come from elsewhere. */
final class Routes {
    private static final int NEVER_USED_DAYS = 30;
    private static final int NOT_USED_DAYS = 180;

    private Routes() {}

    static List<Finding> open(Site site) {
        Path data = site.folder().root();
        if (!Files.isDirectory(data)) {
            return List.of(Finding.ok("Nobody is connected and there are no tokens."));
        }
        List<Finding> findings = new ArrayList<>();
        ConnectionBook book = ConnectionBook.in(data);
        book.of(Service.INTERVALS).forEach(connection -> relay(data, connection, findings));
        if (!book.of(Service.GARMIN).isEmpty() && !site.settings().get(GARMIN)) {
            findings.add(Finding.warning(
                    book.of(Service.GARMIN).size()
                            + " athlete(s) are connected to Garmin, whose notifications are not taken.",
                    "set FRESHLEGS_GARMIN to on, with FRESHLEGS_GARMIN_KEY, or run `freshlegs connect remove`"));
        }
        LocalDate today = LocalDate.ofInstant(site.clock().instant(), ZoneOffset.UTC);
        List<Token> tokens = Tokens.in(data, site.clock()).all();
        tokens.forEach(token -> token(token, today, findings));
        return findings.isEmpty()
                ? List.of(Finding.ok(book.all().size() + " connection(s) and " + tokens.size() + " token(s) work."))
                : findings;
    }

    private static void relay(Path data, Connection connection, List<Finding> findings) {
        RelayStatus status = RelayStatus.of(data, connection);
        if (status.unauthorised()) {
            findings.add(Finding.problem(
                    "intervals.icu refuses the key of " + status.athlete() + ".",
                    "make a new key there and run `freshlegs connect intervals --athlete " + status.athlete() + "`"));
        } else if (status.trouble().isPresent()) {
            findings.add(Finding.warning(
                    "The connection of " + status.athlete() + " to intervals.icu does not work just now.",
                    "run `freshlegs connect list`, which says why; it is tried again by itself"));
        }
    }

    private static void token(Token token, LocalDate today, List<Finding> findings) {
        LocalDate made = LocalDate.ofInstant(token.createdAt(), ZoneOffset.UTC);
        boolean never = token.lastUsed().isEmpty() && made.isBefore(today.minusDays(NEVER_USED_DAYS));
        boolean longAgo = token.lastUsed()
                .filter(day -> day.isBefore(today.minusDays(NOT_USED_DAYS)))
                .isPresent();
        if (never || longAgo) {
            findings.add(Finding.warning(
                    "The token " + token.id() + " of " + token.athlete() + " "
                            + token.lastUsed()
                                    .map(day -> "was used last on " + day)
                                    .orElse("has never been used, since " + made)
                            + ".",
                    "run `freshlegs token revoke " + token.id() + "` if nobody needs it"));
        }
    }
}
