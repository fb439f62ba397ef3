package freshlegs.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SaidCheckInTest {
    private static final Instant SAID = Instant.parse("2026-11-20T06:30:00Z");

    private static CheckIn run(Instant recordedAt, int effort) {
        return new CheckIn.AfterRun(
                AthleteId.of("anna"),
                LocalDate.parse("2026-11-20"),
                1,
                "",
                Instant.EPOCH,
                recordedAt,
                OptionalInt.of(effort),
                OptionalInt.empty(),
                Optional.empty(),
                Set.of());
    }

    @Test
    void what_is_sent_twice_is_one_telling_whenever_it_arrives() {
        CheckIn first = SaidCheckIn.fact(run(SAID, 5), SAID.plusSeconds(1));
        CheckIn again = SaidCheckIn.fact(run(SAID, 5), SAID.plusSeconds(86_400));

        assertThat(again.ref()).isEqualTo(first.ref());
        assertThat(again.ingestedAt()).isAfter(first.ingestedAt());
        assertThat(SaidCheckIn.fact(run(SAID, 6), SAID).revision()).isNotEqualTo(first.revision());
    }

    @Test
    void of_two_the_one_that_was_said_later_counts_however_late_the_other_arrives() {
        CheckIn newer = SaidCheckIn.fact(run(SAID.plusSeconds(60), 5), SAID.plusSeconds(60));
        CheckIn late = SaidCheckIn.fact(run(SAID, 8), SAID.plusSeconds(86_400));

        assertThat(newer.factId()).isEqualTo(late.factId());
        assertThat(newer.rank()).isGreaterThan(late.rank());
    }
}
