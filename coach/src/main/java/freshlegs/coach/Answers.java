package freshlegs.coach;

import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.AlertVerdict.Verdict;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** Somebody who takes what people say back of an alert or a plan, and makes a fact of it; {@code by} is who says it. */
public interface Answers {
    /** Whether the alert that people know as {@code alert} was right. */
    Answer judge(Person by, String alert, Verdict verdict, Optional<String> reason);

    /** Nobody wants to hear of a cause or rule for so many days more, or until that is lifted. */
    Answer silence(Person by, AthleteId athlete, String about, OptionalInt days, Optional<String> reason);

    /** Somebody wants to hear of it again. */
    Answer lift(Person by, AthleteId athlete, String about, Optional<String> reason);

    /** Somebody writes something down, or writes a note of theirs anew. */
    Answer note(Person by, NoteWish note);

    /** Somebody takes a note of theirs back. */
    Answer withdraw(Person by, AthleteId athlete, String note);

    /** Somebody accepts a change of the plan, keeps what was planned, wants something else instead, or takes that back. */
    Answer decide(Person by, PlanAnswer answer);

    /** What is planned for one day is run on another one of its week, and the other way round. */
    Answer move(Person by, AthleteId athlete, LocalDate from, LocalDate to, Optional<String> reason);

    /** The week of a day has its usual order again. */
    Answer usualOrder(Person by, AthleteId athlete, LocalDate day);

    /** Somebody who has spoken with a doctor lets an athlete train again from today on after a stop, or takes that back. */
    Answer clear(Person by, AthleteId athlete, Optional<String> note, boolean withdrawn);

    /** An athlete trains for a goal from today on. */
    Answer plan(Person by, AthleteId athlete, PlanWish wish);

    /** Somebody has accepted to be an athlete, of whom nothing need be known yet. */
    Answer welcome(Person by, AthleteId athlete);

    /** How a morning feels or a run went; of two about the same the one that was said later counts. */
    Answer checkIn(Person by, CheckInWish wish);

    /** Whether an answer was taken. */
    sealed interface Answer {}

    /** Safe; it shows under this revision once the tables have it. */
    record Taken(String revision) implements Answer {}

    /** Not taken, or perhaps not, if Kafka or the database is {@code away}; the sentence says why and what to do. */
    record Refused(String sentence, boolean away) implements Answer {
        public Refused(String sentence) {
            this(sentence, false);
        }
    }
}
