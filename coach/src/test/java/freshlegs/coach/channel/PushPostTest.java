package freshlegs.coach.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.interaso.webpush.VapidKeys;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import freshlegs.model.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PushPostTest {
    private static final VapidKeys KEYS = VapidKeys.generate();
    private static final PushPost PUSH = new PushPost("https://legs.example", () -> KEYS);

    private static Notice notice(String line) {
        return new Notice(
                "anna/RED",
                Instant.EPOCH,
                true,
                "anna: red",
                List.of(line),
                Optional.of(URI.create("https://legs.example/episodes/1")),
                "{}");
    }

    @Test
    void the_reader_of_these_tests_reads_the_example_of_the_standard() throws Exception {
        ABrowsersKeys browser = ABrowsersKeys.of(
                "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                "BTBZMqHH6r4Tts7J_aSIgg");
        String body =
                "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A"
                        + "_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
        assertThat(browser.read(Base64.getUrlDecoder().decode(body)))
                .as("RFC 8291, Appendix A")
                .isEqualTo("When I grow up, I want to be a watermelon");
    }

    @Test
    void only_the_browser_that_asked_can_read_it() throws Exception {
        ABrowsersKeys browser = ABrowsersKeys.fresh();
        Post post = PUSH.of(ChannelAddress.of(browser.address("https://push.example/send/1")), notice("Pulse 61 bpm."));

        assertThat(post.text()).doesNotContain("Pulse");
        JsonNode message = Json.read(browser.read(post.body()), JsonNode.class);
        assertThat(message.path("title").asText()).isEqualTo("anna: red");
        assertThat(message.path("body").asText()).isEqualTo("Pulse 61 bpm.");
        assertThat(message.path("key").asText()).isEqualTo("anna/RED");
        assertThat(message.path("link").asText()).isEqualTo("https://legs.example/episodes/1");
    }

    @Test
    void the_push_service_learns_who_writes_and_nothing_about_whom() throws Exception {
        Post post =
                PUSH.of(ChannelAddress.of(ABrowsersKeys.fresh().address("https://push.example/send/1")), notice("x"));

        assertThat(post.address()).hasToString("https://push.example/send/1");
        assertThat(post.headers().toString()).doesNotContain("anna");
        assertThat(post.headers())
                .containsEntry("Content-Encoding", "aes128gcm")
                .containsEntry("Urgency", "high")
                .containsKeys("TTL", "Topic");
        String token = String.valueOf(post.headers().get("Authorization")).replaceFirst("^vapid t=([^,]+),.*$", "$1");
        SignedJWT signed = SignedJWT.parse(token);
        assertThat(signed.verify(new ECDSAVerifier(KEYS.getPublicKey()))).isTrue();
        assertThat(signed.getJWTClaimsSet().getAudience()).containsExactly("https://push.example");
        assertThat(signed.getJWTClaimsSet().getSubject()).isEqualTo("https://legs.example");
    }

    @Test
    void a_repeat_has_the_same_topic_so_that_the_service_keeps_one() {
        ChannelAddress browser = ChannelAddress.of(ABrowsersKeys.fresh().address("https://push.example/send/1"));
        assertThat(PUSH.of(browser, notice("a")).headers().get("Topic"))
                .isEqualTo(PUSH.of(browser, notice("b")).headers().get("Topic"))
                .matches("[A-Za-z0-9_-]{1,32}");
    }

    @Test
    void a_long_message_still_fits() {
        ABrowsersKeys browser = ABrowsersKeys.fresh();
        Post post = PUSH.of(
                ChannelAddress.of(browser.address("https://push.example/1")), notice("\uD83C\uDFC3 ".repeat(4_000)));
        assertThat(post.body()).hasSizeLessThanOrEqualTo(4_096);
        assertThat(browser.read(post.body())).contains("\u2026").doesNotContain("\uFFFD");
    }
}
