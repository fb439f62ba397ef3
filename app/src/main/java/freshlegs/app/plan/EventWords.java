package freshlegs.app.plan;

import freshlegs.app.output.RaceTime;
import freshlegs.app.problem.Problem;
import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.Goal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A race or time trial as people write it: {@code 5K on 2027-04-10}, {@code 10K race 45:10 on 2026-11-20}. */
public record EventWords(int metres, Optional<Goal.Event> event, OptionalInt seconds, LocalDate date) {
    public static final String EXAMPLE = "5K 22:30 on 2026-11-20";

    static final String RUNS = "800 m to 50 km";

    private static final int SHORTEST_METRES = 800;
    private static final int LONGEST_METRES = 50_000;
    private static final Pattern FORM = Pattern.compile(
            "(?<distance>.+?)(?: (?<event>race|time[- ]trial))?(?: (?:in )?(?<time>\\d[\\d:]*:\\d+))? on (?<date>\\S+)",
            Pattern.CASE_INSENSITIVE);

    /** {@code what} names it, and {@code example} shows one, for the sentence that says what is wrong. */
    public static EventWords parse(String what, String example, String text) {
        Matcher parts = FORM.matcher(text.strip().replaceAll("\\s+", " "));
        if (!parts.matches()) {
            throw Problem.wrongUse(what + " is written as \"" + example + "\", not \"" + text + "\".");
        }
        int metres = Distance.metres(parts.group("distance"))
                .orElseThrow(() -> Problem.wrongUse("The distance of " + what.toLowerCase(Locale.ROOT) + " must be one "
                        + Distance.FORMS + ", not \"" + parts.group("distance") + "\"."));
        return new EventWords(
                metres,
                Optional.ofNullable(parts.group("event")).map(EventWords::event),
                parts.group("time") == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(
                                RaceTime.seconds("The time of " + what.toLowerCase(Locale.ROOT), parts.group("time"))),
                date(what, parts.group("date")));
    }

    /** Of a run that was run: its time must be there and be possible, and its day must have come. */
    public void checkRan(String what, LocalDate today) {
        require(seconds.isPresent(), "A " + what + " needs its time, as in \"" + EXAMPLE + "\".");
        require(
                !date.isAfter(today),
                "The " + what + "'s day, " + date + ", has not come yet: name a run that was run.");
        require(isRun(metres), "A " + what + " is a run of " + RUNS + ", not of " + metres + " m.");
        double speed = metres / (double) Math.max(1, seconds.orElse(1));
        require(
                speed >= Benchmark.SLOWEST && speed <= Benchmark.FASTEST,
                RaceTime.text(seconds.orElse(0)) + " cannot be the time of a run over " + Distance.text(metres) + ".");
    }

    static boolean isRun(int metres) {
        return metres >= SHORTEST_METRES && metres <= LONGEST_METRES;
    }

    /** {@code 5K time trial in 22:30 on 2026-11-20}. */
    public String ran() {
        return Distance.text(metres)
                + (event.orElse(Goal.Event.TIME_TRIAL) == Goal.Event.RACE ? " race in " : " time trial in ")
                + RaceTime.text(seconds.orElse(0)) + " on " + date;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw Problem.wrongUse(sentence);
        }
    }

    private static Goal.Event event(String word) {
        return word.toLowerCase(Locale.ROOT).equals("race") ? Goal.Event.RACE : Goal.Event.TIME_TRIAL;
    }

    private static LocalDate date(String what, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.wrongUse("The day of " + what.toLowerCase(Locale.ROOT)
                    + " must be one such as 2027-04-10, not \"" + text + "\".");
        }
    }
}
