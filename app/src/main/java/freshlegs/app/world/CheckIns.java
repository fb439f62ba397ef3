package freshlegs.app.world;

import freshlegs.app.labelled.AnswerRow;
import freshlegs.app.simulate.Strain;
import freshlegs.model.fact.CheckIn.Symptom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the athlete answers. An item is its level + 0.8 (0.8 S + 0.6 own), rounded; the items' own noises have unit variance and sum to
 * zero, so that the mean of the five is their mean level + 0.64 S: one standard deviation of the composite is 0.64. Effort of the
 * day's run is what such a run costs, + 0.5 S and noise; its quality 7.5 - 0.5 S and noise, in key sessions also - 0.5 P.
 */
final class CheckIns {
    private static final Set<Symptom> SYMPTOMS = Set.of(Symptom.FEVER, Symptom.BODY_ACHE);
    private static final double USUAL_QUALITY = 7.5;
    private static final double ON_EFFORT = 0.5;
    private static final double EFFORT_SD = 0.7;
    private static final int BEST = 1;
    private static final int WORST = 7;
    private static final int MOST = 10;

    private final Runner runner;
    private final Seed seed;
    private final List<Spell> forgotten;

    CheckIns(Runner runner, Habits habits, Seed athlete, int days) {
        this.runner = runner;
        this.seed = athlete.of(Purpose.ANSWERS);
        this.forgotten = habits.forgetful()
                ? Spell.draw(
                        athlete.of(Purpose.FORGETTING).chance(), Mixture.FORGETS_A_YEAR, Mixture.FORGOTTEN_DAYS, days)
                : List.of();
    }

    Optional<AnswerRow> row(LocalDate date, int day, Strain strain, Circumstances met, Optional<PlannedRun> run) {
        Chance chance = seed.of(day).chance();
        boolean missing = chance.happens(Mixture.MISSING);
        if (missing || forgotten.stream().anyMatch(spell -> spell.holds(day))) {
            return Optional.empty();
        }
        int[] items = items(chance, strain.subjective());
        double felt = ON_EFFORT * strain.subjective();
        double harder = EFFORT_SD * chance.normal();
        double better = EFFORT_SD * chance.normal();
        return Optional.of(new AnswerRow(
                date,
                OptionalInt.of(items[0]),
                OptionalInt.of(items[1]),
                OptionalInt.of(items[2]),
                OptionalInt.of(items[3]),
                OptionalInt.of(items[4]),
                whole(run.map(planned -> planned.effort() + felt + harder)),
                whole(run.map(planned -> USUAL_QUALITY - felt - slowed(planned, strain) + better)),
                met.symptoms() ? SYMPTOMS : Set.of()));
    }

    private int[] items(Chance chance, double subjective) {
        double[] own = ownNoises(chance, runner.items().size());
        int[] items = new int[own.length];
        for (int i = 0; i < items.length; i++) {
            double noise = Mixture.ITEM_SHARED * subjective + Mixture.ITEM_OWN * own[i];
            items[i] = within(runner.items().get(i) + Mixture.ITEM_SD * noise, BEST, WORST);
        }
        return items;
    }

    /** Each with unit variance, all together zero. */
    private static double[] ownNoises(Chance chance, int count) {
        double[] own = new double[count];
        Arrays.setAll(own, i -> chance.normal());
        double mean = Arrays.stream(own).sum() / count;
        double widened = StrictMath.sqrt((double) count / (count - 1));
        Arrays.setAll(own, i -> (own[i] - mean) * widened);
        return own;
    }

    private static double slowed(PlannedRun run, Strain strain) {
        return run.kind().isKey() ? ON_EFFORT * strain.performance() : 0;
    }

    private static OptionalInt whole(Optional<Double> answer) {
        return answer.isPresent() ? OptionalInt.of(within(answer.get(), BEST, MOST)) : OptionalInt.empty();
    }

    private static int within(double answer, int lowest, int highest) {
        return (int) Math.max(lowest, Math.min(highest, Math.rint(answer)));
    }
}
