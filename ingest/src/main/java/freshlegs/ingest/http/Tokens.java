package freshlegs.ingest.http;

import freshlegs.ingest.Failures;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens by which files are handed over for an athlete. A token is 256 random bits, told once and kept only as its hash;
 * what the command line adds or revokes holds at once for a server that runs.
 */
public final class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final String PREFIX = "fl_";
    private static final int TOKEN_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final int LONGEST_NAME = 60;

    private final TokenFile file;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private Tokens(TokenFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Those of a data folder, which must exist. */
    public static Tokens in(Path dataFolder, Clock clock) {
        return new Tokens(new TokenFile(dataFolder), clock);
    }

    /** A new token as it is told, this once. */
    public record Fresh(Token token, String secret) {
        @Override
        public String toString() {
            return "Fresh[" + token.id() + "]";
        }
    }

    public Fresh add(AthleteId athlete, String name) {
        String plain = name.strip();
        if (plain.isEmpty()
                || plain.length() > LONGEST_NAME
                || Pattern.compile("\\p{C}").matcher(plain).find()) {
            throw new IllegalArgumentException(
                    "a token's name must have 1 to " + LONGEST_NAME + " printable characters, such as phone");
        }
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
        Token token = new Token(
                HexFormat.of().formatHex(bytes(ID_BYTES)),
                athlete,
                plain,
                hash(secret),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                Optional.empty());
        file.change(before -> {
            List<Token> after = new ArrayList<>(before);
            after.add(token);
            return after;
        });
        return new Fresh(token, secret);
    }

    /** Oldest first. */
    public List<Token> all() {
        return file.read();
    }

    /** Answers the token that was known by {@code id} and is not valid any more. */
    public Optional<Token> revoke(String id) {
        Optional<Token> known =
                file.read().stream().filter(token -> token.id().equals(id)).findFirst();
        known.ifPresent(token -> file.change(before ->
                before.stream().filter(other -> !other.id().equals(id)).toList()));
        return known;
    }

    /** Whose token {@code secret} is, if anybody's; takes the same time whichever it is. */
    Optional<Token> recognise(String secret) {
        if (!FORM.matcher(secret).matches()) {
            return Optional.empty();
        }
        byte[] hash = hash(secret).getBytes(StandardCharsets.US_ASCII);
        Optional<Token> match = Optional.empty();
        for (Token token : file.read()) {
            if (MessageDigest.isEqual(hash, token.sha256().getBytes(StandardCharsets.US_ASCII))) {
                match = Optional.of(token);
            }
        }
        match.ifPresent(this::noteUse);
        return match;
    }

    /** Written once a day at most; a disk that is full or does not take it keeps nobody out. */
    private void noteUse(Token used) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (used.lastUsed().equals(Optional.of(today))) {
            return;
        }
        try {
            file.change(before -> before.stream()
                    .map(token -> token.id().equals(used.id()) ? token.usedOn(today) : token)
                    .toList());
        } catch (UncheckedIOException e) {
            LOG.warn("that token {} was used today cannot be noted: {}", used.id(), Failures.sentence(e));
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
