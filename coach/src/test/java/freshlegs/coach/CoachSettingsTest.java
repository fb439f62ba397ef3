package freshlegs.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import freshlegs.model.DatabaseAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoachSettingsTest {
    private static final DatabaseAddress DATABASE = new DatabaseAddress("jdbc:postgresql://127.0.0.1/x", "u", "secret");

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/", "file:///etc/passwd", "hook", "https:///path", "http://user:pass@host/"})
    void a_webhook_must_be_a_plain_web_address(String webhook) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(8080, Optional.of(URI.create(webhook))))
                .withMessageContaining("webhook");
    }

    @Test
    void neither_passwords_nor_the_webhooks_path_are_printed() {
        assertThat(settings(8080, Optional.of(URI.create("https://host.example/T0P")))
                        .toString())
                .contains("host.example")
                .doesNotContain("secret", "T0P");
    }

    @Test
    void a_port_is_a_port() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(70_000, Optional.empty()));
    }

    private static CoachSettings settings(int port, Optional<URI> webhook) {
        return new CoachSettings(
                DATABASE, "127.0.0.1", port, webhook, WaysIn.unknown(), Optional.empty(), Clock.systemUTC());
    }
}
