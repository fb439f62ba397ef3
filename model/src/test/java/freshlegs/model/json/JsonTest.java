package freshlegs.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.DayClosed;
import freshlegs.model.fact.Reading;
import freshlegs.model.plan.Ability;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 29);
    private static final Instant NOW = Instant.parse("2026-03-29T06:30:00Z");

    @Test
    void a_reading_is_one_line_that_names_its_kind_and_units() {
        Reading reading = new Reading.RestingHeartRate(ANNA, DAY, "0f", NOW, NOW, "watch", 48);

        String json = Json.writeText(reading);

        assertThat(json)
                .isEqualTo("{\"reading\":\"resting-heart-rate\",\"athlete\":\"anna\",\"localDate\":\"2026-03-29\","
                        + "\"revision\":\"0f\",\"ingestedAt\":\"2026-03-29T06:30:00Z\","
                        + "\"observedAt\":\"2026-03-29T06:30:00Z\",\"device\":\"watch\",\"bpm\":48.0}");
        assertThat(Json.read(json, Reading.class)).isEqualTo(reading);
    }

    @Test
    void what_was_not_said_is_left_out_and_read_back_as_absent() {
        CheckIn morning = new CheckIn.Morning(
                ANNA,
                DAY,
                "1",
                NOW,
                NOW,
                OptionalInt.of(3),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());

        String json = Json.writeText(morning);

        assertThat(json).contains("\"fatigue\":3").doesNotContain("mood").doesNotContain("null");
        assertThat(Json.read(json, CheckIn.class)).isEqualTo(morning);
        assertThat(Json.read(json.replace(",\"symptoms\":[]", ""), CheckIn.class))
                .isEqualTo(morning);
    }

    @Test
    void unknown_fields_are_tolerated() {
        assertThat(Json.read(
                        "{\"athlete\":\"anna\",\"localDate\":\"2026-03-29\",\"ingestedAt\":\"2026-03-29T06:30:00Z\",\"x\":1}",
                        DayClosed.class))
                .isEqualTo(new DayClosed(ANNA, DAY, NOW));
    }

    @Test
    void a_column_with_gaps_survives_the_wire() {
        Column column = Column.of(Column.MISSING, 120, 121, Column.MISSING, Column.MISSING, 119, Column.MISSING);

        String json = Json.writeText(column);

        assertThat(json).isEqualTo("{\"size\":7,\"gaps\":[0,1,3,2,6,1],\"deltas\":[120,1,-2]}");
        assertThat(Json.read(json, Column.class)).isEqualTo(column);
    }

    @Test
    void a_column_whose_parts_disagree_is_refused() {
        assertThatThrownBy(() -> Json.read("{\"size\":3,\"gaps\":[],\"deltas\":[1]}", Column.class))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void an_answer_out_of_range_is_refused_by_name() {
        String json = Json.writeText(new DayClosed(ANNA, DAY, NOW))
                .replaceFirst(
                        "\\{",
                        "{\"checkin\":\"morning\",\"revision\":\"1\",\"recordedAt\":\"2026-03-29T06:30:00Z\",\"fatigue\":8,");

        assertThatThrownBy(() -> Json.read(json, CheckIn.class))
                .hasRootCauseMessage("fatigue must lie between 1 and 7");
    }

    @Test
    void a_prescription_of_before_there_were_steps_can_still_be_read() {
        String workout = "{\"kind\":\"EASY\",\"title\":\"Easy run\",\"minutes\":40,\"hard\":false}";

        Prescription old = Json.read("""
                {"athlete":"anna","date":"2026-03-29","level":1,"levelName":"Strides","status":"GREEN","planned":%1$s,
                 "prescribed":%1$s,"decisions":[]}
                """.formatted(workout), Prescription.class);

        assertThat(old.prescribed()).isEqualTo(Workout.plain(Workout.Kind.EASY, "Easy run", 40, false));
        assertThat(old.ability()).isEqualTo(Ability.UNKNOWN);
        assertThat(old.week()).isEmpty();
        assertThat(old.issued()).isFalse();
        assertThat(Json.read(Json.write(old), Prescription.class)).isEqualTo(old);
    }
}
