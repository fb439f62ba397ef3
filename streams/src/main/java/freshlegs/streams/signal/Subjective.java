package freshlegs.streams.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How the athlete feels: the mean of the check-in's items, each in its own spreads (at least 0.5), standardised once more on
 * its own baseline (spread at least 0.5) so that its unit is one standard deviation like the others'. At least three items.
 */
final class Subjective {
    private static final double ITEM_FLOOR = 0.5;
    private static final double FLOOR = 0.5;
    private static final int RECENT_ANSWERS = 5;
    private static final double CLEARLY_WORSE = 1;
    private static final int MOST_NAMED = 3;

    private final List<SignalDay> days;
    private final BaselineWindow window;
    private final Map<Item, Baseline> items = new EnumMap<>(Item.class);

    /** {@code days} oldest first, today last. */
    Subjective(List<SignalDay> days, BaselineWindow window) {
        this.days = days.stream().filter(day -> day.evidence().isLogged()).toList();
        this.window = window;
        for (Item item : Item.values()) {
            items.put(item, Baseline.of(answers(item), window));
        }
    }

    /** Compares the last of the days, when it was logged. */
    Standing standing(SignalDay today) {
        Baseline means = Baseline.of(series(Subjective::meanAnswer), window);
        Baseline composite = Baseline.of(series(this::composite), window);
        OptionalDouble value = meanAnswer(today);
        OptionalDouble todays = today.evidence().isLogged() ? composite(today) : OptionalDouble.empty();
        OptionalDouble z = todays.isPresent() && composite.isKnown()
                ? OptionalDouble.of(composite.z(new Dated(today.date(), todays.getAsDouble()), FLOOR))
                : OptionalDouble.empty();
        return new Standing(
                today.evidence().isLogged() ? value : OptionalDouble.empty(),
                z,
                means.mean(),
                means.deviation(),
                means.days(),
                composite.isKnown());
    }

    /** The items that have lately been worse than usual, worst first; the worst alone when none is so clearly. */
    List<Item> worse() {
        Map<Item, Double> lately = new EnumMap<>(Item.class);
        items.forEach((item, baseline) -> {
            List<Dated> answers = answers(item);
            if (baseline.isKnown() && !answers.isEmpty()) {
                lately.put(
                        item,
                        answers.subList(Math.max(0, answers.size() - RECENT_ANSWERS), answers.size()).stream()
                                .mapToDouble(answer -> baseline.z(answer, ITEM_FLOOR))
                                .average()
                                .orElseThrow());
            }
        });
        List<Item> worst = new ArrayList<>(lately.keySet());
        worst.sort(Comparator.comparing((Item item) -> -lately.getOrDefault(item, 0.0)));
        List<Item> clearly = worst.stream()
                .filter(item -> lately.getOrDefault(item, 0.0) >= CLEARLY_WORSE)
                .limit(MOST_NAMED)
                .toList();
        return clearly.isEmpty() ? worst.stream().limit(1).toList() : clearly;
    }

    private OptionalDouble composite(SignalDay day) {
        List<Double> scores = new ArrayList<>();
        day.evidence().items().forEach((item, answer) -> {
            Baseline baseline = items.get(item);
            if (baseline != null && baseline.isKnown()) {
                scores.add(Baseline.clipped((answer - baseline.mean()) / baseline.spread(ITEM_FLOOR)));
            }
        });
        return scores.size() < Evidence.LEAST_ITEMS
                ? OptionalDouble.empty()
                : scores.stream().mapToDouble(Double::doubleValue).average();
    }

    private static OptionalDouble meanAnswer(SignalDay day) {
        return day.evidence().items().values().stream()
                .mapToInt(Integer::intValue)
                .average();
    }

    private List<Dated> answers(Item item) {
        return series(day -> {
            Integer answer = day.evidence().items().get(item);
            return answer == null ? OptionalDouble.empty() : OptionalDouble.of(answer);
        });
    }

    private List<Dated> series(java.util.function.Function<SignalDay, OptionalDouble> quantity) {
        List<Dated> series = new ArrayList<>();
        for (SignalDay day : days) {
            quantity.apply(day).ifPresent(value -> series.add(new Dated(day.date(), value)));
        }
        return series;
    }
}
