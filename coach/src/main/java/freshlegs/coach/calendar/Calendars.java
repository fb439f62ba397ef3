package freshlegs.coach.calendar;

import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret addresses under which athletes' plans can be read as calendars. A secret is 256 random bits, told once and kept only
 * as its hash.
 */
public final class Calendars {
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");
    private static final int LONGEST_NAME = 60;
    private static final String SELECT =
            "select id, athlete, name, sha256, created_at, last_read_on from ledger.calendar ";

    private final Database database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Calendars(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A new one as it is told, this once. */
    public record Fresh(Calendar calendar, String secret) {
        @Override
        public String toString() {
            return "Fresh[" + calendar.id() + "]";
        }
    }

    private record Kept(Calendar calendar, String sha256) {}

    public Fresh add(AthleteId athlete, String name) {
        String plain = name.strip();
        if (plain.isEmpty()
                || plain.length() > LONGEST_NAME
                || UNPRINTABLE.matcher(plain).find()) {
            throw new IllegalArgumentException(
                    "a calendar's name must have 1 to " + LONGEST_NAME + " printable characters, such as phone");
        }
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String id = HexFormat.of().formatHex(bytes(ID_BYTES));
        database.write(connection -> update(
                connection,
                "insert into ledger.calendar (id, athlete, name, sha256, created_at) values (?, ?, ?, ?, ?)",
                id,
                athlete.value(),
                plain,
                hash(secret),
                now.atOffset(ZoneOffset.UTC)));
        return new Fresh(new Calendar(id, athlete, plain, now, Optional.empty()), secret);
    }

    /** Oldest first. */
    public List<Calendar> all(Optional<AthleteId> athlete) {
        String whose = athlete.map(AthleteId::value).orElse("");
        return database
                .write(connection ->
                        kept(connection, SELECT + "where ? in ('', athlete) order by created_at, id", whose))
                .stream()
                .map(Kept::calendar)
                .toList();
    }

    /** Ends an athlete's calendars, or the one of that id; answers those that could be read until now. */
    public List<Calendar> revoke(AthleteId athlete, Optional<String> id) {
        return database
                .write(connection -> kept(
                        connection,
                        "delete from ledger.calendar where athlete = ? and ? in ('', id)"
                                + " returning id, athlete, name, sha256, created_at, last_read_on",
                        athlete.value(),
                        id.orElse("")))
                .stream()
                .map(Kept::calendar)
                .toList();
    }

    /** Whose calendar has this secret, if anybody's. What is looked up is a hash, so how long that takes tells nothing. */
    public Optional<AthleteId> whose(String secret) {
        if (!FORM.matcher(secret).matches()) {
            return Optional.empty();
        }
        String hash = hash(secret);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return database.write(connection -> {
            Optional<Kept> match = kept(connection, SELECT + "where sha256 = ?", hash).stream()
                    .filter(kept -> same(kept.sha256(), hash))
                    .findFirst();
            if (match.isPresent() && !match.get().calendar().lastReadOn().equals(Optional.of(today))) {
                update(connection, "update ledger.calendar set last_read_on = ? where sha256 = ?", today, hash);
            }
            return match.map(kept -> kept.calendar().athlete());
        });
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<Kept> kept(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<Kept> kept = new ArrayList<>();
                while (rows.next()) {
                    Calendar calendar = new Calendar(
                            rows.getString("id"),
                            AthleteId.of(rows.getString("athlete")),
                            rows.getString("name"),
                            rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(rows.getObject("last_read_on", LocalDate.class)));
                    kept.add(new Kept(calendar, rows.getString("sha256")));
                }
                return kept;
            }
        }
    }

    private static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String hash(String secret) {
        return ContentHash.of(secret.getBytes(StandardCharsets.US_ASCII));
    }
}
