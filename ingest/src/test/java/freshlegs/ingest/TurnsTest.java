package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final int MOST = 16;

    private final List<String> asked = new ArrayList<>();
    private final Turns turns = new Turns(id -> {
        asked.add(id);
        return id.startsWith("x") ? Optional.empty() : Optional.of(AthleteId.of(id.substring(5)));
    });

    @Test
    void few_come_as_they_are() {
        assertThat(turns.next(List.of("0002-bea", "0001-anna"), MOST)).containsExactly("0002-bea", "0001-anna");
        assertThat(asked).isEmpty();
    }

    @Test
    void nobody_waits_behind_somebody_else_wherever_their_files_stand() {
        List<String> ids = new ArrayList<>(ids(0, 5_000, "anna"));
        ids.addAll(List.of("5000-bea", "5001-cleo"));
        ids.addAll(ids(5_002, 10_000, "anna"));

        List<String> next = turns.next(ids, MOST);

        assertThat(next)
                .hasSize(MOST)
                .doesNotHaveDuplicates()
                .startsWith("0000-anna", "5000-bea", "5001-cleo", "0001-anna", "0002-anna", "9999-anna");
        ids.removeAll(Set.copyOf(next));
        assertThat(turns.next(ids, MOST)).hasSize(MOST);
        assertThat(asked).doesNotHaveDuplicates();
    }

    @Test
    void what_has_no_owner_is_left_to_whoever_puts_it_out_of_the_way() {
        List<String> ids = new ArrayList<>(ids(0, MOST, "anna"));
        ids.add("x");

        assertThat(turns.next(ids, MOST)).hasSize(MOST).doesNotContain("x");
    }

    private static List<String> ids(int from, int to, String athlete) {
        List<String> ids = new ArrayList<>();
        for (int i = from; i < to; i++) {
            ids.add("%04d-%s".formatted(i, athlete));
        }
        return ids;
    }
}
