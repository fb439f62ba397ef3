package freshlegs.app.labelled;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** What a row of answers told: a morning where an item or a symptom was answered, and how the day's first run went. */
public final class AnswerFacts {
    private static final String REVISION = "1";
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    private static final int FIRST_RUN = 1;

    private AnswerFacts() {}

    public static List<CheckIn> of(Person person, AnswerRow row) {
        List<CheckIn> told = new ArrayList<>();
        if (tellsOfTheMorning(row)) {
            told.add(morning(person, row));
        }
        if (row.effort().isPresent() || row.quality().isPresent()) {
            told.add(afterRun(person, row));
        }
        return told;
    }

    private static boolean tellsOfTheMorning(AnswerRow row) {
        return !row.symptoms().isEmpty()
                || Stream.of(row.fatigue(), row.mood(), row.soreness(), row.stress(), row.sleepQuality())
                        .anyMatch(OptionalInt::isPresent);
    }

    private static CheckIn morning(Person person, AnswerRow row) {
        AthleteId id = person.athlete();
        Instant at = at(person, row.date(), MORNING);
        return new CheckIn.Morning(
                id,
                row.date(),
                REVISION,
                at,
                at,
                row.fatigue(),
                row.mood(),
                row.soreness(),
                row.stress(),
                row.sleepQuality(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                row.symptoms());
    }

    private static CheckIn afterRun(Person person, AnswerRow row) {
        Instant at = at(person, row.date(), EVENING);
        return new CheckIn.AfterRun(
                person.athlete(),
                row.date(),
                FIRST_RUN,
                REVISION,
                at,
                at,
                row.effort(),
                row.quality(),
                Optional.empty(),
                Set.of());
    }

    private static Instant at(Person person, LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(person.zone()).toInstant();
    }
}
