package freshlegs.coach.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostsTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Notice NOTICE = new Notice(
            "anna.2026-11-15.fatigue/AMBER",
            Instant.ofEpochSecond(1_614_265_330),
            true,
            "anna: amber & <tired> @everyone",
            List.of("Heart rate up.", "Plan: easy instead."),
            Optional.of(URI.create("https://legs.example/alerts/1")),
            "{\"test\": 2432232314}");

    @Test
    void a_webhook_is_signed_as_the_standard_has_it() {
        assertThat(Signature.of(
                        SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), NOTICE.json()))
                .as("the example of Standard Webhooks 1.0")
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        Post post = post("https://example.org/in");
        assertThat(post.text()).isEqualTo(NOTICE.json());
        assertThat(post.headers())
                .containsEntry("Idempotency-Key", NOTICE.key())
                .containsEntry("webhook-id", NOTICE.key())
                .containsEntry("webhook-timestamp", "1614265330")
                .containsKey("webhook-signature");
    }

    @Test
    void slack_takes_nothing_for_its_own_markup() {
        assertThat(body("https://hooks.slack.com/services/T/B/x").get("text").asText())
                .isEqualTo(
                        "anna: amber &amp; &lt;tired&gt; @everyone\nHeart rate up.\nPlan: easy instead.\nhttps://legs.example/alerts/1");
    }

    @Test
    void discord_rings_for_nobody() {
        JsonNode body = body("https://discord.com/api/webhooks/1/x");
        assertThat(body.get("content").asText()).startsWith("anna: amber");
        assertThat(body.get("allowed_mentions").get("parse")).isEmpty();
    }

    @Test
    void telegram_is_told_which_chat() {
        Post post = post("telegram://12345:secret-secret@telegram?chat=-42");
        assertThat(post.address()).hasToString("https://api.telegram.org/bot12345:secret-secret/sendMessage");
        assertThat(Json.read(post.text(), JsonNode.class).get("chat_id").asText())
                .isEqualTo("-42");
    }

    @Test
    void ntfy_is_told_the_topic_how_urgent_it_is_and_where_to_click() {
        Post post = post("ntfy://:tk_x@ntfy.example/legs");
        JsonNode body = Json.read(post.text(), JsonNode.class);
        assertThat(post.headers()).containsEntry("Authorization", "Bearer tk_x");
        assertThat(body.get("topic").asText()).isEqualTo("legs");
        assertThat(body.get("priority").asInt()).isEqualTo(5);
        assertThat(body.get("click").asText()).isEqualTo("https://legs.example/alerts/1");
    }

    private static Notice answerable(String console) {
        return new Notice(
                NOTICE.key(),
                NOTICE.at(),
                true,
                NOTICE.title(),
                NOTICE.lines(),
                NOTICE.link(),
                List.of(
                        new Notice.Action("This is right", URI.create(console + "/act/one")),
                        new Notice.Action("Keep the plan", URI.create(console + "/act/two"))),
                NOTICE.json());
    }

    private static JsonNode answerable(String address, String console) {
        return Json.read(
                Posts.of(ChannelAddress.of(address), answerable(console), SECRET)
                        .body(),
                JsonNode.class);
    }

    @Test
    void what_can_be_answered_is_a_button_where_one_person_reads() {
        assertThat(answerable("ntfy://ntfy.example/legs", "https://legs.example")
                        .get("actions"))
                .hasToString(
                        "[{\"action\":\"view\",\"label\":\"This is right\",\"url\":\"https://legs.example/act/one\"},"
                                + "{\"action\":\"view\",\"label\":\"Keep the plan\",\"url\":\"https://legs.example/act/two\"}]");
        assertThat(answerable("https://example.org/in", "https://legs.example"))
                .hasToString(
                        "{\"test\":2432232314,\"actions\":[{\"label\":\"This is right\",\"url\":\"https://legs.example/act/one\"},"
                                + "{\"label\":\"Keep the plan\",\"url\":\"https://legs.example/act/two\"}]}");
        String chat = "telegram://12345:secret-secret@telegram?chat=42";
        assertThat(answerable(chat, "https://legs.example").get("reply_markup"))
                .hasToString(
                        "{\"inline_keyboard\":[[{\"text\":\"This is right\",\"url\":\"https://legs.example/act/one\"}],"
                                + "[{\"text\":\"Keep the plan\",\"url\":\"https://legs.example/act/two\"}]]}");
        assertThat(answerable(chat, "http://localhost:8080").has("reply_markup"))
                .as("Telegram would refuse the message")
                .isFalse();
        assertThat(answerable(chat, "http://localhost:8080").get("text").asText())
                .contains("Keep the plan: http://localhost:8080/act/two");
    }

    @Test
    void a_webhook_signs_what_can_be_answered_too() {
        Post post = Posts.of(ChannelAddress.of("https://example.org/in"), answerable("https://legs.example"), SECRET);
        assertThat(post.headers())
                .containsEntry("webhook-signature", Signature.of(SECRET, NOTICE.key(), NOTICE.at(), post.text()));
    }

    @Test
    void where_others_read_along_nothing_can_be_answered() {
        for (String room : List.of("https://hooks.slack.com/services/T/B/x", "https://discord.com/api/webhooks/1/x")) {
            assertThat(Posts.of(ChannelAddress.of(room), answerable("https://legs.example"), SECRET)
                            .text())
                    .contains("https://legs.example/alerts/1")
                    .doesNotContain("/act/");
            assertThat(ChannelAddress.of(room).isForOneReader()).as(room).isFalse();
        }
        for (String room : List.of("-42", "@legs_club")) {
            assertThat(ChannelAddress.of("telegram://12345:secret-secret@telegram?chat=" + room)
                            .isForOneReader())
                    .as(room)
                    .isFalse();
        }
    }

    private static JsonNode body(String address) {
        return Json.read(post(address).text(), JsonNode.class);
    }

    private static Post post(String address) {
        return Posts.of(ChannelAddress.of(address), NOTICE, SECRET);
    }
}
