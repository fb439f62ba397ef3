package freshlegs.coach.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An act as the text in an address: its words and HMAC-SHA256 over them (RFC 2104) under a key that nobody else has, both in Base64 for
 * addresses. A text is one only exactly as it was made.
 */
final class ActToken {
    private static final String HMAC = "HmacSHA256";
    private static final String VERSION = "freshlegs-act-1";
    private static final int WORDS = 7;
    private static final int LONGEST = 800;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");

    private ActToken() {}

    static String of(Act act, byte[] key) {
        String words = Stream.of(
                        VERSION,
                        act.account(),
                        act.alert(),
                        act.deed().key(),
                        act.change().map(change -> change.date().toString()).orElse(""),
                        act.change().map(Act.Change::revision).orElse(""),
                        String.valueOf(act.expiresAt().getEpochSecond()))
                .reduce((all, next) -> all + "\n" + next)
                .orElseThrow();
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        return text(bytes) + "." + text(signature(bytes, key));
    }

    /** Empty unless it was made under this key; whether it has expired is not asked. */
    static Optional<Act> read(String token, byte[] key) {
        if (token.length() > LONGEST || !FORM.matcher(token).matches()) {
            return Optional.empty();
        }
        int dot = token.indexOf('.');
        Optional<byte[]> words = bytes(token.substring(0, dot));
        Optional<byte[]> signed = bytes(token.substring(dot + 1));
        return words.filter(known -> signed.filter(said -> MessageDigest.isEqual(signature(known, key), said))
                        .isPresent())
                .flatMap(known -> act(new String(known, StandardCharsets.UTF_8)));
    }

    private static Optional<Act> act(String words) {
        List<String> said = List.of(words.split("\n", -1));
        if (said.size() != WORDS || !said.get(0).equals(VERSION)) {
            return Optional.empty();
        }
        try {
            return Deed.of(said.get(3))
                    .map(deed -> new Act(
                            said.get(1),
                            said.get(2),
                            deed,
                            deed.plans()
                                    ? Optional.of(new Act.Change(LocalDate.parse(said.get(4)), said.get(5)))
                                    : Optional.empty(),
                            Instant.ofEpochSecond(Long.parseLong(said.get(6)))));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static byte[] signature(byte[] words, byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(words);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Several texts can stand for the same bytes; only the one that we write is taken. */
    private static Optional<byte[]> bytes(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return text(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
