package freshlegs.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.ingest.limit.Limit;
import freshlegs.ingest.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
    private final AtomicLong seconds = new AtomicLong();

    @Test
    void who_sends_a_byte_now_and_then_is_not_listened_to_for_ever() throws IOException {
        BoundedBody body = body(1_000);
        byte[] one = new byte[1];
        for (int second = 0; second <= 30; second++) {
            seconds.set(second);
            assertThat(body.read(one)).isEqualTo(1);
        }
        seconds.set(31);

        assertThatThrownBy(() -> body.read(one))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(408))
                .hasMessageContaining("too slowly");
        assertThatThrownBy(() -> body.read(one)).isInstanceOf(Refusal.class);
        assertThat(body.refusal()).isPresent();
    }

    @Test
    void who_sends_slowly_but_steadily_is_listened_to() throws IOException {
        BoundedBody body = body(600 * 1_000);
        byte[] some = new byte[600];
        for (int second = 1; second <= 1_000; second++) {
            seconds.set(second);
            assertThat(body.read(some)).isEqualTo(600);
        }
        assertThat(body.read()).isEqualTo(-1);
        assertThat(body.refusal()).isEmpty();
    }

    @Test
    void no_byte_beyond_the_limit_is_given_on() throws IOException {
        BoundedBody exact = body(1 << 20);
        assertThat(exact.readAllBytes()).hasSize(1 << 20);
        BoundedBody more = body((1 << 20) + 1);
        assertThatThrownBy(more::readAllBytes)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(413))
                .hasMessageContaining("FRESHLEGS_LIMIT_REQUEST_MEGABYTES");
    }

    @Test
    void a_line_that_breaks_is_remembered() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        BoundedBody body = new BoundedBody(broken, Limits.STANDARD);

        assertThatThrownBy(() -> body.read(new byte[1])).isInstanceOf(IOException.class);
        assertThat(body.refusal()).get().matches(refusal -> refusal.status() == 408);
    }

    private BoundedBody body(int bytes) {
        return new BoundedBody(
                new ByteArrayInputStream(new byte[bytes]),
                Limits.STANDARD.with(Limit.REQUEST_MEGABYTES, 1),
                () -> TimeUnit.SECONDS.toNanos(seconds.get()));
    }
}
