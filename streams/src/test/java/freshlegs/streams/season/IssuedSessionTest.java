package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.IssuedSession;
import freshlegs.model.result.Prescription;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topics;
import freshlegs.streams.SameInAnyOrder;
import freshlegs.streams.SameWhenRepeated;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.TestedTopology;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was issued when its day began stays, whatever is learned later; the days after it follow what is known. */
class IssuedSessionTest {
    /** A Monday. */
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** A day on which the terms have a session. */
    private static final LocalDate TUESDAY = DAY.plusDays(8);

    private final TestedTopology topology = TestedTopology.start();
    private final SomeFacts ann = SomeFacts.of("ann");

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void an_issued_session_stays_although_late_data_has_changed_the_day() {
        topology.take(twoWeeks()).settle();
        Prescription asked = on(TUESDAY);
        assertThat(asked.planned().kind().isRun()).isTrue();
        assertThat(asked.adjustment()).isEmpty();

        topology.take(AGuidedPlan.issued(TUESDAY, asked, 0), feverOn(TUESDAY.minusDays(1)))
                .settle();

        assertThat(on(TUESDAY).issued()).isTrue();
        assertThat(on(TUESDAY).planned()).isEqualTo(asked.planned());
        assertThat(on(TUESDAY).prescribed()).isEqualTo(asked.prescribed());
        assertThat(on(TUESDAY).adjustment()).isEmpty();
        assertThat(on(TUESDAY.plusDays(2)).issued()).isFalse();
        assertThat(on(TUESDAY.plusDays(2)).adjustment()).isPresent();

        topology.take(ann.closed(TUESDAY)).settle();
        assertThat(on(TUESDAY).prescribed()).isEqualTo(asked.prescribed());
    }

    @Test
    void the_adjustment_with_which_it_was_issued_stays_when_its_ground_goes() {
        topology.take(twoWeeks()).settle();
        Fact fever = feverOn(TUESDAY.minusDays(1));
        topology.take(fever).settle();
        Prescription asked = on(TUESDAY);
        assertThat(asked.adjustment()).isPresent();

        topology.take(AGuidedPlan.issued(TUESDAY, asked, 0)).settle();
        topology.delete(fever).settle();

        assertThat(on(TUESDAY).adjustment()).isEqualTo(asked.adjustment());
        assertThat(on(TUESDAY).prescribed()).isEqualTo(asked.prescribed());
        assertThat(on(TUESDAY.plusDays(2)).adjustment()).isEmpty();
    }

    @Test
    void of_two_tellings_the_first_counts_whichever_comes_first() {
        topology.take(twoWeeks()).settle();
        Prescription asked = on(TUESDAY);
        Prescription other = on(TUESDAY.plusDays(1));
        IssuedSession first = AGuidedPlan.issued(TUESDAY, asked, 0);

        topology.take(AGuidedPlan.issued(TUESDAY, other, 2)).settle();
        assertThat(on(TUESDAY).planned()).isEqualTo(other.planned());
        topology.take(first).settle();

        assertThat(on(TUESDAY).planned()).isEqualTo(asked.planned());
    }

    @Test
    void the_order_of_arrival_and_repetition_change_nothing() {
        topology.take(twoWeeks()).settle();
        List<Fact> facts = new ArrayList<>(List.of(twoWeeks()));
        facts.add(AGuidedPlan.issued(TUESDAY, on(TUESDAY), 0));
        facts.add(AGuidedPlan.issued(TUESDAY, on(TUESDAY.plusDays(1)), 1));
        facts.add(AGuidedPlan.issued(TUESDAY.plusDays(1), on(TUESDAY.plusDays(1)), 0));
        facts.add(feverOn(TUESDAY.minusDays(1)));
        facts.add(ann.cleared(TUESDAY, 0));
        facts.add(ann.terms(DAY.plusDays(5), 1));
        facts.add(ann.benchmark(DAY, 5000, 1300, 1));

        SameInAnyOrder.holdsFor(facts, 8, 20260302);
        SameWhenRepeated.holdsFor(facts, 20260302);
    }

    private Prescription on(LocalDate date) {
        return topology.told(Topics.PRESCRIPTION, RecordKey.of(ann.athlete(), date))
                .orElseThrow();
    }

    /** A week of running on stated terms, known up to the Monday before the session. */
    private Fact[] twoWeeks() {
        return new Fact[] {
            ann.terms(DAY, 0),
            ann.race(DAY, DAY.plusDays(80), 5000),
            ann.benchmark(DAY, 5000, 1350, 0),
            ann.run(DAY),
            ann.run(DAY.plusDays(3)),
            ann.run(DAY.plusDays(5)),
            ann.closed(TUESDAY.minusDays(1))
        };
    }

    private Fact feverOn(LocalDate date) {
        return ann.morning(date, 4, Set.of(CheckIn.Symptom.FEVER));
    }
}
