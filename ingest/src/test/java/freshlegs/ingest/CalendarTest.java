package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final LocalDate TODAY = LocalDate.parse("2026-06-10");

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    @Test
    void every_day_since_the_latest_fact_is_told_once() throws IOException {
        Calendar calendar = calendar();
        calendar.note(ANNA, TODAY.minusDays(2));

        assertThat(calendar.due(ANNA, TODAY)).containsExactly(TODAY.minusDays(2), TODAY.minusDays(1));

        calendar.closed(ANNA, TODAY.minusDays(1));
        calendar.save(folder.resolve("tmp"));
        assertThat(calendar().due(ANNA, TODAY)).isEmpty();
        assertThat(calendar().due(ANNA, TODAY.plusDays(1))).containsExactly(TODAY);
    }

    @Test
    void nobody_waits_for_athletes_unheard_of_for_sixty_days() {
        Calendar calendar = calendar();
        calendar.note(ANNA, TODAY.minusDays(61));
        assertThat(calendar.due(ANNA, TODAY)).isEmpty();

        calendar.note(ANNA, TODAY.minusDays(60));
        assertThat(calendar.due(ANNA, TODAY)).hasSize(60);
    }

    @Test
    void one_file_of_everybody_becomes_one_for_each_partition_and_goes() throws IOException {
        AthleteId bea = AthleteId.of("bea");
        Calendar former = calendar();
        former.note(ANNA, TODAY.minusDays(2));
        former.note(bea, TODAY.minusDays(3));
        former.save(folder.resolve("tmp"));
        int annas = Calendars.partitionOf(ANNA);

        Calendars one = calendars();
        one.open(Set.of(annas));
        one.note(bea, TODAY);
        one.leave(Set.of(annas));
        assertThat(folder.resolve("calendar.json")).exists();
        Calendars other = calendars();
        other.open(Calendars.everyPartition());
        other.save();

        assertThat(folder.resolve("calendar.json")).doesNotExist();
        assertThat(other.of(ANNA).orElseThrow().due(ANNA, TODAY)).hasSize(2);
        assertThat(other.of(bea).orElseThrow().due(bea, TODAY)).hasSize(3);
    }

    private Calendars calendars() {
        return new Calendars(folder, () -> folder.resolve("tmp"));
    }

    private Calendar calendar() {
        return new Calendar(folder.resolve("calendar.json"));
    }
}
