package freshlegs.model.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.Status;
import freshlegs.model.json.Json;
import freshlegs.model.json.Revision;
import freshlegs.model.topic.RecordKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What people state beyond check-ins and profiles: goals, phases, decisions about the plan, verdicts, silences, retractions. */
class StatedFactsTest {
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Instant NOW = Instant.parse("2026-03-09T19:00:00Z");
    private static final Person COACH = new Person(Person.Role.COACH, "c-17");
    private static final String SEEN = "8d5e0c2f9a417b36";

    private static Goal goal(int edit, Instant recordedAt, OptionalInt target) {
        return new Goal(ANNA, DAY, "r", NOW, recordedAt, edit, Goal.Event.RACE, 5000, LocalDate.of(2026, 5, 3), target);
    }

    private static PlanDecision decision(PlanDecision.Verdict verdict, Optional<String> workout) {
        return new PlanDecision(
                ANNA, DAY, AdjustmentCause.FATIGUE, SEEN, "r", NOW, NOW, 0, verdict, workout, Optional.empty(), COACH);
    }

    private static Retraction retraction(FactKind kind, String id, Optional<String> revision) {
        return new Retraction(ANNA, kind, id, revision, "r", NOW, NOW, 0, false, COACH);
    }

    private static AlertVerdict verdict(String cause, LocalDate lastDay, Optional<String> reason, List<String> rules) {
        return new AlertVerdict(
                ANNA,
                DAY,
                lastDay,
                cause,
                "r",
                NOW,
                NOW,
                0,
                AlertVerdict.Verdict.WRONG,
                reason,
                Status.AMBER,
                Optional.of("standard"),
                rules,
                COACH);
    }

    private static Silence silence(String about, Optional<LocalDate> until) {
        return new Silence(ANNA, about, DAY, until, "r", NOW, NOW, 0, false, Optional.empty(), COACH);
    }

    private static PlannedPhase phase(LocalDate lastDay, boolean cancelled) {
        return new PlannedPhase(
                ANNA,
                DAY,
                lastDay,
                "r",
                NOW,
                NOW,
                0,
                PlannedPhase.Phase.BLOCK,
                cancelled,
                Optional.of("Font Romeu"),
                COACH);
    }

    @Test
    void a_verdict_survives_the_wire_and_is_named_by_the_alert() {
        AlertVerdict wrong =
                verdict("fatigue", DAY.plusDays(4), Optional.of("New watch."), List.of("fatigue.two-keys/1"));

        assertThat(Json.read(Json.writeText(wrong), AlertVerdict.class)).isEqualTo(wrong);
        assertThat(Json.writeText(wrong)).contains("\"verdict\":\"wrong\"", "\"status\":\"AMBER\"");
        assertThat(RecordKey.of(wrong)).isEqualTo("anna/alert-verdict/2026-03-10.fatigue/r");
    }

    @Test
    void a_silence_survives_the_wire_and_is_named_by_what_is_silenced() {
        for (Silence silence : new Silence[] {
            silence("fatigue", Optional.of(DAY.plusDays(3))), silence("fatigue.two-keys", Optional.empty())
        }) {
            assertThat(Json.read(Json.writeText(silence), Silence.class)).isEqualTo(silence);
        }
        assertThat(RecordKey.of(silence("fatigue.two-keys", Optional.empty())))
                .isEqualTo("anna/silence/fatigue.two-keys/r");
    }

    @Test
    void a_note_survives_the_wire_is_named_by_its_writer_and_is_no_part_of_what_is_logged() {
        Note note = note("Slept badly.\nNew shoes.", Optional.of("anna-2026-03-10-fatigue"));

        assertThat(Json.read(Json.writeText(note), Note.class)).isEqualTo(note);
        assertThat(RecordKey.of(note)).isEqualTo("anna/note/0123456789abcdef/r");
        assertThat(note.toString()).doesNotContain("Slept");
    }

    @Test
    void a_note_has_one_to_two_thousand_characters() {
        assertThat(note("x".repeat(2000), Optional.empty()).text()).hasSize(2000);
        for (String text : List.of(" ", "x".repeat(2001), "a\u0007b")) {
            assertThatThrownBy(() -> note(text, Optional.empty()))
                    .hasMessage("note must be text of 1 to 2000 characters without control characters");
        }
    }

    private static Note note(String text, Optional<String> alert) {
        return new Note(ANNA, "0123456789abcdef", DAY, alert, text, false, "r", NOW, NOW, 0, false, COACH);
    }

    @Test
    void what_is_about_safety_is_never_silenced() {
        for (String about : List.of("illness", "safety", "stop", "red", "safety.symptoms", "illness.resting-jump")) {
            assertThatThrownBy(() -> silence(about, Optional.empty()))
                    .hasMessage("silence about " + about + " is refused, since it concerns safety");
        }
    }

    @Test
    void a_phase_survives_the_wire_and_holds_on_its_days_unless_cancelled() {
        PlannedPhase block = phase(DAY.plusDays(13), false);

        assertThat(Json.read(Json.writeText(block), PlannedPhase.class)).isEqualTo(block);
        assertThat(RecordKey.of(block)).isEqualTo("anna/planned-phase/2026-03-10/r");
        assertThat(block.holdsOn(DAY)).isTrue();
        assertThat(block.holdsOn(DAY.plusDays(13))).isTrue();
        assertThat(block.holdsOn(DAY.minusDays(1))).isFalse();
        assertThat(block.holdsOn(DAY.plusDays(14))).isFalse();
        assertThat(phase(DAY.plusDays(13), true).holdsOn(DAY)).isFalse();
    }

    @Test
    void a_goal_survives_the_wire_with_and_without_a_target() {
        for (Goal goal : new Goal[] {goal(0, NOW, OptionalInt.of(1110)), goal(2, NOW, OptionalInt.empty())}) {
            assertThat(Json.read(Json.writeText(goal), Goal.class)).isEqualTo(goal);
        }
        assertThat(RecordKey.of(goal(0, NOW, OptionalInt.empty()))).isEqualTo("anna/goal/2026-03-10/r");
    }

    @Test
    void a_decision_survives_the_wire_and_is_named_by_the_adjustment() {
        PlanDecision change = decision(PlanDecision.Verdict.CHANGE, Optional.of("easy"));

        assertThat(Json.read(Json.writeText(change), PlanDecision.class)).isEqualTo(change);
        assertThat(Json.writeText(decision(PlanDecision.Verdict.KEEP_PLAN, Optional.empty())))
                .contains("\"verdict\":\"keep-plan\"")
                .doesNotContain("workout");
        assertThat(RecordKey.of(change)).isEqualTo("anna/plan-decision/2026-03-10.fatigue/r");
    }

    @Test
    void a_retraction_survives_the_wire_and_is_named_by_what_it_takes_back() {
        Retraction one = retraction(FactKind.HRV, "2026-03-10", Optional.of(SEEN));

        assertThat(Json.read(Json.writeText(one), Retraction.class)).isEqualTo(one);
        assertThat(RecordKey.of(one)).isEqualTo("anna/retraction/hrv.2026-03-10@8d5e0c2f9a417b36/r");
        assertThat(retraction(FactKind.RECORDING, "20260310T063000Z-running", Optional.empty())
                        .factId())
                .isEqualTo("recording.20260310T063000Z-running");
    }

    @Test
    void the_revision_depends_on_the_content_alone() {
        Goal first = goal(0, NOW, OptionalInt.empty());
        Goal again = new Goal(
                ANNA,
                DAY,
                "other",
                NOW.plusSeconds(60),
                NOW,
                0,
                Goal.Event.RACE,
                5000,
                LocalDate.of(2026, 5, 3),
                OptionalInt.empty());

        assertThat(Revision.of(again)).isEqualTo(Revision.of(first));
        assertThat(Revision.of(goal(1, NOW, OptionalInt.empty()))).isNotEqualTo(Revision.of(first));
    }

    @Test
    void a_later_edit_outranks_whatever_the_clock_said() {
        Goal fromAWrongClock = goal(0, Instant.parse("2036-01-01T00:00:00Z"), OptionalInt.empty());
        Goal later = goal(0, NOW.plusSeconds(1), OptionalInt.empty());
        Goal corrected = goal(1, NOW, OptionalInt.empty());

        assertThat(later.rank()).isGreaterThan(goal(0, NOW, OptionalInt.empty()).rank());
        assertThat(fromAWrongClock.rank()).isGreaterThan(later.rank());
        assertThat(corrected.rank()).isGreaterThan(fromAWrongClock.rank());
        assertThat(goal(EditOrder.MOST_EDITS, Instant.MAX, OptionalInt.empty()).rank())
                .isPositive();
        assertThat(goal(0, Instant.MIN, OptionalInt.empty()).rank()).isZero();
    }

    @Test
    void what_makes_no_sense_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> new Goal(
                        ANNA, DAY, "r", NOW, NOW, 0, Goal.Event.RACE, 5000, DAY.minusDays(1), OptionalInt.empty()))
                .hasMessage("day of the event must not lie before the day from which the goal holds");
        assertThatThrownBy(() -> goal(-1, NOW, OptionalInt.empty())).hasMessageContaining("edit must lie between");
        assertThatThrownBy(() -> decision(PlanDecision.Verdict.CHANGE, Optional.empty()))
                .hasMessage("workout must be named for a change, and for nothing else");
        assertThatThrownBy(() -> decision(PlanDecision.Verdict.CHANGE, Optional.of("<b>hard</b>")))
                .hasMessageContaining("lower-case letters");
        assertThatThrownBy(() -> new Person(Person.Role.COACH, "Ann Smith")).hasMessageContaining("id of a person");
        assertThatThrownBy(() -> retraction(FactKind.DELIVERY, "d", Optional.empty()))
                .hasMessage("fact of kind delivery cannot be retracted");
        assertThatThrownBy(() -> verdict("Fatigue!", DAY, Optional.empty(), List.of()))
                .hasMessageContaining("a word of lower-case letters");
        assertThatThrownBy(() -> verdict("fatigue", DAY.minusDays(1), Optional.empty(), List.of()))
                .hasMessage("last day of an alert must not lie before its first");
        assertThatThrownBy(() -> verdict("fatigue", DAY, Optional.of("x".repeat(501)), List.of()))
                .hasMessageContaining("1 to 500 characters");
        assertThatThrownBy(() -> verdict("fatigue", DAY, Optional.of(" "), List.of()))
                .hasMessageContaining("1 to 500 characters");
        assertThatThrownBy(() -> verdict("fatigue", DAY, Optional.empty(), List.of("<b>")))
                .hasMessageContaining("rules must be");
        assertThatThrownBy(() -> silence("fatigue", Optional.of(DAY.minusDays(1))))
                .hasMessage("last day of a silence must not lie before its first");
        assertThatThrownBy(() -> silence("Fatigue", Optional.empty())).hasMessageContaining("words of lower-case");
        assertThatThrownBy(() -> phase(DAY.plusDays(PlannedPhase.MOST_DAYS), false))
                .hasMessage("phase must last 1 to 120 days");
        assertThatThrownBy(() -> phase(DAY.minusDays(1), false)).hasMessage("phase must last 1 to 120 days");
        assertThatThrownBy(() -> retraction(FactKind.HRV, "2026/03", Optional.empty()))
                .hasMessageContaining("not named by");
    }
}
