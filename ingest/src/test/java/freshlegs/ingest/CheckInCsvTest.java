package freshlegs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckInCsvTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final Instant CHANGED = Instant.parse("2026-06-01T07:00:00Z");

    @Test
    void mornings_and_runs_are_read_from_one_table() {
        CheckInCsv.Parsed parsed = read("""
                date,run,effort,fatigue,sleep_hours,alcohol,cycle_phase,pain_or_limp,symptoms,recorded_at
                2026-05-31,,,3,7.5,false,luteal,false,fever;body-ache,2026-05-31T06:15:00Z
                2026-05-31,1,8,,,,,true,,
                """);

        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.checkIns()).hasSize(2);
        assertThat(parsed.checkIns().get(0)).isInstanceOfSatisfying(CheckIn.Morning.class, morning -> {
            assertThat(morning.localDate()).isEqualTo(LocalDate.parse("2026-05-31"));
            assertThat(morning.fatigue()).hasValue(3);
            assertThat(morning.sleepHours()).hasValue(7.5);
            assertThat(morning.cyclePhase()).contains(CheckIn.CyclePhase.LUTEAL);
            assertThat(morning.symptoms()).containsExactly(CheckIn.Symptom.FEVER, CheckIn.Symptom.BODY_ACHE);
            assertThat(morning.recordedAt()).isEqualTo(Instant.parse("2026-05-31T06:15:00Z"));
        });
        assertThat(parsed.checkIns().get(1)).isInstanceOfSatisfying(CheckIn.AfterRun.class, run -> {
            assertThat(run.ordinal()).isEqualTo(1);
            assertThat(run.effort()).hasValue(8);
            assertThat(run.recordedAt()).isEqualTo(CHANGED);
        });
    }

    @Test
    void what_is_written_reads_back_with_the_same_revisions() {
        CheckInCsv.Parsed parsed = read("""
                date,run,effort,quality,mood,pulse_bpm,symptoms
                2026-05-30,2,4,9,,,
                2026-05-31,,,,6,48.5,chest-pain
                """);

        assertThat(read(CheckInCsv.write(parsed.checkIns()))).isEqualTo(parsed);
    }

    @Test
    void the_same_telling_has_the_same_revision_whenever_it_arrives() {
        String table = "date,fatigue\n2026-05-31,3\n";
        CheckIn later = CheckInCsv.read(table, ANNA, NOW.plusSeconds(86_400), CHANGED)
                .checkIns()
                .get(0);

        assertThat(later.revision())
                .isEqualTo(read(table).checkIns().get(0).revision())
                .hasSize(16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date,effort;2026-05-31,5|line 2, column effort: belongs to a run: fill in column run",
                "date,run,effort;2026-05-31,1,11|line 2, column effort: needs a whole number from 1 to 10",
                "date,run,fatigue;2026-05-31,1,3|line 2, column fatigue: belongs to a morning: leave column run empty",
                "date,fatigue;2026-05-30,2;31.5.2026,3|line 3, column date: needs a date such as 2026-05-31",
                "date,fatigue;,3|line 2, column date: a date is needed, such as 2026-05-31",
                "date,alcohol;2026-05-31,yes|line 2, column alcohol: needs true or false",
                "date,sleep_hours;2026-05-31,NaN|line 2, column sleep_hours: needs a number from 0 to 24",
                "date,cycle_phase;2026-05-31,moon|line 2, column cycle_phase: needs one of menstrual,",
                "date,symptoms;2026-05-31,cold|line 2, column symptoms: needs one of chest-pain,",
                "date,fatigue;2026-05-31,3,4|line 2, column 3: there are more cells than columns",
                "date,fatige;2026-05-31,3|line 1, column fatige: unknown; the columns are date,",
                "fatigue;3|line 1, column date: missing",
            })
    void a_mistake_names_its_line_and_column(String table, String problem) {
        CheckInCsv.Parsed parsed = read(table.replace(';', '\n'));

        assertThat(parsed.checkIns()).isEmpty();
        assertThat(parsed.problems()).singleElement().asString().startsWith(problem);
    }

    @Test
    void spreadsheets_may_add_marks_quotes_and_their_own_line_endings() {
        assertThat(read("\uFEFF\"date\",fatigue,symptoms\r\n2026-05-31,\"3\",\"fever;chills\"\r\n\r\n")
                        .checkIns())
                .singleElement()
                .isInstanceOfSatisfying(CheckIn.Morning.class, morning -> assertThat(morning.symptoms())
                        .hasSize(2));
    }

    private static CheckInCsv.Parsed read(String table) {
        return CheckInCsv.read(table, ANNA, NOW, CHANGED);
    }
}
