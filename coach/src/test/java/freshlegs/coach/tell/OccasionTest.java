package freshlegs.coach.tell;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.channel.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OccasionTest {
    private static final Instant NIGHT = Instant.parse("2026-11-20T06:30:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-20T07:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-20T12:00:00Z");

    private final AnOutbox outbox = new AnOutbox();

    /** Something to be told to Ben this morning. */
    private record Morning() implements Occasion {
        @Override
        public String kind() {
            return "REVIEW";
        }

        @Override
        public List<Due> due(Instant now) {
            return List.of(new Due("review/2026-11-16/ben", "ben", "2026-11-16", UNTIL));
        }

        @Override
        public Optional<Notice> words(String account, String subject, String key, Instant now) {
            return Optional.empty();
        }
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void it_goes_once_to_each_channel_after_the_quiet_hours_and_counts_in_no_budget() {
        outbox.channel("ben2");
        dispatch().round(NIGHT);
        assertThat(outbox.told()).isEmpty();
        Dispatch dispatch = dispatch();
        dispatch.round(MORNING);
        dispatch.round(MORNING.plusSeconds(90));
        assertThat(outbox.told()).containsExactly("REVIEW PENDING", "REVIEW PENDING");
        assertThat(outbox.database.ask("select string_agg(idempotency_key, ' ' order by id) from ledger.delivery"))
                .isEqualTo("review/2026-11-16/ben/channel:ben1 review/2026-11-16/ben/channel:ben2");
        assertThat(outbox.database.ask("select bool_or(counted) from ledger.delivery"))
                .isEqualTo("f");
    }

    @Test
    void it_is_not_begun_after_its_time() {
        dispatch().round(MORNING);
        assertThat(outbox.deliveries.claimNext(UNTIL.plusSeconds(1), UNTIL.plusSeconds(61)))
                .isEmpty();
        assertThat(outbox.told()).containsExactly("REVIEW WITHDRAWN");
        dispatch().round(UNTIL);
        assertThat(outbox.told()).hasSize(1);
    }

    @Test
    void one_that_is_no_longer_true_is_withdrawn() {
        dispatch().round(MORNING);
        Delivery review = outbox.claim("2026-11-20T07:00:00Z").orElseThrow();
        assertThat(review.subject()).isEqualTo("2026-11-16");
        outbox.deliveries.withdrawn(review);
        assertThat(outbox.told()).containsExactly("REVIEW WITHDRAWN");
    }

    private Dispatch dispatch() {
        return new Dispatch(outbox.database.database(), outbox.manners, List.of(new Morning()));
    }
}
