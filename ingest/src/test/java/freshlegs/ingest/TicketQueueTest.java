package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import freshlegs.model.queue.WaitingFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TicketQueueTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final AthleteId BEA = AthleteId.of("bea");

    private long now;
    private final TicketQueue queue = new TicketQueue(() -> now);

    @Test
    void nothing_is_worked_off_from_the_first_file_on_that_is_not_done() {
        announced(3, 0, ANNA, "a");
        announced(3, 1, ANNA, "b");
        announced(3, 2, ANNA, "c");
        announced(7, 5, BEA, "d");

        queue.finished("b");
        assertThat(queue.workedOff()).isEqualTo(Map.of(3, 0L, 7, 5L));
        queue.settled();
        assertThat(queue.workedOff()).isEqualTo(Map.of(3, 0L, 7, 5L));
        queue.finished("a");
        queue.settled();

        assertThat(queue.workedOff()).isEqualTo(Map.of(3, 2L, 7, 5L));
        assertThat(queue.waiting()).containsExactly("c", "d");
    }

    @Test
    void what_is_done_counts_only_once_its_record_is_taken_out() {
        announced(3, 4, ANNA, "a");

        queue.finished("a");

        assertThat(queue.keysOfFinished()).containsExactly("anna/ticket/a");
        assertThat(queue.workedOff()).isEqualTo(Map.of(3, 4L));
        queue.settled();
        assertThat(queue.workedOff()).isEqualTo(Map.of(3, 5L));
    }

    @Test
    void a_file_that_is_announced_again_is_found_where_it_was_announced_last() {
        announced(3, 0, ANNA, "a");
        announced(3, 9, ANNA, "a");

        assertThat(queue.waiting()).containsExactly("a");
        assertThat(queue.workedOff()).isEqualTo(Map.of(3, 9L));
    }

    @Test
    void a_file_that_was_announced_again_while_it_was_being_read_is_not_read_twice() {
        announced(3, 0, ANNA, "a");
        queue.finished("a");
        announced(3, 1, ANNA, "a");

        assertThat(queue.waiting()).isEmpty();
        assertThat(queue.keysOfFinished()).containsExactly("anna/ticket/a");
    }

    @Test
    void a_tombstone_takes_a_file_out() {
        announced(3, 0, ANNA, "a");

        queue.read(3, 1, "anna/ticket/a", null);

        assertThat(queue.waiting()).isEmpty();
        assertThat(queue.workedOff()).isEqualTo(Map.of(3, 2L));
    }

    @Test
    void with_its_partition_a_file_goes_to_somebody_else() {
        announced(3, 0, ANNA, "a");
        announced(7, 0, BEA, "d");

        queue.forget(Set.of(3));

        assertThat(queue.waiting()).containsExactly("d");
        assertThat(queue.workedOff()).containsOnlyKeys(7);
        assertThat(queue.partitions()).containsExactly(7);
    }

    @Test
    void a_ticket_that_is_nowhere_is_looked_for_for_a_minute() {
        announced(3, 0, ANNA, "a");
        announced(3, 1, ANNA, "b");

        assertThat(queue.missed("a")).isFalse();
        assertThat(queue.waiting()).containsExactly("b");
        later(Duration.ofSeconds(2));
        assertThat(queue.waiting()).containsExactly("a", "b");
        later(Duration.ofSeconds(60));
        assertThat(queue.missed("a")).isTrue();

        assertThat(queue.waiting()).containsExactly("b");
        assertThat(queue.keysOfFinished()).containsExactly("anna/ticket/a");
    }

    @Test
    void one_partition_that_is_full_leaves_room_for_others() {
        for (int i = 0; i < TicketQueue.MOST; i++) {
            announced(3, i, ANNA, "a" + i);
        }
        announced(7, 0, BEA, "d");

        assertThat(queue.full()).containsExactly(3);
    }

    private void announced(int partition, long offset, AthleteId athlete, String delivery) {
        WaitingFile file = new WaitingFile(athlete, delivery, "5c0ffee1", Route.UPLOAD, "00", 1, Instant.EPOCH);
        queue.read(partition, offset, athlete + "/ticket/" + delivery, file);
    }

    private void later(Duration duration) {
        now += duration.toNanos();
    }
}
