package freshlegs.streams;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.model.fact.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each promise, seen broken by a planted topology. */
class GuaranteesTest {
    private static final List<Reading> READINGS = IntStream.range(0, 12)
            .mapToObj(day -> SomeFacts.of("ann")
                    .restingHeartRate(LocalDate.of(2026, 3, 2).plusDays(day / 2), 50 + day, day % 2))
            .toList();

    private static TestedTopology planted() {
        return TestedTopology.startPlanted(ATopologyThatCounts::build);
    }

    private static void isSeenBroken(ThrowingCallable promise) {
        assertThatThrownBy(promise).isInstanceOf(AssertionError.class).hasMessageContaining("training.trend.v1");
    }

    @Test
    void an_order_that_matters_is_seen() {
        isSeenBroken(() -> SameInAnyOrder.holdsFor(GuaranteesTest::planted, READINGS, 2, 1));
    }

    @Test
    void a_repetition_that_matters_is_seen() {
        assertThatThrownBy(() -> SameWhenRepeated.holdsFor(GuaranteesTest::planted, READINGS, 1))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_crash_that_matters_is_seen() {
        isSeenBroken(() -> SameAfterCrash.holdsFor(GuaranteesTest::planted, READINGS, 2, 1));
    }

    @Test
    void a_rebuild_that_comes_to_something_else_is_seen() {
        isSeenBroken(() -> SameOnRebuild.holdsFor(GuaranteesTest::planted, READINGS, 1));
    }

    @Test
    void what_is_told_twice_is_seen() {
        isSeenBroken(() -> NobodyToldTwice.holdsFor(GuaranteesTest::planted, READINGS, 1));
    }
}
