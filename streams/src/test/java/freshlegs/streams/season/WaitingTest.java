package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final int MANY_LATE = 20;
    private static final AthleteId ANN = AthleteId.of("ann");
    private static final AthleteId BOB = AthleteId.of("bob");

    private final Waiting waiting = new Waiting();

    @Test
    void a_fact_that_comes_alone_is_due_at_once() {
        waiting.arrived(ANN);

        assertThat(waiting.due(athlete -> 60, false)).containsExactly(ANN);
        waiting.done(ANN);
        assertThat(waiting.due(athlete -> 0, false)).isEmpty();
    }

    @Test
    void while_facts_keep_coming_each_fold_makes_the_next_wait_twice_as_long() {
        List<Integer> folds = new ArrayList<>();
        for (int turn = 1; turn <= 40; turn++) {
            waiting.arrived(ANN);
            if (!waiting.due(athlete -> 60, false).isEmpty()) {
                folds.add(turn);
                waiting.done(ANN);
            }
        }

        assertThat(folds).containsExactly(1, 3, 6, 11, 20, 37);
    }

    @Test
    void a_turn_without_a_fact_ends_the_waiting() {
        waiting.arrived(ANN);
        waiting.due(athlete -> 60, false);
        waiting.arrived(ANN);

        assertThat(waiting.due(athlete -> 60, false)).isEmpty();
        assertThat(waiting.due(athlete -> 60, false)).containsExactly(ANN);
    }

    @Test
    void a_long_way_is_due_when_nothing_has_arrived_since_the_last_turn() {
        waiting.arrived(ANN);

        assertThat(waiting.due(athlete -> 61, false)).isEmpty();
        assertThat(waiting.due(athlete -> 61, false)).containsExactly(ANN);
    }

    @Test
    void a_long_way_does_not_wait_for_ever_while_facts_keep_coming() {
        int turns = 0;
        do {
            waiting.arrived(ANN);
            turns++;
        } while (waiting.due(athlete -> 1000, false).isEmpty());

        assertThat(turns).isEqualTo(51);
    }

    @Test
    void while_many_facts_of_many_athletes_come_a_short_silence_does_not_end_the_waiting() {
        waiting.arrived(ANN);
        assertThat(waiting.due(athlete -> 60, false)).containsExactly(ANN);
        waiting.done(ANN);
        List<Integer> folds = new ArrayList<>();
        for (int turn = 1; turn <= 60; turn++) {
            others();
            if (turn % 10 == 0) {
                waiting.arrived(ANN);
            }
            if (waiting.due(athlete -> 60, false).contains(ANN)) {
                folds.add(turn);
                waiting.done(ANN);
            }
        }

        assertThat(folds).containsExactly(11, 22, 34, 48);
    }

    private void others() {
        for (int other = 0; other < 20; other++) {
            AthleteId athlete = AthleteId.of("athlete" + other);
            waiting.arrived(athlete);
        }
    }

    @Test
    void short_ways_go_first() {
        waiting.arrived(ANN);
        waiting.due(athlete -> 1000, false);
        waiting.arrived(BOB);

        assertThat(waiting.due(athlete -> athlete.equals(ANN) ? 1000 : 1, false))
                .containsExactly(BOB, ANN);
    }

    @Test
    void whose_late_facts_come_waits_for_the_end_of_the_backlog() {
        manyLateFactsOf(ANN);
        waiting.arrived(BOB);

        assertThat(waiting.due(athlete -> 1, true)).containsExactly(BOB);
        assertThat(waiting.due(athlete -> 1, true)).doesNotContain(ANN);
        assertThat(waiting.due(athlete -> 1, false)).contains(ANN);
    }

    @Test
    void who_has_few_late_facts_amid_the_backlog_of_others_does_not_wait_for_its_end() {
        for (int file = 0; file < MANY_LATE; file++) {
            waiting.arrivedLate(ANN);

            int turns = 1;
            while (waiting.due(athlete -> 1, true).isEmpty()) {
                turns++;
            }
            assertThat(turns).isLessThan(MANY_LATE);
            waiting.done(ANN);
        }
    }

    @Test
    void a_backlog_without_end_does_not_keep_anybody_waiting_for_ever() {
        List<Integer> folds = new ArrayList<>();
        for (int turn = 1; turn <= 5_000; turn++) {
            manyLateFactsOf(ANN);
            if (!waiting.due(athlete -> 1, true).isEmpty()) {
                folds.add(turn);
                waiting.done(ANN);
            }
        }

        assertThat(folds).hasSize(2).first().isEqualTo(1_501);
    }

    @Test
    void facts_taken_in_a_while_ago_make_a_backlog_until_a_lull() {
        Backlog backlog = new Backlog();

        assertThat(backlog.read(9_000, 10_000)).isFalse();
        assertThat(backlog.isBeingRead(10_000)).isFalse();
        assertThat(backlog.read(6_000, 10_000)).isTrue();
        assertThat(backlog.isBeingRead(10_499)).isTrue();
        assertThat(backlog.isBeingRead(10_500)).isFalse();
    }

    private void manyLateFactsOf(AthleteId athlete) {
        for (int fact = 0; fact < MANY_LATE; fact++) {
            waiting.arrivedLate(athlete);
        }
    }
}
