package freshlegs.streams.load;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Session;
import freshlegs.streams.SomeFacts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffortsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 22);

    private final SomeFacts ann = SomeFacts.of("ann");

    @Test
    void recordings_of_one_start_that_were_split_into_two_runs_keep_what_was_said_of_each() {
        Session first = ann.run(DAY, 1);
        Session second = ann.run(DAY, 2);

        Efforts efforts = new Efforts(List.of(first, second), List.of(ann.afterRun(DAY, 9)));

        assertThat(efforts.of(first)).hasValue(9);
        assertThat(efforts.of(second)).isEmpty();
    }
}
