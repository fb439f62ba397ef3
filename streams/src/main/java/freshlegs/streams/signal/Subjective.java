package freshlegs.streams.signal;

import freshlegs.streams.load.Sum;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the athlete feels: the mean of the check-in's items, each in its own spreads (at least 0.5 as published), standardised
 * once more on its own baseline (spread at least 0.5) so that its unit is one standard deviation like the others'. At least three items.
 */
final class Subjective {
    private static final Item[] ITEMS = Item.values();
    private static final int RECENT_ANSWERS = 5;
    private static final double CLEARLY_WORSE = 1;
    private static final int MOST_NAMED = 3;

    private final BaselineWindow window;
    private final Rules rules;
    private final double itemFloor;
    private final List<Answers> logged = new ArrayList<>();
    private final Series[] answers = new Series[ITEMS.length];
    private final Baseline[] usual = new Baseline[ITEMS.length];
    private final Baseline mean;
    private final Baseline composite;

    Subjective(Past past, SignalDay today) {
        this.window = past.window();
        this.rules = past.rules();
        this.itemFloor = rules.of(Threshold.SPREAD_ITEM);
        long first = past.firstDay();
        for (int i = 0; i < past.days().size(); i++) {
            log(first + i, past.days().get(i).evidence());
        }
        log(today.date().toEpochDay(), today.evidence());
        for (int i = 0; i < ITEMS.length; i++) {
            answers[i] = answers(i);
            usual[i] = Baseline.of(answers[i], window, rules);
        }
        Series means = new Series(logged.size());
        Series composites = new Series(logged.size());
        for (Answers told : logged) {
            means.add(told.day(), told.mean());
            OptionalDouble score = composite(told);
            if (score.isPresent()) {
                composites.add(told.day(), score.getAsDouble());
            }
        }
        this.mean = Baseline.of(means, window, rules);
        this.composite = Baseline.of(composites, window, rules);
    }

    /** How alike the feelings of days in a row are. */
    LagOne lagOne() {
        return composite.lagOne();
    }

    private void log(long day, Evidence evidence) {
        if (evidence.isLogged()) {
            logged.add(new Answers(day, evidence.items()));
        }
    }

    /** Compares the last of the days, when it was logged. */
    Standing standing(SignalDay today) {
        Optional<Answers> told =
                today.evidence().isLogged() ? Optional.of(logged.get(logged.size() - 1)) : Optional.empty();
        OptionalDouble todays = told.isPresent() ? composite(told.get()) : OptionalDouble.empty();
        boolean judged = todays.isPresent() && composite.isKnown();
        double floor = rules.of(Threshold.SPREAD_SUBJECTIVE);
        OptionalDouble z = judged
                ? OptionalDouble.of(composite.z(told.orElseThrow().day(), todays.getAsDouble(), floor))
                : OptionalDouble.empty();
        return new Standing(
                told.isPresent() ? OptionalDouble.of(told.get().mean()) : OptionalDouble.empty(),
                z,
                mean.mean(),
                mean.deviation(),
                mean.days(),
                composite.isKnown(),
                judged
                        ? Optional.of(composite.compared(told.orElseThrow().day(), todays.getAsDouble(), floor))
                        : Optional.empty());
    }

    /** The items that have lately been worse than usual, worst first; the worst alone when none is so clearly. */
    List<Item> worse() {
        Map<Item, Double> lately = new EnumMap<>(Item.class);
        for (int i = 0; i < ITEMS.length; i++) {
            if (usual[i].isKnown() && answers[i].size() > 0) {
                lately.put(ITEMS[i], lately(answers[i], usual[i]));
            }
        }
        List<Item> worst = new ArrayList<>(lately.keySet());
        worst.sort(Comparator.comparing((Item item) -> -lately.getOrDefault(item, 0.0)));
        List<Item> clearly = worst.stream()
                .filter(item -> lately.getOrDefault(item, 0.0) >= CLEARLY_WORSE)
                .limit(MOST_NAMED)
                .toList();
        return clearly.isEmpty() ? worst.stream().limit(1).toList() : clearly;
    }

    private double lately(Series answers, Baseline usual) {
        int first = Math.max(0, answers.size() - RECENT_ANSWERS);
        double[] scores = new double[answers.size() - first];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = usual.z(answers.day(first + i), answers.value(first + i), itemFloor);
        }
        return Sum.mean(scores);
    }

    private OptionalDouble composite(Answers told) {
        Sum scores = new Sum();
        int count = 0;
        for (int i = 0; i < ITEMS.length; i++) {
            if (told.has(i) && usual[i].isKnown()) {
                scores.add(usual[i].clipped((told.of(i) - usual[i].mean()) / usual[i].spread(itemFloor)));
                count++;
            }
        }
        return count < Evidence.LEAST_ITEMS ? OptionalDouble.empty() : OptionalDouble.of(scores.value() / count);
    }

    private Series answers(int item) {
        Series series = new Series(logged.size());
        for (Answers told : logged) {
            if (told.has(item)) {
                series.add(told.day(), told.of(item));
            }
        }
        return series;
    }
}
