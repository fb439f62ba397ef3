package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.FileOutcome.Outcome;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topics;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.TestedTopology;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FileOutcomeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant FIRST = SomeFacts.nextNoon(DAY);
    private static final Instant LATER = FIRST.plusSeconds(60);

    private final TestedTopology topology = TestedTopology.start();
    private final SomeFacts ann = SomeFacts.of("ann");

    @AfterEach
    void close() {
        topology.close();
    }

    private Optional<FileOutcome> outcomeOf(String delivery) {
        return topology.told(Topics.FILE_OUTCOME, RecordKey.of(ann.athlete(), delivery));
    }

    private Outcome settledOutcomeOf(String delivery) {
        topology.settle();
        return outcomeOf(delivery).orElseThrow().outcome();
    }

    @Test
    void a_file_is_imported_once_its_run_has_come_in_and_been_folded() {
        topology.take(ann.delivery("a", FIRST, ann.run(DAY))).settle();
        assertThat(outcomeOf("a")).isEmpty();

        topology.take(ann.run(DAY));
        assertThat(settledOutcomeOf("a")).isEqualTo(Outcome.IMPORTED);
        assertThat(outcomeOf("a").orElseThrow().reason()).isEmpty();
    }

    @Test
    void a_file_that_could_not_be_read_is_set_aside_with_its_reason() {
        topology.take(ann.delivery("a", FIRST, Optional.of("not a FIT file")));

        assertThat(settledOutcomeOf("a")).isEqualTo(Outcome.SET_ASIDE);
        assertThat(outcomeOf("a").orElseThrow().reason()).contains("not a FIT file");
    }

    @Test
    void the_same_bytes_again_are_a_duplicate_of_the_first_whichever_is_heard_of_first() {
        topology.take(ann.run(DAY), ann.file("b").at(LATER).bytes("x").with(ann.run(DAY)));
        assertThat(settledOutcomeOf("b")).isEqualTo(Outcome.IMPORTED);

        topology.take(ann.file("a").at(FIRST).bytes("x").with(ann.run(DAY)));
        assertThat(settledOutcomeOf("b")).isEqualTo(Outcome.DUPLICATE);
        assertThat(settledOutcomeOf("a")).isEqualTo(Outcome.IMPORTED);
        assertThat(outcomeOf("b").orElseThrow().duplicateOf()).contains("a");
        assertThat(outcomeOf("b").orElseThrow().reason()).contains("the same bytes had come before: a.fit");
    }

    @Test
    void the_same_run_in_other_bytes_is_imported_whichever_came_first() {
        topology.take(ann.run(DAY), ann.delivery("b", LATER, ann.run(DAY)), ann.delivery("a", FIRST, ann.run(DAY)));

        assertThat(settledOutcomeOf("b")).isEqualTo(Outcome.IMPORTED);
        assertThat(settledOutcomeOf("a")).isEqualTo(Outcome.IMPORTED);
    }

    @Test
    void of_all_files_that_hold_one_recording_only_one_says_that_it_is_kept() {
        Fact run = ann.run(DAY);
        topology.take(run, ann.file("c").at(LATER).bytes("y").with(run))
                .settle()
                .take(
                        ann.file("b").at(LATER).bytes("x").with(run),
                        ann.file("a").at(FIRST).bytes("x").with(run))
                .settle();

        assertThat(outcomeOf("a").orElseThrow().copies()).allMatch(FileOutcome.Copy::kept);
        assertThat(outcomeOf("b").orElseThrow().copies()).noneMatch(FileOutcome.Copy::kept);
        assertThat(outcomeOf("c").orElseThrow().outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(outcomeOf("c").orElseThrow().copies()).noneMatch(FileOutcome.Copy::kept);
        assertThat(outcomeOf("c").orElseThrow().reason()).contains("the same recording as in a.fit");

        topology.take(ann.decided("a", FileDecision.Verdict.UNDO, LATER)).settle();
        assertThat(outcomeOf("a").orElseThrow().copies()).noneMatch(FileOutcome.Copy::kept);
        assertThat(outcomeOf("b").orElseThrow().copies()).allMatch(FileOutcome.Copy::kept);
        assertThat(outcomeOf("b").orElseThrow().outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(outcomeOf("c").orElseThrow().reason()).contains("the same recording as in b.fit");

        topology.delete(ann.file("b").at(LATER).bytes("x").with(run)).settle();
        assertThat(outcomeOf("c").orElseThrow().copies()).allMatch(FileOutcome.Copy::kept);
    }

    @Test
    void a_file_that_brings_more_than_the_same_bytes_before_it_may_still_show_a_recording_as_kept() {
        Fact run = ann.run(DAY);
        topology.take(run, ann.file("c").at(LATER).bytes("y").with(run))
                .take(ann.file("a").at(FIRST).bytes("x").with())
                .settle()
                .take(ann.file("b").at(LATER).bytes("x").with(run))
                .settle();

        assertThat(outcomeOf("b").orElseThrow().copies()).allMatch(FileOutcome.Copy::kept);
        assertThat(outcomeOf("c").orElseThrow().copies()).noneMatch(FileOutcome.Copy::kept);
    }

    @Test
    void a_file_names_the_readings_that_count_no_more() {
        Fact reading = ann.restingHeartRate(DAY, 52, 6);
        topology.take(reading, ann.delivery("a", FIRST, reading), ann.delivery("b", LATER, reading));

        topology.take(ann.decided("a", FileDecision.Verdict.UNDO, LATER)).settle();
        assertThat(outcomeOf("a").orElseThrow().takenBack()).isEmpty();

        topology.take(ann.decided("b", FileDecision.Verdict.UNDO, LATER)).settle();
        assertThat(outcomeOf("a").orElseThrow().takenBack()).containsExactly(reading.ref());
        assertThat(outcomeOf("b").orElseThrow().takenBack()).containsExactly(reading.ref());

        topology.delete(ann.decided("a", FileDecision.Verdict.UNDO, LATER)).settle();
        assertThat(outcomeOf("b").orElseThrow().takenBack()).isEmpty();
    }

    @Test
    void a_file_that_could_not_be_read_is_a_duplicate_when_it_comes_again() {
        topology.take(
                ann.file("a").at(FIRST).bytes("x").problem("not a FIT file").with(),
                ann.file("b").at(LATER).bytes("x").problem("not a FIT file").with());

        assertThat(settledOutcomeOf("a")).isEqualTo(Outcome.SET_ASIDE);
        assertThat(settledOutcomeOf("b")).isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void an_archive_is_imported_though_it_holds_nothing_itself() {
        topology.take(ann.file("zip").at(FIRST).with());

        assertThat(settledOutcomeOf("zip")).isEqualTo(Outcome.IMPORTED);
    }

    @Test
    void a_poorer_copy_of_a_run_is_imported_as_an_alternative_whichever_came_first() {
        Fact poor = ann.run(DAY, 1000);
        Fact rich = ann.run(DAY, 3600);
        topology.take(poor, ann.delivery("poor", FIRST, poor));
        assertThat(settledOutcomeOf("poor")).isEqualTo(Outcome.IMPORTED);
        assertThat(outcomeOf("poor").orElseThrow().copies()).allMatch(FileOutcome.Copy::kept);

        topology.take(rich, ann.delivery("rich", LATER, rich));
        assertThat(settledOutcomeOf("rich")).isEqualTo(Outcome.IMPORTED);
        assertThat(settledOutcomeOf("poor")).isEqualTo(Outcome.IMPORTED);
        assertThat(outcomeOf("poor").orElseThrow().copies()).noneMatch(FileOutcome.Copy::kept);
        assertThat(outcomeOf("poor").orElseThrow().reason()).contains("an alternative: rich.fit has more samples");
    }

    @Test
    void a_damaged_file_says_what_was_read_of_it() {
        topology.take(
                ann.run(DAY),
                ann.file("a").at(FIRST).salvaged("it ends early", 45).with(ann.run(DAY)));

        assertThat(settledOutcomeOf("a")).isEqualTo(Outcome.IMPORTED);
        assertThat(outcomeOf("a").orElseThrow().reason()).contains("salvaged: it ends early; 45 % was read");
    }

    @Test
    void a_file_whose_run_is_deleted_waits_again() {
        topology.take(ann.run(DAY), ann.delivery("a", FIRST, ann.run(DAY))).settle();
        topology.delete(ann.run(DAY)).settle();

        assertThat(outcomeOf("a")).isEmpty();
    }

    @Test
    void a_file_with_one_new_run_among_old_ones_is_imported() {
        topology.take(ann.run(DAY), ann.run(DAY.plusDays(1)))
                .take(ann.delivery("a", FIRST, ann.run(DAY)))
                .take(ann.delivery("b", LATER, ann.run(DAY), ann.run(DAY.plusDays(1))));

        assertThat(settledOutcomeOf("b")).isEqualTo(Outcome.IMPORTED);
    }

    @Test
    void a_reading_that_a_later_one_of_the_day_replaced_was_imported_all_the_same() {
        Fact early = ann.restingHeartRate(DAY, 52, 6);
        Fact late = ann.restingHeartRate(DAY, 49, 20);
        topology.take(early, late, ann.delivery("a", FIRST, early), ann.delivery("b", LATER, late));

        assertThat(settledOutcomeOf("a")).isEqualTo(Outcome.IMPORTED);
        assertThat(settledOutcomeOf("b")).isEqualTo(Outcome.IMPORTED);
    }

    @Test
    void a_run_that_could_not_be_analysed_makes_its_file_failed() {
        Fact broken = ann.run(DAY, 10, FIRST, Optional.of("its samples run backwards"));
        topology.take(broken, ann.delivery("a", FIRST, broken));

        assertThat(settledOutcomeOf("a")).isEqualTo(Outcome.FAILED);
        assertThat(outcomeOf("a").orElseThrow().reason()).contains("its samples run backwards");
    }

    @Test
    void a_run_from_a_wrong_clock_is_imported_and_says_that_trends_go_without_it() {
        Fact old = ann.run(LocalDate.of(1989, 12, 31), 10, FIRST, Optional.empty());
        topology.take(old, ann.delivery("a", FIRST, old));

        assertThat(settledOutcomeOf("a")).isEqualTo(Outcome.IMPORTED);
        assertThat(outcomeOf("a").orElseThrow().reason()).contains("kept out of trends: dated 1989-12-31");
    }
}
