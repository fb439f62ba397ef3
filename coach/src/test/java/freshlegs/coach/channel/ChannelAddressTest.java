package freshlegs.coach.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelAddressTest {
    @ParameterizedTest
    @CsvSource({
        "ben@example.org, MAIL, mailto:ben@example.org, , , ben@example.org",
        "mailto:ben@example.org, MAIL, mailto:ben@example.org, , , ben@example.org",
        "https://example.org/in?key=secret, WEBHOOK, https://example.org/in?key=secret, , , example.org",
        "http://club.example:8080/in, WEBHOOK, http://club.example:8080/in, , , club.example",
        "https://hooks.slack.com/services/T/B/secret, SLACK, https://hooks.slack.com/services/T/B/secret, , , hooks.slack.com",
        "slack+https://chat.example/hooks/secret, SLACK, https://chat.example/hooks/secret, , , chat.example",
        "https://discord.com/api/webhooks/1/secret, DISCORD, https://discord.com/api/webhooks/1/secret, , , discord.com",
        "ntfy://ntfy.example/legs, NTFY, https://ntfy.example/, legs, , ntfy.example",
        "ntfy+http://:tk_secret@ntfy.example:8080/legs, NTFY, http://ntfy.example:8080/, legs, tk_secret, ntfy.example",
        "telegram://12345:secret-secret@telegram?chat=-42, TELEGRAM, https://api.telegram.org/sendMessage, -42, 12345:secret-secret,"
                + " api.telegram.org"
    })
    void what_services_hand_out_is_understood(
            String entered, Kind kind, String target, String room, String token, String shown) {
        ChannelAddress address = ChannelAddress.of(entered);
        assertThat(address.kind()).isEqualTo(kind);
        assertThat(address.target()).hasToString(target);
        assertThat(address.room().orElse(null)).isEqualTo(room);
        assertThat(address.token().orElse(null)).isEqualTo(token);
        assertThat(address.shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ben",
                "ben@",
                "a b@example.org",
                "ben@example.org\nBcc: all@example.org",
                "file:///etc/passwd",
                "ftp://example.org/",
                "gopher://example.org",
                "https:///secret",
                "https://ben:secret@example.org/",
                "slack+file://example.org/secret",
                "mail+https://example.org/secret",
                "ntfy://ntfy.example/",
                "ntfy://ntfy.example/a/secret",
                "telegram://telegram?chat=1",
                "telegram://12345:secret-secret@telegram",
                "telegram://12345:secret-secret@telegram?chat=x",
                "https://exa mple.org/secret",
                "javascript:secret"
            })
    void what_is_no_address_is_refused_without_being_repeated(String entered) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChannelAddress.of(entered))
                .withMessageNotContaining("secret");
    }

    @Test
    void an_address_is_never_printed() {
        assertThat(ChannelAddress.of("https://example.org/secret").toString()).doesNotContain("secret", "example");
    }
}
