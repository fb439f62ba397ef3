package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final AthleteId ANN = AthleteId.of("ann");
    private static final AthleteId BOB = AthleteId.of("bob");

    private final Waiting waiting = new Waiting();

    @Test
    void a_fact_that_comes_alone_is_due_at_once() {
        waiting.arrived(ANN);

        assertThat(waiting.due(athlete -> 60)).containsExactly(ANN);
        waiting.done(ANN);
        assertThat(waiting.due(athlete -> 0)).isEmpty();
    }

    @Test
    void while_facts_keep_coming_each_fold_makes_the_next_wait_twice_as_long() {
        List<Integer> folds = new ArrayList<>();
        for (int turn = 1; turn <= 40; turn++) {
            waiting.arrived(ANN);
            if (!waiting.due(athlete -> 60).isEmpty()) {
                folds.add(turn);
                waiting.done(ANN);
            }
        }

        assertThat(folds).containsExactly(1, 3, 6, 11, 20, 37);
    }

    @Test
    void a_turn_without_a_fact_ends_the_waiting() {
        waiting.arrived(ANN);
        waiting.due(athlete -> 60);
        waiting.arrived(ANN);

        assertThat(waiting.due(athlete -> 60)).isEmpty();
        assertThat(waiting.due(athlete -> 60)).containsExactly(ANN);
    }

    @Test
    void a_long_way_is_due_when_nothing_has_arrived_since_the_last_turn() {
        waiting.arrived(ANN);

        assertThat(waiting.due(athlete -> 61)).isEmpty();
        assertThat(waiting.due(athlete -> 61)).containsExactly(ANN);
    }

    @Test
    void a_long_way_does_not_wait_for_ever_while_facts_keep_coming() {
        int turns = 0;
        do {
            waiting.arrived(ANN);
            turns++;
        } while (waiting.due(athlete -> 1000).isEmpty());

        assertThat(turns).isEqualTo(51);
    }

    @Test
    void while_many_facts_of_many_athletes_come_a_short_silence_does_not_end_the_waiting() {
        waiting.arrived(ANN);
        assertThat(waiting.due(athlete -> 60)).containsExactly(ANN);
        waiting.done(ANN);
        List<Integer> folds = new ArrayList<>();
        for (int turn = 1; turn <= 60; turn++) {
            others();
            if (turn % 10 == 0) {
                waiting.arrived(ANN);
            }
            if (waiting.due(athlete -> 60).contains(ANN)) {
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
        waiting.due(athlete -> 1000);
        waiting.arrived(BOB);

        assertThat(waiting.due(athlete -> athlete.equals(ANN) ? 1000 : 1)).containsExactly(BOB, ANN);
    }
}
