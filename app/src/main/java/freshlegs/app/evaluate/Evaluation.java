package freshlegs.app.evaluate;

import freshlegs.streams.rule.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;

/**
 * Squads folded and scored: by squad, over all, and the false alarms of sound squads, also by autocorrelation where that is known.
 * Athletes are shared out among threads; what comes out does not depend on how many there are.
 */
public final class Evaluation {
    private final Rules rules;
    private final Map<String, Scores> squads = new LinkedHashMap<>();
    private final Map<Double, Scores> byAutocorrelation = new TreeMap<>();
    private final List<Found> found = new ArrayList<>();
    private Scores counted = Scores.NONE;
    private Scores sound = Scores.NONE;

    /** What is left of an athlete once scored. */
    private record Scored(Scores scores, Optional<Double> autocorrelation, List<Found> found) {
        static Scored of(Subject subject, Rules rules) {
            History history = History.of(subject.athlete(), rules);
            return new Scored(Scores.of(history), subject.autocorrelation(), Found.in(history));
        }
    }

    private Evaluation(Rules rules) {
        this.rules = rules;
    }

    /** By which the days were judged. */
    public Rules rules() {
        return rules;
    }

    /** Folds by {@code rules}; {@code afterEach} is called from any thread when an athlete is done. */
    public static Evaluation of(List<Squad> squads, Rules rules, int threads, Runnable afterEach) {
        Evaluation evaluation = new Evaluation(rules);
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            for (Squad squad : squads) {
                List<Scored> scored = pool.submit(() -> squad.subjects()
                                .parallel()
                                .map(subject -> scored(subject, rules, afterEach))
                                .toList())
                        .join();
                evaluation.add(squad, scored);
            }
        } finally {
            pool.shutdown();
        }
        return evaluation;
    }

    private static Scored scored(Subject subject, Rules rules, Runnable afterwards) {
        Scored scored = Scored.of(subject, rules);
        afterwards.run();
        return scored;
    }

    /** Every episode of fatigue, athlete by athlete in the squads' order. */
    public List<Found> found() {
        return Collections.unmodifiableList(found);
    }

    Map<String, Scores> squads() {
        return Collections.unmodifiableMap(squads);
    }

    Map<Double, Scores> byAutocorrelation() {
        return Collections.unmodifiableMap(byAutocorrelation);
    }

    /** All squads but the undisturbed one, whose athletes are those of the sound one without what disturbs them. */
    Scores counted() {
        return counted;
    }

    /** Of the squads on which false alarms are counted. */
    Scores sound() {
        return sound;
    }

    private void add(Squad squad, List<Scored> scored) {
        Scores scores = Scores.NONE;
        for (Scored one : scored) {
            scores = scores.plus(one.scores());
            found.addAll(one.found());
            if (squad.sound()) {
                one.autocorrelation().ifPresent(phi -> byAutocorrelation.merge(phi, one.scores(), Scores::plus));
            }
        }
        squads.merge(squad.name(), scores, Scores::plus);
        counted = squad.name().equals(Squads.UNDISTURBED) ? counted : counted.plus(scores);
        sound = squad.sound() ? sound.plus(scores) : sound;
    }
}
