package freshlegs.app.rights;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.service.PageAnswers;
import freshlegs.coach.Answers.Answer;
import freshlegs.coach.Answers.Taken;
import freshlegs.coach.CheckInWish;
import freshlegs.coach.NoteWish;
import freshlegs.coach.PlanWish;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.Person;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.topic.KafkaAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** What people may say on the console's pages of an athlete, a morning with a fever among it. */
final class SaidOnPages {
    private static final Person COACH = new Person(Person.Role.COACH, "kim");

    private SaidOnPages() {}

    static void about(AthleteId athlete, LocalDate today, KafkaAddress kafka, DatabaseAddress database) {
        try (PageAnswers answers = new PageAnswers(kafka, database, Clock.systemUTC())) {
            List<Answer> said = List.of(
                    answers.welcome(COACH, athlete),
                    answers.plan(COACH, athlete, plan(today)),
                    answers.checkIn(COACH, new CheckInWish(fever(athlete, today))),
                    answers.silence(COACH, athlete, "fatigue", OptionalInt.of(3), Optional.empty()),
                    answers.note(
                            COACH,
                            NoteWish.written(COACH, athlete, Optional.empty(), Optional.of(today), "Rest.", false)),
                    answers.clear(COACH, athlete, Optional.empty(), false));
            assertThat(said).allSatisfy(answer -> assertThat(answer).isInstanceOf(Taken.class));
        }
    }

    private static PlanWish plan(LocalDate today) {
        return new PlanWish(
                "race",
                "5K",
                today.plusDays(90).toString(),
                "",
                "5K",
                "22:30",
                today.minusDays(6).toString(),
                List.of("Tue", "Thu", "Sat", "Sun"),
                "Sun",
                "automatic");
    }

    private static CheckIn fever(AthleteId athlete, LocalDate today) {
        Instant now = Instant.now();
        OptionalInt unknown = OptionalInt.empty();
        return new CheckIn.Morning(
                athlete,
                today,
                "",
                now,
                now,
                OptionalInt.of(6),
                unknown,
                unknown,
                unknown,
                unknown,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(CheckIn.Symptom.FEVER));
    }
}
