package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
    void of_more_athletes_than_turns_everybody_comes_and_then_a_newcomer_at_once() {
        List<String> ids = new ArrayList<>(ofAHundred());
        List<String> came = new ArrayList<>();
        for (int batch = 0; batch <= 100 / MOST; batch++) {
            came.addAll(turns.next(ids, MOST));
            ids.removeAll(Set.copyOf(came));
        }
        assertThat(came.stream().map(id -> id.substring(5)).distinct()).hasSize(100);
        ids.add("5000-anna");

        assertThat(turns.next(ids, MOST)).startsWith("5000-anna");
    }

    @Test
    void the_newest_of_many_athletes_comes_too() {
        List<String> ids = new ArrayList<>(ofAHundred());
        List<String> came = new ArrayList<>();
        for (int batch = 0; batch < 4 * 100 / MOST; batch++) {
            List<String> next = turns.next(ids, MOST);
            came.addAll(next);
            ids.removeAll(Set.copyOf(next));
        }
        assertThat(came).hasSize(400).doesNotHaveDuplicates();
        assertThat(came.stream().filter(id -> id.compareTo("4900") >= 0)).hasSize(100);
    }

    @Test
    void what_has_no_owner_is_left_to_whoever_puts_it_out_of_the_way() {
        List<String> ids = new ArrayList<>(ids(0, MOST, "anna"));
        ids.add("x");

        assertThat(turns.next(ids, MOST)).hasSize(MOST).doesNotContain("x");
    }

    private static List<String> ofAHundred() {
        return IntStream.range(0, 5_000)
                .mapToObj(i -> "%04d-of-%d".formatted(i, i % 100))
                .toList();
    }

    private static List<String> ids(int from, int to, String athlete) {
        List<String> ids = new ArrayList<>();
        for (int i = from; i < to; i++) {
            ids.add("%04d-%s".formatted(i, athlete));
        }
        return ids;
    }
}
