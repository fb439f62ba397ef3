package freshlegs.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.ingest.http.AnIntake.Ticking;
import freshlegs.ingest.http.Tokens.Fresh;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final AthleteId ANNA = AthleteId.of("anna");

    private final Path data;
    private final Ticking clock = new Ticking();
    private final Tokens tokens;

    TokensTest(@TempDir Path data) {
        this.data = data;
        tokens = Tokens.in(data, clock);
    }

    @Test
    void a_token_has_256_random_bits_and_only_its_hash_is_kept_for_the_owner_alone() throws IOException {
        Fresh fresh = tokens.add(ANNA, "phone");

        assertThat(fresh.secret()).matches("fl_[A-Za-z0-9_-]{43}");
        assertThat(fresh).asString().doesNotContain(fresh.secret());
        String file = Files.readString(data.resolve("tokens.json"));
        assertThat(file)
                .contains(fresh.token().sha256())
                .doesNotContain(fresh.secret().substring(3));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tokens.json"))))
                .isEqualTo("rw-------");
        assertThat(tokens.add(ANNA, "phone").secret()).isNotEqualTo(fresh.secret());
    }

    @Test
    void a_token_is_recognised_until_it_is_revoked_even_by_somebody_else() {
        Fresh phone = tokens.add(ANNA, "phone");
        Fresh watch = tokens.add(AthleteId.of("ben"), "watch");
        assertThat(tokens.recognise(phone.secret())).map(Token::athlete).contains(ANNA);

        assertThat(Tokens.in(data, clock).revoke(phone.token().id()))
                .map(Token::name)
                .contains("phone");

        assertThat(tokens.recognise(phone.secret())).isEmpty();
        assertThat(tokens.recognise(watch.secret())).map(Token::name).contains("watch");
        assertThat(tokens.revoke(phone.token().id())).isEmpty();
    }

    @Test
    void the_day_of_its_last_use_is_noted_once_a_day() throws IOException {
        Fresh fresh = tokens.add(ANNA, "phone");
        assertThat(tokens.all().get(0).lastUsed()).isEmpty();

        tokens.recognise(fresh.secret());
        Object written =
                Files.readAttributes(data.resolve("tokens.json"), "unix:ino").get("ino");
        tokens.recognise(fresh.secret());

        assertThat(Files.readAttributes(data.resolve("tokens.json"), "unix:ino").get("ino"))
                .isEqualTo(written);
        assertThat(tokens.all().get(0).lastUsed()).contains(LocalDate.of(2026, 11, 25));
        clock.forward(Duration.ofDays(1));
        tokens.recognise(fresh.secret());
        assertThat(tokens.all().get(0).lastUsed()).contains(LocalDate.of(2026, 11, 26));
    }

    @Test
    void who_has_a_token_gets_in_although_its_use_cannot_be_noted() throws IOException {
        Fresh fresh = tokens.add(ANNA, "phone");
        Path lock = data.resolve("tokens.lock");
        Files.delete(lock);
        Files.createDirectory(lock);

        assertThat(tokens.recognise(fresh.secret())).map(Token::athlete).contains(ANNA);
        assertThat(tokens.all().get(0).lastUsed()).isEmpty();
    }

    @Test
    void changes_at_the_same_time_all_count() {
        IntStream.range(0, 40).parallel().forEach(each -> Tokens.in(data, clock).add(ANNA, "token " + each));

        assertThat(tokens.all()).hasSize(40).extracting(Token::id).doesNotHaveDuplicates();
    }

    @Test
    void a_name_is_short_and_printable() {
        for (String name : List.of("", " ", "x".repeat(61), "a\u001b[31m", "a\nb")) {
            assertThatThrownBy(() -> tokens.add(ANNA, name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 to 60 printable characters");
        }
        assertThat(tokens.all()).isEmpty();
    }
}
