package freshlegs.streams.alert;

import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import freshlegs.streams.signal.Circumstance;
import freshlegs.streams.signal.Evidence.Measured;
import freshlegs.streams.signal.SignalDay;
import freshlegs.streams.trend.SteadyRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** What else could explain an alert, looking at the days that led to it and not only at the day on which it was raised. */
final class Explanations {
    private static final int RECENT_DAYS = 7;
    private static final int SOURCE_DAYS = 14;
    private static final int ILLNESS_DAYS = 14;
    private static final int TRAVEL_MINUTES = 120;

    private final List<SignalDay> days;
    private final LocalDate today;
    private final double hotCelsius;
    private final List<String> all = new ArrayList<>();

    private Explanations(List<SignalDay> past, SignalDay today, Rules rules) {
        this.days = new ArrayList<>(past);
        this.days.add(today);
        this.today = today.date();
        this.hotCelsius = rules.of(Threshold.CONTEXT_HOT);
    }

    /** {@code context} is what today's own numbers say. */
    static List<String> of(
            List<String> context, List<SignalDay> past, SignalDay today, AlertHistory alerts, Rules rules) {
        Explanations explanations = new Explanations(past, today, rules);
        explanations.all.addAll(context);
        explanations.newSources();
        explanations.travel();
        explanations.heat();
        explanations.often(day -> day.evidence().alcohol(), "Alcohol on %d of the last 7 evenings", 2);
        explanations.often(day -> has(day, Circumstance.HILLS), "Hilly runs on %d of the last 7 days", 1);
        explanations.often(
                day -> has(day, Circumstance.HEART_RATE_GAPS),
                "Heart rate with gaps or steps counted as beats on %d of the last 7 days",
                1);
        explanations.often(
                day -> has(day, Circumstance.LUTEAL_PHASE),
                "Luteal phase logged on %d of the last 7 mornings: heart rate is then often higher and HRV lower",
                1);
        explanations.illness(alerts);
        return List.copyOf(explanations.all);
    }

    private static boolean has(SignalDay day, Circumstance circumstance) {
        return day.aside().circumstances().contains(circumstance);
    }

    private List<SignalDay> last(int count) {
        return days.subList(Math.max(0, days.size() - count), days.size());
    }

    private void often(Predicate<SignalDay> what, String sentence, int least) {
        long count = last(RECENT_DAYS).stream().filter(what).count();
        if (count >= least) {
            all.add(sentence.formatted(count));
        }
    }

    private void newSources() {
        Map<LocalDate, List<String>> since = new TreeMap<>();
        note(since, "resting heart rate", day -> day.evidence()
                .restingHeartRate()
                .map(Measured::source));
        note(since, "HRV", day -> day.evidence().hrv().map(Measured::source));
        note(since, "runs", day -> day.steadyRuns().stream().findFirst().map(SteadyRun::source));
        since.forEach((date, what) -> all.add("New watch or sensor since " + date + " (" + Wording.joined(what) + ")"));
    }

    private void note(Map<LocalDate, List<String>> since, String what, Function<SignalDay, Optional<String>> source) {
        changed(source).ifPresent(date -> since.computeIfAbsent(date, day -> new ArrayList<>())
                .add(what));
    }

    /** Since when the present source is in use, when another one was before and that is not long ago. */
    private Optional<LocalDate> changed(Function<SignalDay, Optional<String>> source) {
        Optional<String> present = Optional.empty();
        Optional<LocalDate> since = Optional.empty();
        for (int i = days.size() - 1; i >= 0; i--) {
            SignalDay day = days.get(i);
            Optional<String> used = source.apply(day);
            if (used.isEmpty()) {
                continue;
            }
            if (present.isPresent() && !present.equals(used)) {
                return since.filter(date -> date.isAfter(today.minusDays(SOURCE_DAYS)));
            }
            present = used;
            since = Optional.of(day.date());
        }
        return Optional.empty();
    }

    private void travel() {
        List<SignalDay> recent = last(RECENT_DAYS + 1);
        for (int i = recent.size() - 1; i > 0; i--) {
            OptionalInt now = recent.get(i).aside().offsetMinutes();
            OptionalInt before = recent.get(i - 1).aside().offsetMinutes();
            if (now.isPresent()
                    && before.isPresent()
                    && Math.abs(now.getAsInt() - before.getAsInt()) >= TRAVEL_MINUTES) {
                all.add("Travel across time zones on " + recent.get(i).date());
                return;
            }
        }
    }

    private void heat() {
        List<SignalDay> hot = last(RECENT_DAYS).stream()
                .filter(day -> warmest(day).orElse(0) >= hotCelsius)
                .toList();
        boolean said = hot.size() == 1 && hot.get(0).date().equals(today);
        if (!hot.isEmpty() && !said) {
            double most = hot.stream()
                    .map(day -> warmest(day).orElse(0))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            all.add("Hot runs on " + hot.size() + " of the last 7 days, up to " + Math.round(most)
                    + " degrees at the wrist");
        }
    }

    private static OptionalDouble warmest(SignalDay day) {
        return day.steadyRuns().stream()
                .flatMapToDouble(run -> run.meanTemperatureCelsius().stream())
                .max();
    }

    private void illness(AlertHistory alerts) {
        List<AlertDay> past = alerts.days();
        for (int i = past.size() - 1; i >= Math.max(0, past.size() - ILLNESS_DAYS); i--) {
            if (past.get(i).illness().isPresent()) {
                all.add("Illness until " + past.get(i).date());
                return;
            }
        }
    }
}
