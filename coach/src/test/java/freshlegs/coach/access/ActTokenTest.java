package freshlegs.coach.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActTokenTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Act ACT = new Act(
            "00112233aabbccdd",
            "anna.2026-11-15.fatigue",
            Deed.KEEP,
            Optional.of(new Act.Change(LocalDate.parse("2026-11-24"), "0123456789abcdef")),
            Instant.ofEpochSecond(1_795_000_000));
    private static final String TOKEN = ActToken.of(ACT, KEY);

    @Test
    void what_was_signed_is_read_again() {
        assertThat(ActToken.read(TOKEN, KEY)).contains(ACT);
        for (Deed deed : List.of(Deed.RIGHT, Deed.WRONG, Deed.SNOOZE)) {
            Act act = new Act(ACT.account(), ACT.alert(), deed, Optional.empty(), ACT.expiresAt());
            assertThat(ActToken.read(ActToken.of(act, KEY), KEY)).contains(act);
        }
        assertThat(TOKEN).as("fits every kind of button").hasSizeLessThan(300).matches("[A-Za-z0-9_.-]+");
    }

    @Test
    void no_other_letter_anywhere_is_taken() {
        for (int at = 0; at < TOKEN.length(); at++) {
            for (char other : "Ab0_-.=/ ".toCharArray()) {
                String altered = TOKEN.substring(0, at) + other + TOKEN.substring(at + 1);
                if (!altered.equals(TOKEN)) {
                    assertThat(ActToken.read(altered, KEY)).as(at + " " + other).isEmpty();
                }
            }
        }
    }

    @Test
    void nothing_shorter_or_longer_is_taken() {
        IntStream.range(0, TOKEN.length()).forEach(length -> assertThat(ActToken.read(TOKEN.substring(0, length), KEY))
                .isEmpty());
        for (String more : List.of(TOKEN + "A", TOKEN + "=", TOKEN + "\n", " " + TOKEN, TOKEN + "." + TOKEN)) {
            assertThat(ActToken.read(more, KEY)).isEmpty();
        }
        assertThat(ActToken.read("A".repeat(1_000_000) + TOKEN, KEY)).isEmpty();
    }

    @Test
    void what_another_key_signed_or_nobody_is_not_taken() {
        byte[] other = KEY.clone();
        other[31] ^= 1;
        assertThat(ActToken.read(ActToken.of(ACT, other), KEY)).isEmpty();
        String words = TOKEN.substring(0, TOKEN.indexOf('.'));
        assertThat(ActToken.read(words + "." + "A".repeat(43), KEY)).isEmpty();
        assertThat(ActToken.read(words + ".", KEY)).isEmpty();
    }

    @Test
    void the_signature_of_one_act_is_none_of_another() {
        String signature = TOKEN.substring(TOKEN.indexOf('.'));
        String plain = new String(
                Base64.getUrlDecoder().decode(TOKEN.substring(0, TOKEN.indexOf('.'))), StandardCharsets.UTF_8);
        for (String forged : List.of(
                plain.replace("anna", "emma"),
                plain.replace("keep", "accept"),
                plain.replace("1795000000", "9995000000"),
                plain.replace("00112233", "99112233"),
                plain.replace("2026-11-24", "2026-11-25"))) {
            assertThat(ActToken.read(
                            Base64.getUrlEncoder()
                                            .withoutPadding()
                                            .encodeToString(forged.getBytes(StandardCharsets.UTF_8))
                                    + signature,
                            KEY))
                    .as(forged)
                    .isEmpty();
        }
    }

    @Test
    void another_spelling_of_the_same_bytes_is_not_taken() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char last = TOKEN.charAt(TOKEN.length() - 1);
        String twin = TOKEN.substring(0, TOKEN.length() - 1) + alphabet.charAt(alphabet.indexOf(last) ^ 1);
        assertThat(Arrays.equals(signature(TOKEN), signature(twin)))
                .as("43 letters hold two bits more than 32 bytes")
                .isTrue();
        assertThat(ActToken.read(twin, KEY)).isEmpty();
    }

    private static byte[] signature(String token) {
        return Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1));
    }
}
