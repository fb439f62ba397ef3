package freshlegs.coach.page;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.CheckIn.CyclePhase;
import freshlegs.model.fact.CheckIn.Symptom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A check-in as it is asked for: of which morning or which run ({@code about}), with what was said of it last or has just been typed,
 * and what was wrong with that; {@code arrived} is whether it is of a run that the tables have, {@code said} when it was said, if it was.
 */
public record CheckInForm(
        boolean morning,
        LocalDate date,
        int run,
        String about,
        boolean arrived,
        Optional<String> said,
        Map<String, String> values,
        Set<String> symptoms,
        Optional<String> problem) {
    static final List<String> MORNING = List.of("fatigue", "mood", "soreness", "stress", "sleep-quality");
    static final List<String> RUN = List.of("effort", "quality");
    static final int WORST_OF_MORNING = 7;
    static final int MOST_OF_RUN = 10;

    public CheckInForm {
        values = Map.copyOf(values);
        symptoms = Set.copyOf(symptoms);
    }

    static CheckInForm empty(boolean morning, LocalDate date, int run, String about, boolean arrived) {
        return new CheckInForm(
                morning, date, run, about, arrived, Optional.empty(), Map.of(), Set.of(), Optional.empty());
    }

    static CheckInForm of(CheckIn told, String about, boolean arrived, String when) {
        boolean morning = told instanceof CheckIn.Morning;
        return new CheckInForm(
                morning,
                told.localDate(),
                told instanceof CheckIn.AfterRun run ? run.ordinal() : 1,
                about,
                arrived,
                Optional.of(when),
                values(told),
                told.symptoms().stream().map(CheckInForm::key).collect(Collectors.toSet()),
                Optional.empty());
    }

    private static Map<String, String> values(CheckIn told) {
        Map<String, String> values = new HashMap<>();
        if (told instanceof CheckIn.Morning morning) {
            put(values, "fatigue", morning.fatigue());
            put(values, "mood", morning.mood());
            put(values, "soreness", morning.soreness());
            put(values, "stress", morning.stress());
            put(values, "sleep-quality", morning.sleepQuality());
            put(values, "sleep-hours", morning.sleepHours());
            put(values, "pulse", morning.pulseBpm());
            morning.alcohol().ifPresent(had -> values.put("alcohol", had ? "yes" : "no"));
            morning.cyclePhase().ifPresent(phase -> values.put("cycle-phase", key(phase)));
        } else if (told instanceof CheckIn.AfterRun run) {
            put(values, "effort", run.effort());
            put(values, "quality", run.quality());
        }
        told.painOrLimp().ifPresent(pain -> values.put("pain", pain ? "yes" : "no"));
        return values;
    }

    private static void put(Map<String, String> values, String name, OptionalInt value) {
        value.ifPresent(given -> values.put(name, Integer.toString(given)));
    }

    private static void put(Map<String, String> values, String name, OptionalDouble value) {
        value.ifPresent(given -> values.put(name, Numbers.plain(given)));
    }

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The form that somebody has just typed into becomes one with that and with what is wrong with it; others stay. */
    public static UnaryOperator<CheckInForm> refused(
            boolean morning, TypedCheckIn typed, LocalDate date, String sentence) {
        CheckInForm asked = empty(morning, date, typed.runOrFirst(), "", false);
        return form -> form.asksAsMuchAs(asked)
                ? new CheckInForm(
                        morning,
                        date,
                        form.run,
                        form.about,
                        form.arrived,
                        form.said,
                        typed.values(),
                        Set.copyOf(typed.ticked()),
                        Optional.of(sentence))
                : form;
    }

    /** Whether both ask of the same morning or run. */
    boolean asksAsMuchAs(CheckInForm other) {
        return id().equals(other.id());
    }

    /** Its name on the page. */
    public String id() {
        return morning ? "morning-" + date : "run-" + date + "-" + run;
    }

    /** The part of its address by which it is sent. */
    public String kind() {
        return morning ? "morning" : "run";
    }

    /** What is asked, of which day. */
    public String label() {
        return about + " · " + date;
    }

    public List<String> scales() {
        return morning ? MORNING : RUN;
    }

    public List<Integer> steps() {
        return IntStream.rangeClosed(1, morning ? WORST_OF_MORNING : MOST_OF_RUN)
                .boxed()
                .toList();
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean is(String name, Object value) {
        return value(name).equals(String.valueOf(value));
    }

    /** Whether there is something in the part that is folded otherwise. */
    public boolean tellsMore() {
        return values.containsKey("pulse") || values.containsKey("alcohol") || values.containsKey("cycle-phase");
    }

    public List<Danger> dangers() {
        return Arrays.stream(Symptom.values())
                .map(symptom -> new Danger(key(symptom), symptom.stopsTraining(), symptoms.contains(key(symptom))))
                .toList();
    }

    public List<String> phases() {
        return Arrays.stream(CyclePhase.values()).map(CheckInForm::key).toList();
    }

    /** A symptom of the safety list, whether it stops training, and whether it is ticked. */
    public record Danger(String key, boolean stops, boolean ticked) {}
}
