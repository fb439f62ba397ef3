package freshlegs.coach.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Says that a message comes from here and is as it was sent, as Standard Webhooks 1.0 has it:
 * {@code v1,} and Base64 of HMAC-SHA256 over {@code id.seconds.body} under the secret.
 */
final class Signature {
    static final String PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";

    private Signature() {}

    /** {@code secret} is Base64, after {@code whsec_} or alone. */
    static String of(String secret, String id, Instant at, String body) {
        byte[] key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            String signed = id + "." + at.getEpochSecond() + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
