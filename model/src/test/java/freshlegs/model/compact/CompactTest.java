package freshlegs.model.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.FactKind;
import freshlegs.model.json.Json;
import java.lang.constant.ConstantDesc;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompactTest {

    /** Something of everything. */
    record Everything(
            AthleteId athlete,
            boolean flag,
            int whole,
            long longer,
            double number,
            String text,
            LocalDate date,
            Instant moment,
            FactKind kind,
            Column column,
            Optional<String> maybe,
            OptionalInt maybeWhole,
            OptionalDouble maybeNumber,
            List<Part> parts,
            Set<FactKind> kinds,
            Map<FactKind, Integer> counts,
            Optional<ZoneId> zone,
            Duration duration,
            Kind variant) {}

    /** One of several. */
    record Part(int one, OptionalDouble other) {}

    /** One way or the other. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "way")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = One.class, name = "one"),
        @JsonSubTypes.Type(value = Other.class, name = "other")
    })
    sealed interface Kind permits One, Other {}

    /** One way. */
    record One(int steps) implements Kind {}

    /** The other way. */
    record Other(String name) implements Kind {}

    /** As a later program knows a part: the two have changed places, something is gone and something new. */
    record LaterEverything(
            String text, AthleteId athlete, List<LaterPart> parts, Optional<String> added, Kind variant) {}

    /** Only half of what it was. */
    record LaterPart(OptionalDouble other) {}

    private static final Compact<Everything> CODEC = Compact.of(Everything.class);

    private static final Everything SOMETHING = new Everything(
            AthleteId.of("ann"),
            true,
            -7,
            1L << 60,
            48.25,
            "fünf",
            LocalDate.of(1999, 12, 31),
            Instant.parse("2026-03-01T06:00:00.000000007Z"),
            FactKind.HRV,
            Column.of(5, 5, Column.MISSING, 4, Integer.MAX_VALUE, -3),
            Optional.of("here"),
            OptionalInt.empty(),
            OptionalDouble.of(0.1 + 0.2),
            List.of(new Part(1, OptionalDouble.empty()), new Part(2, OptionalDouble.of(3.4))),
            Set.of(FactKind.SLEEP),
            Map.of(FactKind.PROFILE, 4),
            Optional.of(ZoneId.of("Europe/Berlin")),
            Duration.ofSeconds(90),
            new Other("way"));

    @Test
    void everything_comes_back_as_it_was() {
        assertThat(CODEC.read(CODEC.write(SOMETHING))).isEqualTo(SOMETHING);
    }

    @Test
    void equal_things_have_equal_bytes() {
        Everything again = Json.read(Json.write(SOMETHING), Everything.class);

        assertThat(CODEC.write(again)).isEqualTo(CODEC.write(SOMETHING));
    }

    @Test
    void every_number_comes_back_to_the_last_bit() {
        Compact<Part> codec = Compact.of(Part.class);
        Random random = new Random(20261125);
        for (int i = 0; i < 200_000; i++) {
            double number =
                    switch (i % 4) {
                        case 0 -> Double.longBitsToDouble(random.nextLong());
                        case 1 -> random.nextInt(1_000_000) / Math.pow(10, random.nextInt(6));
                        case 2 -> -random.nextDouble();
                        default -> random.nextLong() / 8.0;
                    };
            double read = codec.read(codec.write(new Part(i, OptionalDouble.of(number))))
                    .other()
                    .getAsDouble();
            assertThat(Double.doubleToRawLongBits(read)).isEqualTo(Double.doubleToRawLongBits(number));
        }
        assertThat(1
                        / codec.read(codec.write(new Part(0, OptionalDouble.of(-0.0))))
                                .other()
                                .getAsDouble())
                .isNegative();
    }

    @Test
    void a_later_program_reads_by_the_layout_that_was_kept() {
        Layout kept = Json.read(Json.write(CODEC.layout()), Layout.class);

        assertThat(Compact.of(LaterEverything.class).read(CODEC.write(SOMETHING), kept))
                .isEqualTo(new LaterEverything(
                        "fünf",
                        AthleteId.of("ann"),
                        List.of(new LaterPart(OptionalDouble.empty()), new LaterPart(OptionalDouble.of(3.4))),
                        Optional.empty(),
                        new Other("way")));
        assertThat(CODEC.read(CODEC.write(SOMETHING), kept)).isEqualTo(SOMETHING);
    }

    @Test
    void bytes_of_another_layout_or_edition_are_told_apart() {
        Compact<Part> first = Compact.of(Part.class, 1);
        byte[] bytes = first.write(new Part(1, OptionalDouble.empty()));

        assertThat(first.isOwn(bytes)).isTrue();
        assertThat(Compact.of(Part.class, 2).isOwn(bytes)).isFalse();
        assertThat(CODEC.isOwn(bytes)).isFalse();
        assertThat(first.isOwn(Json.write(new Part(1, OptionalDouble.empty())))).isFalse();
        assertThatThrownBy(() -> CODEC.read(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Sealed by Java 17 itself; in later versions {@link ZoneId} is, too, and bytes must stay what they were. */
    record OfJava(ConstantDesc sealed, ZoneId zone) {}

    @Test
    void what_java_seals_is_written_as_json_in_every_version_of_it() {
        assertThat(ConstantDesc.class.isSealed()).isTrue();
        assertThat(Compact.of(OfJava.class).layout().parts())
                .containsExactly(Layout.of(Layout.Form.JSON), Layout.of(Layout.Form.JSON));
    }
}
