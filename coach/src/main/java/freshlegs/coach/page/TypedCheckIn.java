package freshlegs.coach.page;

import freshlegs.coach.access.Refusal;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.CheckIn.CyclePhase;
import freshlegs.model.fact.CheckIn.Symptom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A check-in as a form sends it: all of it optional, at least one thing given. A phone that was offline says when it was said; nothing
 * is taken from longer ago than {@link #OLDEST}, and what comes from ahead of our clock was said now.
 */
public record TypedCheckIn(AthleteId athlete, Map<String, String> values, List<String> ticked) {
    public static final Duration OLDEST = Duration.ofDays(14);
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);
    private static final int MOST_RUNS = 9;
    private static final int LEAST_PULSE = 25;
    private static final int MOST_PULSE = 220;
    private static final int HOURS_OF_DAY = 24;

    public TypedCheckIn {
        values = Map.copyOf(values);
        ticked = List.copyOf(ticked);
    }

    /** What was said, without a revision; throws a {@link Refusal} with a sentence for whoever typed it. */
    public CheckIn said(boolean morning, LocalDate today, Instant now, Voice voice) {
        CheckIn said = morning ? morning(today, now, voice) : run(today, now, voice);
        boolean something = Stream.of(
                        said.painOrLimp().isPresent(), !said.symptoms().isEmpty(), isAnswered(morning))
                .anyMatch(given -> given);
        if (!something) {
            throw wrong(voice, "checkin.wrong.nothing");
        }
        return said;
    }

    private boolean isAnswered(boolean morning) {
        Stream<String> items = morning
                ? Stream.concat(
                        CheckInForm.MORNING.stream(), Stream.of("sleep-hours", "pulse", "alcohol", "cycle-phase"))
                : CheckInForm.RUN.stream();
        return items.anyMatch(item -> !typed(item).isEmpty());
    }

    private CheckIn morning(LocalDate today, Instant now, Voice voice) {
        return new CheckIn.Morning(
                athlete,
                date(today, voice),
                "",
                Instant.EPOCH,
                moment(now, voice),
                scale("fatigue", CheckInForm.WORST_OF_MORNING, voice),
                scale("mood", CheckInForm.WORST_OF_MORNING, voice),
                scale("soreness", CheckInForm.WORST_OF_MORNING, voice),
                scale("stress", CheckInForm.WORST_OF_MORNING, voice),
                scale("sleep-quality", CheckInForm.WORST_OF_MORNING, voice),
                number("sleep-hours", 0, HOURS_OF_DAY, voice),
                number("pulse", LEAST_PULSE, MOST_PULSE, voice),
                yesOrNo("alcohol", voice),
                phase(voice),
                yesOrNo("pain", voice),
                symptoms(voice));
    }

    private CheckIn run(LocalDate today, Instant now, Voice voice) {
        return new CheckIn.AfterRun(
                athlete,
                date(today, voice),
                ordinal(voice),
                "",
                Instant.EPOCH,
                moment(now, voice),
                scale("effort", CheckInForm.MOST_OF_RUN, voice),
                scale("quality", CheckInForm.MOST_OF_RUN, voice),
                yesOrNo("pain", voice),
                symptoms(voice));
    }

    /** Of which morning or run it is, as far as that can be read. */
    public LocalDate dateOr(LocalDate today) {
        try {
            return LocalDate.parse(typed("date"));
        } catch (DateTimeException e) {
            return today;
        }
    }

    public int runOrFirst() {
        return typed("run").matches("[1-9]") ? Integer.parseInt(typed("run")) : 1;
    }

    /** Far from Greenwich it may be tomorrow already. */
    private LocalDate date(LocalDate today, Voice voice) {
        if (typed("date").isEmpty()) {
            return today;
        }
        LocalDate date = read(() -> LocalDate.parse(typed("date")), voice, "checkin.wrong.date");
        if (date.isAfter(today.plusDays(1)) || date.isBefore(today.minusDays(OLDEST.toDays()))) {
            throw wrong(voice, "checkin.wrong.date");
        }
        return date;
    }

    private int ordinal(Voice voice) {
        return whole("run", MOST_RUNS, () -> wrong(voice, "checkin.wrong.run")).orElse(1);
    }

    private Instant moment(Instant now, Voice voice) {
        if (typed("recorded").isEmpty()) {
            return now.truncatedTo(ChronoUnit.MILLIS);
        }
        Instant recorded = read(() -> Instant.parse(typed("recorded")), voice, "checkin.wrong.moment");
        if (recorded.isBefore(now.minus(OLDEST))) {
            throw wrong(voice, "checkin.wrong.moment");
        }
        Instant latest = now.plus(CLOCKS_APART);
        return (recorded.isAfter(latest) ? now : recorded).truncatedTo(ChronoUnit.MILLIS);
    }

    private OptionalInt scale(String item, int most, Voice voice) {
        return whole(item, most, () -> wrong(voice, "checkin.wrong.scale", voice.say("checkin." + item), most));
    }

    private OptionalInt whole(String item, int most, Supplier<Refusal> wrong) {
        String typed = typed(item);
        if (typed.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!typed.matches("\\d{1,3}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > most) {
            throw wrong.get();
        }
        return OptionalInt.of(Integer.parseInt(typed));
    }

    private OptionalDouble number(String item, int least, int most, Voice voice) {
        String typed = typed(item).replace(',', '.');
        if (typed.isEmpty()) {
            return OptionalDouble.empty();
        }
        boolean fine = typed.matches("\\d{1,3}(\\.\\d{0,4})?")
                && Double.parseDouble(typed) >= least
                && Double.parseDouble(typed) <= most;
        if (!fine) {
            throw wrong(voice, "checkin.wrong.number", voice.say("checkin." + item), least, most);
        }
        return OptionalDouble.of(Double.parseDouble(typed));
    }

    private Optional<Boolean> yesOrNo(String item, Voice voice) {
        return switch (typed(item)) {
            case "" -> Optional.empty();
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> throw wrong(voice, "checkin.wrong.word");
        };
    }

    private Optional<CyclePhase> phase(Voice voice) {
        String typed = typed("cycle-phase");
        return typed.isEmpty() ? Optional.empty() : Optional.of(constant(CyclePhase.values(), typed, voice));
    }

    private Set<Symptom> symptoms(Voice voice) {
        Set<Symptom> symptoms = new TreeSet<>();
        ticked.forEach(symptom -> symptoms.add(constant(Symptom.values(), symptom, voice)));
        return symptoms;
    }

    private static <E extends Enum<E>> E constant(E[] known, String key, Voice voice) {
        return Arrays.stream(known)
                .filter(constant -> CheckInForm.key(constant).equals(key))
                .findFirst()
                .orElseThrow(() -> wrong(voice, "checkin.wrong.word"));
    }

    private static <T> T read(Supplier<T> reading, Voice voice, String key) {
        try {
            return reading.get();
        } catch (DateTimeException e) {
            throw wrong(voice, key);
        }
    }

    private static Refusal wrong(Voice voice, String key, Object... details) {
        return new Refusal(voice.say(key, details));
    }

    private String typed(String item) {
        return values.getOrDefault(item, "").strip();
    }

    /** Health data never gets into a log by accident. */
    @Override
    public String toString() {
        return "TypedCheckIn[" + athlete + "]";
    }
}
